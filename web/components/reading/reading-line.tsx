import { Check, Pencil, Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';
import { aspectName } from './aspect-name.ts';
import { useMayCorrect } from './may-correct.ts';
import { PolarityMark } from './polarity-mark.tsx';
import type { ReadingView } from './reading-view.ts';
import { useCorrectReading } from './use-correct-reading.ts';
import type { useEvidence } from './use-evidence.ts';
import { words } from './words.ts';

type ReadingLineProps = {
  readonly mentionId: string;
  readonly reading: ReadingView;
  readonly evidence: ReturnType<typeof useEvidence>;
  readonly onCorrect: () => void;
};

/** Under somebody's words, quietly: what they say as we read it, and a way to say that it is otherwise. */
export const ReadingLine = ({ mentionId, reading, evidence, onCorrect }: ReadingLineProps) => {
  const w = useWords(words);
  const mayCorrect = useMayCorrect();
  const isAsking = reading.unsure && !reading.corrected;
  return (
    <section
      aria-label={w.reading}
      className="mt-1.5 -ml-1 flex flex-wrap items-center gap-x-1 text-ink-soft text-small"
    >
      <Judgements reading={reading} evidence={evidence} />
      {reading.proposed && !reading.corrected && (
        <span className="inline-flex items-center gap-1 px-1 text-ink" title={reading.proposed.model}>
          <Sparkles aria-hidden size={13} />
          {w.proposed}
        </span>
      )}
      {reading.corrected && (
        <span className="px-1 text-ink-faint">{w.correctedBy(reading.corrected.name)}</span>
      )}
      {mayCorrect && (
        <span className={`inline-flex flex-wrap items-center ${isAsking ? 'basis-full' : ''}`}>
          {isAsking && <span className="px-1 text-ink">{w.unsure}</span>}
          {!reading.corrected && <Confirm mentionId={mentionId} />}
          <Act onPress={onCorrect} icon={<Pencil aria-hidden size={13} />} label={w.correct} />
        </span>
      )}
    </section>
  );
};

const Judgements = ({ reading, evidence }: Pick<ReadingLineProps, 'reading' | 'evidence'>) => {
  const w = useWords(words);
  const polarity = w.polarities[reading.polarity];
  const said: readonly Omit<JudgementProps, 'evidence' | 'reading'>[] = [
    {
      head: 'polarity',
      label: reading.unsure && !reading.corrected ? w.maybe(polarity) : polarity,
      mark: <PolarityMark polarity={reading.polarity} />,
    },
    ...reading.intents.map((intent) => ({ head: intent as string, label: w.intents[intent] ?? intent })),
    ...(reading.toxic ? [{ head: 'toxic', label: w.toxic }] : []),
    ...(reading.needsReply ? [{ head: 'needs_reply', label: w.needsReply }] : []),
    ...reading.aspects.map(({ aspect, polarity: about }) => ({
      head: aspect,
      label: aspectName(aspect, w.aspects),
      ...(about === 'neu' ? {} : { mark: <PolarityMark polarity={about} />, said: w.polarities[about] }),
    })),
  ];
  return said.map((one, index) => (
    <span key={one.head} className="inline-flex items-center">
      <Judgement {...one} reading={reading} evidence={evidence} />
      {index < said.length - 1 && (
        <span aria-hidden className="text-ink-faint">
          ·
        </span>
      )}
    </span>
  ));
};

type JudgementProps = {
  readonly head: string;
  readonly label: string;
  readonly mark?: ReactNode;
  /** What the mark says, for those who do not see it. */
  readonly said?: string;
  readonly reading: ReadingView;
  readonly evidence: ReadingLineProps['evidence'];
};

/** One judgement; where words tell why, pointing at it underlines them. */
const Judgement = ({ head, label, mark, said, reading, evidence }: JudgementProps) => {
  const w = useWords(words);
  const content = (
    <>
      {mark}
      {label}
      {said && <span className="sr-only"> ({said})</span>}
    </>
  );
  if (!reading.evidence.some((one) => one.head === head))
    return <span className="inline-flex min-h-6 items-center gap-1 px-1">{content}</span>;
  const isPointed = evidence.pointed === head;
  return (
    <button
      type="button"
      aria-pressed={isPointed}
      title={w.why(label)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && evidence.setPointed(head)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && evidence.setPointed(null)}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && evidence.setPointed(head)}
      onBlur={() => evidence.setPointed(null)}
      onClick={(event) => event.detail > 0 && evidence.setPointed(isPointed ? null : head)}
      className={`inline-flex min-h-6 cursor-default items-center gap-1 rounded-sm px-1 ${isPointed ? 'bg-sunk text-ink' : 'hover:bg-sunk hover:text-ink'}`}
    >
      {content}
    </button>
  );
};

const Confirm = ({ mentionId }: { readonly mentionId: string }) => {
  const w = useWords(words);
  const correct = useCorrectReading(mentionId);
  return (
    <Act
      onPress={() => correct.mutate({})}
      isBusy={correct.isPending}
      icon={<Check aria-hidden size={13} />}
      label={w.right}
    />
  );
};

const Act = ({
  label,
  icon,
  onPress,
  isBusy = false,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly isBusy?: boolean;
}) => (
  <button
    type="button"
    disabled={isBusy}
    onClick={onPress}
    className="inline-flex min-h-6 pointer-coarse:min-h-9 cursor-default items-center gap-1 rounded-sm px-1.5 text-ink-faint hover:bg-sunk hover:text-ink disabled:opacity-60"
  >
    {icon}
    {label}
  </button>
);
