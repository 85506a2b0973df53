import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { MentionTurn } from '../mention-turn.tsx';
import type { MentionView } from '../views.ts';
import { words } from './words.ts';

type PassageProps = {
  readonly threadId: string;
  readonly mentionId: string;
  readonly onBack: () => void;
};
type Around = {
  readonly mentions: readonly MentionView[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
};

/** One turn with those around it, step by step back and on; the end is one press away. */
export const Passage = ({ threadId, mentionId, onBack }: PassageProps) => {
  const w = useWords(words);
  const times = useTimes();
  const { id } = useWorkspace();
  const [around, setAround] = useState(mentionId);
  const mark = useRef<HTMLLIElement>(null);
  const { data } = useQuery({
    queryKey: [...keys.thread(id, threadId), 'passage', around],
    queryFn: ({ signal }) =>
      call<Around>(
        'GET',
        inWorkspace(id, 'threads', threadId, 'passage') + query({ around }),
        undefined,
        signal,
      ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each passage begins at its turn
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
  }, [data]);
  if (!data) return <SkeletonRows rows={5} rowClassName="h-20" />;
  const [first, last] = [data.mentions[0], data.mentions.at(-1)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={w.passage} tabIndex={0} className="min-h-0 flex-1 overflow-auto px-4 py-4 desk:px-8">
      <p className="sticky top-0 z-10 mx-auto mb-3 flex max-w-3xl justify-center gap-2">
        {data.hasEarlier && first && (
          <Button size="small" onPress={() => setAround(first.id)}>
            {w.earlier}
          </Button>
        )}
        <Button size="small" weight="primary" onPress={onBack}>
          {w.back}
        </Button>
        {data.hasLater && last && (
          <Button size="small" onPress={() => setAround(last.id)}>
            {w.later}
          </Button>
        )}
      </p>
      <ol className="mx-auto flex max-w-3xl flex-col gap-5">
        {data.mentions.map((mention) => (
          <li
            key={mention.id}
            ref={mention.id === around ? mark : undefined}
            aria-current={mention.id === mentionId}
            className={mention.id === mentionId ? 'rounded-lg bg-accent/8 p-2 outline outline-accent/40' : ''}
          >
            <p className="mb-1 text-center text-ink-faint text-small">{times.weekday(mention.saidAt)}</p>
            <MentionTurn mention={mention} writer={undefined} onCorrect={onBack} />
          </li>
        ))}
      </ol>
    </section>
  );
};
