import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { Judgement, WholeJudgement } from '../model/judgement.ts';

/** Who said what of how a mention was read. The words themselves are not here: they are the mention's, and go with it. */
export const readingCorrections = pgTable(
  'reading_corrections',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    mentionId: uuid('mention_id').notNull(),
    /** Of the mention: what is said of one form of a text teaches nothing of another. */
    revision: text('revision').notNull(),
    personId: uuid('person_id').notNull(),
    createdAt: createdAtColumn(),
    before: jsonb('before').$type<WholeJudgement>().notNull(),
    after: jsonb('after').$type<Judgement>().notNull(),
    /** They said that it was read rightly: `after` is what was read. */
    confirmed: boolean('confirmed').notNull(),
    heldBack: boolean('held_back').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('reading_corrections_mention').on(table.workspaceId, table.mentionId),
    workspaceWall(),
  ],
);
