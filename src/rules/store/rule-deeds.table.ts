import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ThreadPlace } from '../../conversation/index.ts';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { Effect } from '../model/effect.ts';
import type { Reason } from '../model/judge.ts';

/** What a rule did to a conversation, and why: no words of anybody. */
export const ruleDeeds = pgTable(
  'rule_deeds',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    ruleId: uuid('rule_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    /** What it answered to: heard twice, it is done once. */
    happening: text('happening').notNull(),
    /** The run over what was already there; null when it happened by itself. */
    runId: uuid('run_id'),
    at: instant('at').notNull(),
    why: jsonb('why').$type<readonly Reason[]>().notNull(),
    did: jsonb('did').$type<readonly Effect[]>().notNull(),
    /** Where the conversation stood before, and within how many minutes it was to be answered. */
    before: jsonb('before')
      .$type<{ readonly place: ThreadPlace; readonly within: number | null }>()
      .notNull(),
    after: jsonb('after').$type<{ readonly place: ThreadPlace; readonly within: number | null }>().notNull(),
    /** The version of the conversation after it. */
    version: integer('version').notNull(),
    /** What a taking back came to; null while nobody took it back. */
    undone: text('undone', { enum: ['undone', 'kept', 'gone'] }),
    undoneAt: instant('undone_at'),
    /** The version of the conversation after it was taken back; null unless it was. */
    undoneVersion: integer('undone_version'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('rule_deeds_once').on(table.workspaceId, table.threadId, table.ruleId, table.happening),
    index('rule_deeds_rule').on(table.workspaceId, table.ruleId, table.at.desc(), table.id.desc()),
    index('rule_deeds_run').on(table.workspaceId, table.runId, table.id).where(sql`run_id is not null`),
    workspaceWall(),
  ],
);
