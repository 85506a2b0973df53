import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { RawItem } from '../../channels/events.ts';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { HeldCarriage, HeldState, RefusedAs, ShownHeld } from '../model/held.ts';

/** What waits for a person's word before it counts as said: it is no mention, no thread, no figure until then. */
export const heldMentions = pgTable(
  'held_mentions',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    connectionId: uuid('connection_id').notNull(),
    channel: text('channel').notNull(),
    nativeId: text('native_id').notNull(),
    /** As the channel gave it, to be taken in when approved; null once it is forgotten. */
    raw: jsonb('raw').$type<RawItem>(),
    shown: jsonb('shown').$type<ShownHeld>(),
    authorNativeId: text('author_native_id').notNull(),
    authorHandle: text('author_handle'),
    authorUrl: text('author_url'),
    receivedAt: instant('received_at').notNull(),
    state: text('state').$type<HeldState>().notNull(),
    refusedAs: text('refused_as').$type<RefusedAs>(),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
    /** Whether the decision has been told to the channel, where the channel can be told. */
    carriage: text('carriage').$type<HeldCarriage>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('held_mentions_native').on(table.workspaceId, table.connectionId, table.nativeId),
    index('held_mentions_latest').on(
      table.workspaceId,
      table.state,
      table.receivedAt.desc(),
      table.id.desc(),
    ),
    workspaceWall(),
  ],
);
