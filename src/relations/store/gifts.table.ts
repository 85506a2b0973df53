import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Words } from '../../channels/index.ts';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';

export const giftKinds = ['gift', 'sample', 'trial', 'travel', 'payment'] as const;

/** What was given to somebody, and the words that it forces on whoever speaks of us afterwards. */
export const gifts = pgTable(
  'gifts',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    /** Null once the person asked to be forgotten: what the company gave stays in its books. */
    contactId: uuid('contact_id'),
    kind: text('kind', { enum: giftKinds }).notNull(),
    what: text('what').notNull(),
    /** Euro cents. */
    valueCents: integer('value_cents'),
    at: instant('at').notNull(),
    personId: uuid('person_id').notNull(),
    /** As the rules stood on that day: {label: {it, en}, tags, tell: {it, en}}. */
    disclosure: jsonb('disclosure')
      .$type<{ readonly label: Words; readonly tags: readonly string[]; readonly tell: Words }>()
      .notNull(),
    programme: text('programme'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('gifts_contact').on(table.workspaceId, table.contactId, table.at.desc()),
    workspaceWall(),
  ],
);
