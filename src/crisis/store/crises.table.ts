import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import { crisisStates } from '../model/crisis.ts';
import { logKinds } from '../model/log.ts';

/** A crisis of the company: at most one is on at a time. */
export const crises = pgTable(
  'crises',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    state: text('state', { enum: crisisStates }).notNull(),
    title: text('title').notNull(),
    /** The alert that proposed it; null when a person declared it of their own. */
    alertId: uuid('alert_id'),
    proposedAt: instant('proposed_at').notNull(),
    declaredAt: instant('declared_at'),
    declaredBy: uuid('declared_by'),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by'),
    /** Counts every change that a person makes: two acting at once are both told. */
    version: integer('version').notNull().default(1),
    /** Whether anyone can read the status at its public address. */
    statusPublic: boolean('status_public').notNull().default(false),
    /** Written afterwards. */
    worked: text('worked').notNull().default(''),
    toChange: text('to_change').notNull().default(''),
    reviewedAt: instant('reviewed_at'),
    reviewedBy: uuid('reviewed_by'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('crises_one').on(table.workspaceId).where(sql`state = 'declared'`),
    uniqueIndex('crises_alert').on(table.workspaceId, table.alertId),
    index('crises_list').on(table.workspaceId, table.proposedAt.desc()),
    workspaceWall(),
  ],
);

/** What everybody says while it lasts, in every version that was agreed. */
export const crisisLines = pgTable(
  'crisis_lines',
  {
    workspaceId: workspaceIdColumn(),
    crisisId: uuid('crisis_id').notNull(),
    /** Counts from 1; the highest one holds. */
    number: integer('number').notNull(),
    body: text('body').notNull(),
    agreedBy: uuid('agreed_by').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.crisisId, table.number] }), workspaceWall()],
);

/** What was decided, when and by whom. Rows are added, never changed. */
export const crisisLog = pgTable(
  'crisis_log',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    crisisId: uuid('crisis_id').notNull(),
    kind: text('kind', { enum: logKinds }).notNull(),
    /** Null: the product itself. */
    personId: uuid('person_id'),
    body: text('body').notNull(),
    details: jsonb('details').$type<Readonly<Record<string, unknown>>>().notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('crisis_log_crisis').on(table.workspaceId, table.crisisId, table.createdAt, table.id),
    workspaceWall(),
  ],
);

/** Who is in it, with what task, and whether on duty now. */
export const crisisTeam = pgTable(
  'crisis_team',
  {
    workspaceId: workspaceIdColumn(),
    crisisId: uuid('crisis_id').notNull(),
    personId: uuid('person_id').notNull(),
    task: text('task').notNull(),
    onDuty: boolean('on_duty').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.crisisId, table.personId] }), workspaceWall()],
);

/** What the company says to everybody on its status page. */
export const crisisStatus = pgTable(
  'crisis_status',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    crisisId: uuid('crisis_id').notNull(),
    italian: text('italian').notNull(),
    english: text('english').notNull(),
    publishedBy: uuid('published_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('crisis_status_crisis').on(table.workspaceId, table.crisisId, table.publishedAt),
    workspaceWall(),
  ],
);

/** What to do otherwise from now on: found in the review, each with somebody and a day. */
export const crisisChanges = pgTable(
  'crisis_changes',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    crisisId: uuid('crisis_id').notNull(),
    what: text('what').notNull(),
    ownerId: uuid('owner_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    doneAt: instant('done_at'),
    /** What it became in the room of care; null when it did not. */
    improvementId: uuid('improvement_id'),
    createdAt: createdAtColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('crisis_changes_crisis').on(table.workspaceId, table.crisisId),
    workspaceWall(),
  ],
);
