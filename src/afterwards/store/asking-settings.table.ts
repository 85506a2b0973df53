import { boolean, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import { ways } from '../model/asking.ts';

/** Whether and how a company asks how it went; without a row it does not. */
export const askingSettings = pgTable(
  'asking_settings',
  {
    workspaceId: workspaceIdColumn(),
    isOn: boolean('is_on').notNull(),
    /** Channels on which the question leaves by itself; on all others a person sends it. */
    automaticOn: text('automatic_on').array().notNull().default([]),
    /** Working minutes between the end of a conversation and a question that leaves by itself. */
    delayMinutes: integer('delay_minutes').notNull(),
    /** Nobody is asked twice within so many days. */
    quietDays: integer('quiet_days').notNull(),
    way: text('way', { enum: ways }).notNull(),
    /** 3 or 5 choices. */
    scale: smallint('scale').notNull(),
    /** How the company addresses people in Italian. */
    register: text('register', { enum: ['tu', 'lei'] }).notNull(),
    /** Also where anybody can read it. */
    asksInPublic: boolean('asks_in_public').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
