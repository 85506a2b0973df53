import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Section } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import type { MentionView } from '../listening/use-listening.ts';
import { words } from './case-words.ts';
import { words as joiningWords } from './joining-words.ts';
import type { CaseDetail } from './use-care.ts';
import { words as roomWords } from './words.ts';

const AddMentionsDialog = lazy(() =>
  import('./add-mentions-dialog.tsx').then((module) => ({ default: module.AddMentionsDialog })),
);

/** What was said, the oldest first, as many as one likes to read: a case may hold thousands. */
export const CaseMentions = ({ one }: { readonly one: CaseDetail }) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const j = useWords(joiningWords);
  const may = useMay();
  const { slug } = useWorkspace();
  const more = useMoreMentions(one);
  const [isAdding, setAdding] = useState(false);
  const mentions = [...one.mentions, ...more.mentions];
  const count = one.mentionCount;
  return (
    <Section title={w.said} lead={count > mentions.length ? w.shownOf(mentions.length, count) : undefined}>
      {mentions.length === 0 && <p className="text-ink-soft">{r.gone}</p>}
      <ol className="flex flex-col">
        {mentions.map((mention) => (
          <li
            key={mention.id}
            className="border-line border-t py-3 [contain-intrinsic-size:auto_5rem] [content-visibility:auto] first:border-t-0 first:pt-0"
          >
            <p className="text-ink-soft text-small">
              <bdi className="font-medium text-ink">{mention.author.name ?? mention.author.handle}</bdi>{' '}
              <RelativeTime at={mention.saidAt} />
            </p>
            <p className="letter mt-1 line-clamp-6 whitespace-pre-line break-words">
              {mention.body || r.gone}
            </p>
          </li>
        ))}
      </ol>
      {more.error && <ErrorNote error={more.error} />}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {more.hasMore && (
          <Button size="small" isPending={more.isFetching} onPress={more.fetch}>
            {w.moreMentions}
          </Button>
        )}
        {may('cases.write') && one.state !== 'undone' && (
          <Button size="small" onPress={() => setAdding(true)}>
            {j.addMentions}
          </Button>
        )}
        {one.threads[0] && (
          <Link
            to="/$slug/conversazioni/$threadId"
            params={{ slug, threadId: one.threads[0] }}
            className="link inline-block py-1 text-small"
          >
            {w.openThread}
          </Link>
        )}
      </div>
      <Suspense>
        {isAdding && <AddMentionsDialog caseId={one.id} count={count} onClose={() => setAdding(false)} />}
      </Suspense>
    </Section>
  );
};

type MentionsPage = { readonly mentions: readonly MentionView[]; readonly nextMentions: string | null };

/** The pages after the first, which comes with the case; asked for one by one. */
const useMoreMentions = ({ id: caseId, nextMentions, mentionCount }: CaseDetail) => {
  const { id } = useWorkspace();
  const result = useInfiniteQuery({
    queryKey: [...keys.care(id), 'one', caseId, 'mentions', mentionCount],
    enabled: false,
    initialPageParam: nextMentions,
    queryFn: ({ pageParam, signal }) =>
      call<MentionsPage>(
        'GET',
        inWorkspace(id, 'cases', caseId, 'mentions') + query({ after: pageParam }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.nextMentions,
  });
  const isFirst = result.data === undefined;
  return {
    mentions: result.data?.pages.flatMap((page) => page.mentions) ?? [],
    hasMore: isFirst ? nextMentions !== null : result.hasNextPage,
    isFetching: result.isFetching,
    error: result.error,
    fetch: () => void (isFirst ? result.refetch() : result.fetchNextPage()),
  };
};
