import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { ImportLook } from '../model/import-look.ts';
import type { ImportSettings } from '../model/import-settings.ts';
import { importStates } from '../model/import-state.ts';

/** A file of past conversation: what is known of it, how far its reading has come, and what it brought. */
export const imports = pgTable(
  'imports',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    /** Who brought it. */
    personId: uuid('person_id').notNull(),
    /** The file's name, as a line of clean text. */
    name: text('name').notNull(),
    byteLength: bigint('byte_length', { mode: 'number' }).notNull(),
    /** Bytes of the file that are here. */
    received: bigint('received', { mode: 'number' }).notNull().default(0),
    state: text('state', { enum: importStates }).notNull(),
    /** Null until the file has been looked at. */
    settings: jsonb('settings').$type<ImportSettings>(),
    /** What the trial found; null when there was none, or the settings changed since. */
    look: jsonb('look').$type<ImportLook>(),
    /** Where its mentions hang; null until it has begun. */
    connectionId: uuid('connection_id'),
    /** Rows that are dealt with: reading goes on after them. */
    cursor: integer('cursor').notNull().default(0),
    /** Mentions that it brought and that are still there, rows that we had before, rows that were left out. */
    brought: integer('brought').notNull().default(0),
    known: integer('known').notNull().default(0),
    refused: integer('refused').notNull().default(0),
    /** Why it stands still, as a word that the screens know; null while it does not. */
    problem: text('problem'),
    createdAt: createdAtColumn(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('imports_state').on(table.state, table.createdAt),
    workspaceWall(),
  ],
);
