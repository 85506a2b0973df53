import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

/** What a company listens for: terms and phrases, any of which is enough. */
export const watches = pgTable(
  'watches',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    /** Terms and phrases as typed: string[]; matched with case and accents folded, on word boundaries. */
    terms: jsonb('terms').$type<readonly string[]>().notNull(),
    /** Words that call a match off: string[]. */
    except: jsonb('except').$type<readonly string[]>().notNull(),
    /** Why we listen (GDPR art. 6(1)(f)): the person's own sentence, dated by createdAt. */
    purpose: text('purpose').notNull(),
    state: text('state', { enum: ['active', 'paused'] })
      .notNull()
      .default('active'),
    createdBy: uuid('created_by'),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    removedAt: instant('removed_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);
