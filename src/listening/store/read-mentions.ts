import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { findChannel } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import type { Span } from '../model/match-watch.ts';
import type { MentionView } from '../model/mention-view.ts';
import type { StoredReading } from '../model/stored-reading.ts';
import { authors } from './authors.table.ts';
import { mentions } from './mentions.table.ts';
import { watchMatches } from './watch-matches.table.ts';

/** The mentions of these ids as screens show them, in the order asked for; ids that are not there are left out. */
export const readMentions = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<MentionView[]> => {
  if (ids.length === 0) return [];
  const rows = await selectRows(tx, workspaceId, ids);
  const matches = await readMatches(tx, workspaceId, ids);
  const views = new Map(rows.map((row) => [row.mention.id, viewOf(row, matches.get(row.mention.id) ?? [])]));
  return ids.flatMap((id) => views.get(id) ?? []);
};

type Match = { readonly watchId: string; readonly spans: readonly Span[] };

const selectRows = (tx: Transaction, workspaceId: WorkspaceId, ids: readonly MentionId[]) =>
  tx
    .select({
      mention: {
        id: mentions.id,
        channel: mentions.channel,
        nativeId: mentions.nativeId,
        ours: mentions.ours,
        addressed: mentions.addressed,
        form: mentions.form,
        visibility: mentions.visibility,
        automatic: mentions.automatic,
        title: mentions.title,
        body: mentions.body,
        quoted: mentions.quoted,
        contentWarning: mentions.contentWarning,
        language: mentions.language,
        rating: mentions.rating,
        place: mentions.place,
        url: mentions.url,
        links: mentions.links,
        media: mentions.media,
        reading: mentions.reading,
        saidAt: mentions.saidAt,
        receivedAt: mentions.receivedAt,
        editedAt: mentions.editedAt,
        removedAt: mentions.removedAt,
        hiddenAt: mentions.hiddenAt,
      },
      author: {
        id: authors.id,
        name: authors.name,
        handle: authors.handle,
        url: authors.url,
        avatarUrl: authors.avatarUrl,
      },
    })
    .from(mentions)
    .innerJoin(authors, and(eq(authors.workspaceId, mentions.workspaceId), eq(authors.id, mentions.authorId)))
    .where(and(eq(mentions.workspaceId, workspaceId), oneOf(mentions.id, ids)))
    .prepare('mentions as screens show them')
    .execute();

/** As one parameter: the statement reads the same however many there are, and is kept ready. */
const oneOf = (column: PgColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...ids])}::uuid[])`;

type Row = Awaited<ReturnType<typeof selectRows>>[number];

const viewOf = ({ mention, author }: Row, matches: readonly Match[]): MentionView => ({
  ...mention,
  author,
  links: mention.links as MentionView['links'],
  media: mention.media as MentionView['media'],
  matches: matches.map(({ watchId, spans }) => ({
    watchId,
    spans: spans.map(([start, end]) => [start, end]),
  })),
  reading: mention.reading && shownReading(mention.reading),
  saidAt: mention.saidAt.toISOString(),
  receivedAt: mention.receivedAt.toISOString(),
  editedAt: mention.editedAt?.toISOString() ?? null,
  removedAt: mention.removedAt?.toISOString() ?? null,
  hiddenAt: mention.hiddenAt?.toISOString() ?? null,
  mayHide: mayHide(mention),
});

const mayHide = ({ channel, ours, form }: Row['mention']): boolean =>
  !ours && (form === 'comment' || form === 'reply') && findChannel(channel)?.hide !== undefined;

/** As the screens' schema has it: what is kept is read-only and may leave `corrected` and `proposed` out. */
const shownReading = (reading: StoredReading): NonNullable<MentionView['reading']> =>
  ({
    ...reading,
    corrected: reading.corrected ?? null,
    proposed: reading.proposed ?? null,
  }) as NonNullable<MentionView['reading']>;

const readMatches = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<ReadonlyMap<string, readonly Match[]>> => {
  const rows = await tx
    .select({ mentionId: watchMatches.mentionId, watchId: watchMatches.watchId, spans: watchMatches.spans })
    .from(watchMatches)
    .where(and(eq(watchMatches.workspaceId, workspaceId), oneOf(watchMatches.mentionId, ids)))
    .orderBy(watchMatches.watchId)
    .prepare('which watches matched')
    .execute();
  return Map.groupBy(rows, (row) => row.mentionId);
};
