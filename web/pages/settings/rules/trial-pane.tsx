import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RuleBody } from '../../../../src/rules/model/rule.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { sayEffect, sayReason } from './say-rule.ts';
import { type RunView, useOrderRun, useRun, useTryRule } from './use-rules.ts';
import { useSaying } from './use-saying.ts';
import { words } from './words.ts';

/** What a rule would have done in the past month, as it is being written: nothing is changed. */
export const TrialPane = ({ body }: { readonly body: RuleBody }) => {
  const w = useWords(words);
  const tryRule = useTryRule();
  const [begun, setBegun] = useState<RunView>();
  const run = useRun(begun);
  return (
    <aside className="rounded-lg border border-line bg-sheet p-4 wide:sticky wide:top-4">
      <h2 className="font-semibold text-lead">{w.trial}</h2>
      <p className="mt-1 mb-3 text-ink-soft">{w.trialLead}</p>
      <Button isPending={tryRule.isPending} onPress={() => tryRule.mutate(body, { onSuccess: setBegun })}>
        {w.tryIt}
      </Button>
      {tryRule.error && <ErrorNote error={tryRule.error} className="mt-3" />}
      <div aria-live="polite">{run && <TrialResult run={run} />}</div>
    </aside>
  );
};

const TrialResult = ({ run }: { readonly run: RunView }) => {
  const w = useWords(words);
  const times = useTimes();
  const { slug } = useWorkspace();
  const say = useSaying();
  const order = useOrderRun();
  const n = times.number;
  return (
    <div className="mt-4">
      {run.state === 'running' ? (
        <p className="flex flex-wrap items-center gap-3">
          {w.trying(n(run.seen), n(run.total))}
          <Button size="small" onPress={() => order.mutate({ runId: run.id, order: 'stop' })}>
            {w.stop}
          </Button>
        </p>
      ) : (
        <p className="font-medium">{w.tried(n(run.met), n(run.seen))}</p>
      )}
      {run.acted > 0 && <p className="mt-1 text-ink-soft">{w.wouldAct(n(run.acted))}</p>}
      <ul className="mt-3 flex flex-col gap-3">
        {run.examples.map(({ threadId, name, preview, why, would }) => (
          <li key={threadId} className="border-line border-t pt-3">
            <Link to="/$slug/conversazioni/$threadId" params={{ slug, threadId }} className="font-medium">
              <bdi>{name ?? w.somebody}</bdi>
            </Link>
            <p dir="auto" className="line-clamp-2 font-serif text-ink-soft">
              {preview}
            </p>
            <p className="mt-1 text-small">{would.map((effect) => sayEffect(effect, say)).join(' · ')}</p>
            {why.length > 0 && (
              <p className="break-words text-ink-soft text-small">
                {w.because} {why.map((reason) => sayReason(reason, say)).join(' · ')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
