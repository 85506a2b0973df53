import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, real, smallint, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';

export const consents = ['unknown', 'agreed', 'quiet', 'objected'] as const;
export const stages = ['noticed', 'conversed', 'met', 'involved', 'co-created', 'advocates'] as const;

/**
 * A person outside the company, across all channels. The figures below `heardAt` sum up their interactions with us: the
 * recording keeps them, and the rebuilding makes the same again.
 */
export const contacts = pgTable(
  'contacts',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    company: text('company'),
    role: text('role'),
    place: text('place'),
    note: text('note'),
    tags: text('tags').array().notNull().default([]),
    /** Name, company, place, tags and handles, folded: what a search looks through. */
    searched: text('searched').notNull().default(''),
    consent: text('consent', { enum: consents }).notNull().default('unknown'),
    consentAt: instant('consent_at'),
    consentNote: text('consent_note'),
    /** Colleagues who said that they know them. */
    knownBy: uuid('known_by').array().notNull().default([]),
    /** When we first met or made something together, and the same as month * 100 + day. */
    birthday: date('birthday', { mode: 'string' }),
    birthdayDay: smallint('birthday_day'),
    birthdayWhat: text('birthday_what'),
    stage: text('stage', { enum: stages }).notNull().default('noticed'),
    stageAt: instant('stage_at').notNull().defaultNow(),
    /** Set once this is no person of its own any more: a human said that it is the same as another. */
    mergedInto: uuid('merged_into'),
    /** Made by hand or imported, not by what came in. */
    byHand: text('by_hand', { enum: ['person', 'import'] }),
    /** Their latest words that we heard of, to us or not. */
    heardAt: instant('heard_at'),
    /** Their latest interaction towards us, and ours towards them. */
    inAt: instant('in_at'),
    outAt: instant('out_at'),
    inCount: integer('in_count').notNull().default(0),
    outCount: integer('out_count').notNull().default(0),
    /** The latest of those, else when they were made: the order of lists. */
    lastAt: instant('last_at').notNull(),
    /** Days that usually pass between two contacts with us; null with too few. By a job of the night. */
    usualDays: real('usual_days'),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('contacts_latest')
      .on(table.workspaceId, table.lastAt.desc(), table.id.desc())
      .where(sql`merged_into is null`),
    index('contacts_birthday').on(table.workspaceId, table.birthdayDay).where(sql`birthday_day is not null`),
    /** Ties with a rhythm of their own, those with whom most has passed first: which of them fall asleep. */
    index('contacts_closest')
      .on(table.workspaceId, sql`(in_count + out_count) desc`, table.id)
      .where(sql`usual_days is not null and merged_into is null`),
    index('contacts_rhythm').on(table.workspaceId, table.lastAt).where(sql`usual_days is not null`),
    workspaceWall(),
  ],
);
