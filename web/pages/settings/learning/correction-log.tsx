import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { useMayCorrect } from '../../../components/reading/may-correct.ts';
import { useWithdrawCorrection } from '../../../components/reading/use-correct-reading.ts';
import { words as readingWords } from '../../../components/reading/words.ts';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { toldChange } from './told-change.ts';
import { useCorrections } from './use-learning.ts';
import type { CorrectionView } from './views.ts';
import { words } from './words.ts';

/** Everything that people said of readings, the latest first. */
export const CorrectionLog = () => {
  const w = useWords(words);
  const log = useCorrections();
  if (log.isPending) return <SkeletonRows rows={3} rowClassName="h-16" />;
  const entries = log.data?.pages.flatMap((page) => page.corrections) ?? [];
  if (log.isError && entries.length === 0)
    return <ErrorNote error={log.error} onRetry={() => void log.refetch()} />;
  if (entries.length === 0) return <p className="text-ink-soft">{w.logEmpty}</p>;
  return (
    <>
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {log.hasNextPage && (
        <Button className="mt-3" onPress={() => void log.fetchNextPage()} isPending={log.isFetchingNextPage}>
          {w.more}
        </Button>
      )}
    </>
  );
};

const Entry = ({ entry }: { readonly entry: CorrectionView }) => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const times = useTimes();
  const mayCorrect = useMayCorrect();
  const withdraw = useWithdrawCorrection();
  return (
    <li className="flex items-start gap-4 border-line border-b py-3 last:border-b-0">
      <div className={`min-w-0 flex-1 ${entry.withdrawn ? 'text-ink-faint' : ''}`}>
        {entry.excerpt ? (
          <p dir="auto" className="letter line-clamp-2">
            {entry.excerpt}
          </p>
        ) : (
          <p className="text-ink-soft italic">{w.erased}</p>
        )}
        <p className={`mt-0.5 ${entry.withdrawn ? 'line-through' : ''}`}>
          {entry.confirmed ? w.confirmed : times.list(toldChange(entry.before, entry.after, { w, r }))}
        </p>
        <p className="flex flex-wrap gap-x-2 text-ink-faint text-small">
          <span>{w.by(entry.personName)}</span>
          <RelativeTime at={entry.createdAt} />
          {entry.heldBack && <span>· {w.heldBack}</span>}
          {entry.withdrawn && <span>· {w.withdrawn(entry.withdrawn.byName)}</span>}
        </p>
      </div>
      {!entry.withdrawn && mayCorrect && (
        <Button
          size="small"
          weight="quiet"
          isPending={withdraw.isPending}
          onPress={() =>
            withdraw.mutate(entry.id, {
              onSuccess: () => showToast({ text: w.withdrawnToast }),
              onError: (problem) => showToast({ tone: 'bad', text: describeProblem(problem).title }),
            })
          }
        >
          {w.withdraw}
        </Button>
      )}
    </li>
  );
};
