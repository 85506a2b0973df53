import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { AlertFacts } from '../model/facts.ts';
import { alertKinds } from '../model/kinds.ts';

/** A story: something unusual that began, grew and ended. It holds figures and ids, never anybody's words. */
export const alerts = pgTable(
  'alerts',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    ruleId: uuid('rule_id').notNull(),
    watchId: uuid('watch_id').notNull(),
    kind: text('kind', { enum: alertKinds }).notNull(),
    /** What was counted: `heard`, or a mark of readings such as `neg` and `aspect:price`. */
    measure: text('measure').notNull(),
    beganAt: instant('began_at').notNull(),
    openedAt: instant('opened_at').notNull(),
    grewAt: instant('grew_at').notNull(),
    endedAt: instant('ended_at'),
    facts: jsonb('facts').$type<AlertFacts>().notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: uuid('acknowledged_by'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('alerts_latest').on(table.workspaceId, table.openedAt.desc(), table.id.desc()),
    /** However often and in however many processes it is looked: one story at a time. */
    uniqueIndex('alerts_open')
      .on(table.workspaceId, table.ruleId, table.measure)
      .where(sql`ended_at is null`),
    workspaceWall(),
  ],
);
