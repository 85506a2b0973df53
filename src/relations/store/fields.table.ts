import { integer, jsonb, pgTable, primaryKey, real, smallint, text, uuid } from 'drizzle-orm/pg-core';
import {
  createdAtColumn,
  idColumn,
  instant,
  workspaceIdColumn,
  workspaceWall,
} from '../../platform/db/columns.ts';
import type { Gathering } from '../model/field/gathering.ts';

/** A conversation in which the company wants to find its people: what it is spoken of with, and the hours there are for it. */
export const fields = pgTable(
  'fields',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    words: text('words').array().notNull(),
    tags: text('tags').array().notNull(),
    places: text('places').array().notNull(),
    /** Contacts whose words belong to it whatever they say. */
    seeds: uuid('seeds').array().notNull(),
    watchIds: uuid('watch_ids').array().notNull(),
    hoursPerMonth: real('hours_per_month').notNull(),
    /** Percentiles of audience between which a member lies. */
    bandFrom: smallint('band_from').notNull(),
    bandTo: smallint('band_to').notNull(),
    /** What a job does for it now; `failed` says that the last choice came to nothing. */
    state: text('state', { enum: ['idle', 'choosing', 'failed'] })
      .notNull()
      .default('idle'),
    /** Of the choice under way, 0 to 1. */
    progress: real('progress'),
    /** Names the choice under way: called off, or asked again, it is another or none. */
    choiceToken: uuid('choice_token'),
    /** What was counted last; null before, and when the words changed. */
    gathering: jsonb('gathering').$type<Gathering>(),
    gatheredAt: instant('gathered_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAtColumn(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);

/** How a field was, day by day. */
export const fieldSnapshots = pgTable(
  'field_snapshots',
  {
    workspaceId: workspaceIdColumn(),
    fieldId: uuid('field_id').notNull(),
    day: text('day').notNull(),
    mentions: integer('mentions').notNull(),
    people: integer('people').notNull(),
    reactionPairs: integer('reaction_pairs').notNull(),
    /** Of the web around us, among the people of the field alone. */
    effectiveSize: real('effective_size').notNull(),
    circlesReached: integer('circles_reached').notNull(),
    withinTwoSteps: real('within_two_steps').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.fieldId, table.day] }), workspaceWall()],
);
