import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { useMe, useWorkspace } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { LazyCorrectDialog } from '../../components/reading/lazy-correct-dialog.tsx';
import { useMayCorrect } from '../../components/reading/may-correct.ts';
import { useUnderlining } from '../../components/reading/underlining.ts';
import { words as readingWords } from '../../components/reading/words.ts';
import { MentionTurn } from './mention-turn.tsx';
import { NoteTurn } from './note-turn.tsx';
import { ReplyTurn } from './reply-turn.tsx';
import type { MentionView, NoteView, ReplyView, ThreadDetail } from './views.ts';
import { words } from './words.ts';

type Turn =
  | {
      readonly kind: 'mention';
      readonly at: string;
      readonly mention: MentionView;
      readonly reply: ReplyView | undefined;
    }
  | { readonly kind: 'note'; readonly at: string; readonly note: NoteView }
  | { readonly kind: 'reply'; readonly at: string; readonly reply: ReplyView };

/** The conversation in the order in which it happened; our answers once, whether on their way or come back. */
const inOrder = (detail: ThreadDetail, earlier: readonly MentionView[]): readonly Turn[] => {
  const answers = new Map(detail.replies.map((reply) => [reply.sentMentionId, reply]));
  const mentions = [...earlier, ...detail.mentions];
  const shown = new Set(mentions.map(({ id }) => id));
  const turns: Turn[] = [
    ...mentions.map((mention) => ({
      kind: 'mention' as const,
      at: mention.saidAt,
      mention,
      reply: answers.get(mention.id),
    })),
    ...detail.notes.map((note) => ({ kind: 'note' as const, at: note.createdAt, note })),
    ...detail.replies
      .filter((reply) => reply.state !== 'undone' && !(reply.sentMentionId && shown.has(reply.sentMentionId)))
      .map((reply) => ({ kind: 'reply' as const, at: reply.createdAt, reply })),
  ];
  return turns.sort((left, right) => left.at.localeCompare(right.at));
};

const keyOf = (turn: Turn | undefined): string => {
  switch (turn?.kind) {
    case undefined:
      return '';
    case 'mention':
      return `mention-${turn.mention.id}`;
    case 'note':
      return `note-${turn.note.id}`;
    case 'reply':
      return `reply-${turn.reply.id}`;
  }
};

/** More turns than these are laid out only where they are seen. */
const MANY = 100;

export const Turns = ({ detail }: { readonly detail: ThreadDetail }) => {
  const w = useWords(words);
  const times = useTimes();
  const past = useEarlier(detail);
  const turns = useMemo(() => inOrder(detail, past.mentions), [detail, past.mentions]);
  const end = useEndInView(keyOf(turns.at(-1)));
  const [correcting, setCorrecting] = useState<string | null>(null);
  useReadingCommands(detail.mentions, setCorrecting);
  const corrected = turns.find((turn) => turn.kind === 'mention' && turn.mention.id === correcting);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={w.title} tabIndex={0} className="min-h-0 flex-1 overflow-auto px-4 py-4 desk:px-8">
      {past.hasMore && (
        <div className="mb-4 text-center">
          <Button size="small" onPress={past.load} isPending={past.isLoading}>
            {w.earlier}
          </Button>
        </div>
      )}
      <ol className="mx-auto flex max-w-3xl flex-col gap-5">
        {turns.map((turn, index) => {
          const day = times.dayOf(turn.at);
          const isNewDay = index === 0 || day !== times.dayOf(turns[index - 1]?.at ?? turn.at);
          return (
            <li
              key={keyOf(turn)}
              className={
                turns.length > MANY ? '[contain-intrinsic-size:auto_7rem] [content-visibility:auto]' : ''
              }
            >
              {isNewDay && (
                <p className="mb-4 text-center text-ink-faint text-small">{times.weekday(turn.at)}</p>
              )}
              {turn.kind === 'mention' && (
                <MentionTurn
                  mention={turn.mention}
                  writer={turn.reply?.personName}
                  isDrafted={turn.reply?.suggestionId != null}
                  pictures={turn.reply?.media ?? []}
                  onCorrect={() => setCorrecting(turn.mention.id)}
                />
              )}
              {turn.kind === 'note' && <NoteTurn note={turn.note} threadId={detail.thread.id} />}
              {turn.kind === 'reply' && <ReplyTurn reply={turn.reply} threadId={detail.thread.id} />}
            </li>
          );
        })}
      </ol>
      <div ref={end} />
      {corrected?.kind === 'mention' && corrected.mention.reading && (
        <LazyCorrectDialog
          mentionId={corrected.mention.id}
          text={corrected.mention.body}
          reading={corrected.mention.reading}
          onClose={() => setCorrecting(null)}
        />
      )}
    </section>
  );
};

/** The latest of their words is the one that `c` corrects. */
const useReadingCommands = (mentions: readonly MentionView[], correct: (mentionId: string) => void): void => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const mayCorrect = useMayCorrect();
  const { person } = useMe();
  const underlining = useUnderlining(person.id);
  const latest = mentions.findLast((mention) => !mention.ours && !mention.removedAt && mention.reading);
  useCommands(r.commands, [
    ...(latest && mayCorrect
      ? [{ id: 'correct', label: w.keys.correct, keys: 'c', run: () => correct(latest.id) }]
      : []),
    {
      id: 'underline',
      label: underlining.isOn ? r.stopUnderlining : r.alwaysUnderline,
      run: () => underlining.set(!underlining.isOn),
    },
  ]);
};

type EarlierPage = { readonly mentions: readonly MentionView[]; readonly hasEarlier: boolean };

const useEarlier = (detail: ThreadDetail) => {
  const { id } = useWorkspace();
  const first = detail.mentions[0]?.id;
  const result = useInfiniteQuery({
    queryKey: [...keys.thread(id, detail.thread.id), 'earlier', first],
    enabled: false,
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      call<EarlierPage>(
        'GET',
        inWorkspace(id, 'threads', detail.thread.id, 'mentions') + query({ before: pageParam }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => (page.hasEarlier ? page.mentions[0]?.id : undefined),
  });
  const pages = result.data?.pages;
  const mentions = useMemo(
    () => (pages ? [...pages].reverse().flatMap((page) => page.mentions) : []),
    [pages],
  );
  return {
    mentions,
    hasMore: pages ? result.hasNextPage : detail.hasEarlier,
    isLoading: result.isFetching,
    load: () => void (pages ? result.fetchNextPage() : result.refetch()),
  };
};

/** Nearer than this to the end, px, somebody reads the end. */
const NEAR = 8;

/** Opens at the latest word, and stays there while new ones come, or the answer below begins to need room. */
const useEndInView = (latest: string) => {
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new turn at the end brings it into view, earlier ones do not
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [latest]);
  useEffect(() => {
    const scroller = end.current?.parentElement;
    if (!scroller) return;
    let isAtEnd = true;
    const look = () => {
      isAtEnd = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < NEAR;
    };
    const watcher = new ResizeObserver(() => {
      if (isAtEnd) scroller.scrollTop = scroller.scrollHeight;
    });
    scroller.addEventListener('scroll', look, { passive: true });
    watcher.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }, []);
  return end;
};
