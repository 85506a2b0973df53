import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { type RunView, useApplyRule, useOrderRun, useRuns, useUndoRule } from './use-rules.ts';
import { words } from './words.ts';

const spans = ['30', '90', '365', '0'] as const;
type Span = (typeof spans)[number];

/** A rule on what is there already: begun, followed, stopped, taken back. */
export const ApplySection = ({ ruleId }: { readonly ruleId: string }) => {
  const w = useWords(words);
  const mayManage = useMay()('rules.manage');
  const runs = useRuns(ruleId);
  const apply = useApplyRule(ruleId);
  const [span, setSpan] = useState<Span>('30');
  const [open, setOpen] = useState(true);
  const isRunning = runs.some(({ state }) => state === 'running');
  const days = span === '0' ? null : Number(span);
  return (
    <Section title={w.apply} lead={w.applyLead}>
      {mayManage && (
        <div className="flex flex-wrap items-end gap-3">
          <Select
            label={w.which}
            value={span}
            onChange={setSpan}
            choices={spans.map((value) => ({ value, label: w.spans[value] }))}
            className="min-w-60"
          />
          <Checkbox isSelected={open} onChange={setOpen}>
            {w.onlyOpen}
          </Checkbox>
          <Button
            isDisabled={isRunning}
            isPending={apply.isPending}
            onPress={() => apply.mutate({ days, open })}
          >
            {w.applyNow}
          </Button>
        </div>
      )}
      {apply.error && <ErrorNote error={apply.error} className="mt-3" />}
      <ul className="mt-4 flex flex-col" aria-live="polite">
        {runs.map((run) => (
          <RunRow key={run.id} run={run} ruleId={ruleId} mayManage={mayManage} />
        ))}
      </ul>
    </Section>
  );
};

type RunRowProps = { readonly run: RunView; readonly ruleId: string; readonly mayManage: boolean };

const RunRow = ({ run, ruleId, mayManage }: RunRowProps) => {
  const w = useWords(words);
  const times = useTimes();
  const order = useOrderRun();
  const undo = useUndoRule(ruleId);
  const n = times.number;
  const give = (what: 'pause' | 'resume' | 'stop') => order.mutate({ runId: run.id, order: what });
  const said =
    run.kind === 'undo'
      ? w.undone(n(run.acted), n(run.kept))
      : w.applied(n(run.seen), n(run.total), n(run.acted));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b py-row last:border-b-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">
          {w.runKinds[run.kind]} · {w.runStates[run.state]} · {times.ago(run.createdAt)}
        </p>
        <p className="text-ink-soft text-small">{said}</p>
        {run.state === 'running' && (
          <progress
            value={run.seen}
            max={Math.max(run.total, 1)}
            className="mt-1 h-1.5 w-full accent-accent"
          />
        )}
      </div>
      {mayManage && run.state === 'running' && (
        <>
          <Button size="small" onPress={() => give('pause')}>
            {w.pause}
          </Button>
          <Button size="small" weight="danger" onPress={() => give('stop')}>
            {w.stop}
          </Button>
        </>
      )}
      {mayManage && (run.state === 'paused' || run.state === 'failed') && (
        <Button size="small" onPress={() => give('resume')}>
          {w.resume}
        </Button>
      )}
      {mayManage && run.kind === 'apply' && run.acted > 0 && (
        <Button
          size="small"
          weight="quiet"
          isPending={undo.isPending}
          onPress={() => undo.mutate({ runId: run.id })}
        >
          {w.undo}
        </Button>
      )}
    </li>
  );
};
