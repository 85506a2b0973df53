import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { sayEffect, sayReason } from './say-rule.ts';
import { type DeedView, useDeeds, useUndoRule } from './use-rules.ts';
import { useSaying } from './use-saying.ts';
import { words } from './words.ts';

const spans = ['1', '24', '168'] as const;
type Span = (typeof spans)[number];
const HOUR_MS = 3_600_000;

/** What a rule did and why, and the way to take it back. */
export const LogSection = ({ ruleId }: { readonly ruleId: string }) => {
  const w = useWords(words);
  const mayManage = useMay()('rules.manage');
  const [before, setBefore] = useState<string>();
  const { data } = useDeeds({ rule: ruleId }, before);
  const undo = useUndoRule(ruleId);
  const [span, setSpan] = useState<Span>('1');
  const [asking, setAsking] = useState(false);
  const takeBack = () =>
    undo.mutate(
      { from: new Date(Date.now() - Number(span) * HOUR_MS).toISOString(), to: new Date().toISOString() },
      { onSuccess: () => setAsking(false) },
    );
  const deeds = data?.deeds ?? [];
  return (
    <Section title={w.log} lead={w.logLead}>
      {mayManage && deeds.length > 0 && (
        <div className="mb-4 flex flex-wrap items-end gap-3">
          <Select
            label={w.undoSince}
            value={span}
            onChange={setSpan}
            choices={spans.map((value) => ({ value, label: w.undoSpans[value] }))}
            className="min-w-52"
          />
          <Button onPress={() => setAsking(true)}>{w.undo}</Button>
        </div>
      )}
      {data && deeds.length === 0 && <p className="text-ink-soft">{w.logEmpty}</p>}
      <DeedList deeds={deeds} shows="thread" />
      {data?.next && (
        <Button className="mt-3" size="small" onPress={() => setBefore(data.next ?? undefined)}>
          {w.older}
        </Button>
      )}
      <ConfirmDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={w.undoTitle}
        action={w.undo}
        onConfirm={takeBack}
        isPending={undo.isPending}
        problem={undo.error}
      >
        <p>{w.undoText}</p>
      </ConfirmDialog>
    </Section>
  );
};

type DeedListProps = { readonly deeds: readonly DeedView[]; readonly shows: 'thread' | 'rule' };

/** Deeds as sentences: on a rule, which conversation; on a conversation, which rule. */
export const DeedList = ({ deeds, shows }: DeedListProps) => {
  const w = useWords(words);
  const times = useTimes();
  const { slug } = useWorkspace();
  const say = useSaying();
  return (
    <ul className="flex flex-col">
      {deeds.map((deed) => (
        <li key={deed.id} className="border-line border-b py-row last:border-b-0">
          <p className="flex flex-wrap items-baseline gap-x-2">
            {shows === 'thread' ? (
              <Link
                to="/$slug/conversazioni/$threadId"
                params={{ slug, threadId: deed.threadId }}
                className="font-medium"
              >
                <bdi>{deed.authorName ?? w.somebody}</bdi>
              </Link>
            ) : (
              <b>{deed.ruleName ?? w.gone}</b>
            )}
            <span>{deed.did.map((effect) => sayEffect(effect, say)).join(' · ')}</span>
            <span className="text-ink-faint text-small">{times.ago(deed.at)}</span>
          </p>
          <p className="break-words text-ink-soft text-small">
            {deed.why.length > 0 &&
              `${w.because} ${deed.why.map((reason) => sayReason(reason, say)).join(' · ')}`}
            {deed.undone && ` (${w.takenBack[deed.undone]})`}
          </p>
        </li>
      ))}
    </ul>
  );
};
