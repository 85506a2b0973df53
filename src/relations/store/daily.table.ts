import { date, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

/** Who was on the list of a day and why: written when somebody first looks at it, so that it stands for the day. */
export const dailyEntries = pgTable(
  'daily_entries',
  {
    workspaceId: workspaceIdColumn(),
    /** The company's own day. */
    day: date('day', { mode: 'string' }).notNull(),
    contactId: uuid('contact_id').notNull(),
    reason: text('reason').notNull(),
    position: smallint('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.day, table.contactId] }),
    index('daily_entries_contact').on(table.workspaceId, table.contactId),
    workspaceWall(),
  ],
);

/** What somebody said of an entry of the list. */
export const dailyChoices = pgTable(
  'daily_choices',
  {
    workspaceId: workspaceIdColumn(),
    day: date('day', { mode: 'string' }).notNull(),
    contactId: uuid('contact_id').notNull(),
    reason: text('reason').notNull(),
    state: text('state', { enum: ['done', 'later', 'never'] }).notNull(),
    until: date('until', { mode: 'string' }),
    personId: uuid('person_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.day, table.contactId] }),
    index('daily_choices_contact').on(table.workspaceId, table.contactId),
    index('daily_choices_state').on(table.workspaceId, table.state),
    workspaceWall(),
  ],
);
