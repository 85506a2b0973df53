import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/**
 * One thing that passed from one to another: the edges of the graph. A null end is us. The key says what it was made of
 * (model/interactions/source-key.ts), so that hearing the same again, in any order, changes nothing.
 */
export const interactions = pgTable(
  'interactions',
  {
    workspaceId: workspaceIdColumn(),
    sourceKey: text('source_key').notNull(),
    at: instant('at').notNull(),
    channel: text('channel').notNull(),
    kind: text('kind', {
      enum: [
        'reply',
        'comment',
        'mention',
        'share',
        'like',
        'review',
        'trackback',
        'mail',
        'meeting',
        'follow',
      ],
    }).notNull(),
    fromIdentity: uuid('from_identity'),
    toIdentity: uuid('to_identity'),
    /** The colleague who did it or was there. */
    personId: uuid('person_id'),
    connectionId: uuid('connection_id'),
    mentionId: uuid('mention_id'),
    /** The weight of its kind (model/interactions/kinds.ts). */
    value: real('value').notNull(),
    note: text('note'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sourceKey] }),
    index('interactions_from').on(table.workspaceId, table.fromIdentity, table.at.desc()),
    index('interactions_to').on(table.workspaceId, table.toIdentity, table.at.desc()),
    /** Who of us knows whom. */
    index('interactions_person')
      .on(table.workspaceId, table.toIdentity, table.personId, table.at)
      .where(sql`person_id is not null`),
    workspaceWall(),
  ],
);
