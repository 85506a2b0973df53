import { useCallback, useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useLiveChanges } from '../../../app/live.ts';
import type { LiveChange } from '../../../app/live-changes.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { QueueCard } from './queue-card.tsx';
import { useQueue } from './use-learning.ts';
import { words } from './words.ts';

/** The texts that teach most, one at a time. */
export const Queue = () => {
  const w = useWords(words);
  const { data, error, isPending, isFetching, refetch } = useQueue();
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const pass = useCallback(
    (mentionIds: readonly string[]) => setPassed((known) => new Set([...known, ...mentionIds])),
    [],
  );
  useLiveChanges(
    useCallback((change: LiveChange) => change.kind === 'mention.removed' && pass(change.mentionIds), [pass]),
  );
  if (isPending) return <SkeletonRows rows={1} rowClassName="h-96" />;
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const left = data.items.filter(({ mention }) => mention.reading && !passed.has(mention.id));
  const [item] = left;
  if (!item?.mention.reading)
    return (
      <div className="flex flex-col items-start gap-3">
        <p>
          <span className="font-medium">{w.queueEmptyTitle}.</span>{' '}
          <span className="text-ink-soft">{w.queueEmpty}</span>
        </p>
        {passed.size > 0 && (
          <Button onPress={() => void refetch()} isPending={isFetching}>
            {w.moreQueue}
          </Button>
        )}
      </div>
    );
  return (
    <QueueCard
      key={item.mention.id}
      item={item}
      reading={item.mention.reading}
      left={left.length}
      onPass={() => pass([item.mention.id])}
    />
  );
};
