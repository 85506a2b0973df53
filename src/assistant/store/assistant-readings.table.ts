import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { ProposedReading } from '../model/proposed-reading.ts';

/** What a language model made of a text that our own reading was unsure of: asked once for each form of a text. */
export const assistantReadings = pgTable(
  'assistant_readings',
  {
    workspaceId: workspaceIdColumn(),
    mentionId: uuid('mention_id').notNull(),
    revision: text('revision').notNull(),
    model: text('model').notNull(),
    /** Null when its answer was of no use. */
    proposed: jsonb('proposed').$type<ProposedReading>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.mentionId] }), workspaceWall()],
);
