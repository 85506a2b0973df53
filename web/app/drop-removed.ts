import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { MentionView } from '../../src/listening/model/mention-view.ts';
import { keys } from './keys.ts';

type Page = { readonly mentions: readonly MentionView[] };

/**
 * Takes the words of removed mentions out of everything this window keeps, shown or not: whoever took them back
 * does not wait for our next request. The fresh answers of the server follow.
 */
export const dropRemoved = (
  client: QueryClient,
  workspaceId: string,
  mentionIds: readonly string[],
  now: Date,
): void => {
  const gone = new Set(mentionIds);
  const removedAt = now.toISOString();
  const emptied = <Kept extends Page>(page: Kept): Kept =>
    page.mentions.some(({ id }) => gone.has(id))
      ? { ...page, mentions: page.mentions.map((one) => (gone.has(one.id) ? empty(one, removedAt) : one)) }
      : page;
  client.setQueriesData<InfiniteData<Page>>(
    { queryKey: keys.mentions(workspaceId) },
    (kept) => kept && { ...kept, pages: kept.pages.map(emptied) },
  );
  client.setQueriesData<Page>({ queryKey: keys.allThreads(workspaceId) }, (kept) => kept && emptied(kept));
  dropFromPeople(client, workspaceId, gone);
};

type Said = { readonly mentionId?: string | null };
type Day = { readonly people: readonly { readonly said: Said | null }[] };
type Story = { readonly entries: readonly (Said & { readonly text?: string | null })[] };

/** The same words may stand in somebody's story, and in why to speak with them today. */
const dropFromPeople = (client: QueryClient, workspaceId: string, gone: ReadonlySet<string>): void => {
  const isGone = (said: Said | null) => said?.mentionId != null && gone.has(said.mentionId);
  client.setQueriesData<Day>(
    { queryKey: keys.daily(workspaceId) },
    (kept) =>
      kept && {
        ...kept,
        people: kept.people.map((one) => (isGone(one.said) ? { ...one, said: null } : one)),
      },
  );
  client.setQueriesData<InfiniteData<Story>>(
    { queryKey: keys.openContacts(workspaceId), predicate: ({ queryKey }) => queryKey.at(-1) === 'story' },
    (kept) =>
      kept && {
        ...kept,
        pages: kept.pages.map((page) => ({
          ...page,
          entries: page.entries.map((entry) => (isGone(entry) ? { ...entry, text: null } : entry)),
        })),
      },
  );
};

const empty = (mention: MentionView, removedAt: string): MentionView => ({
  ...mention,
  removedAt: mention.removedAt ?? removedAt,
  ...{ body: '', title: null, quoted: null, contentWarning: null, url: null },
  ...{ links: [], media: [], matches: [] },
  reading: null,
});
