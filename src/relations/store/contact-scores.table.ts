import { sql } from 'drizzle-orm';
import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Words } from '../../channels/index.ts';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { OwnValues } from '../model/ties/kind-value.ts';

/** What the batch of the night says of each person: written whole by it, read everywhere else. Zero to one unless told. */
export const contactScores = pgTable(
  'contact_scores',
  {
    workspaceId: workspaceIdColumn(),
    contactId: uuid('contact_id').notNull(),
    /** Of the tie between us and them. */
    strength: real('strength').notNull(),
    reciprocity: real('reciprocity').notNull(),
    /** Decayed sums, theirs to us and ours to them. */
    intensityIn: doublePrecision('intensity_in').notNull(),
    intensityOut: doublePrecision('intensity_out').notNull(),
    lastAt: instant('last_at'),
    /** -1 to 1: what the strength lost, or gained, in the last quarter. */
    trend: real('trend').notNull().default(0),
    communityId: uuid('community_id'),
    degree: integer('degree').notNull(),
    constraint: real('constraint'),
    effectiveSize: real('effective_size'),
    clustering: real('clustering'),
    core: integer('core').notNull(),
    participation: real('participation'),
    credibility: real('credibility'),
    relevance: real('relevance'),
    responsiveness: real('responsiveness'),
    middle: real('middle'),
    /** What each of those rests on. */
    evidence: jsonb('evidence').$type<Readonly<Record<string, unknown>>>().notNull(),
    batchAt: instant('batch_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.contactId] }),
    index('contact_scores_strength').on(table.workspaceId, table.strength.desc()),
    index('contact_scores_community').on(table.workspaceId, table.communityId, table.strength.desc()),
    workspaceWall(),
  ],
);

/** A circle of people who speak with one another, as the batch found it. */
export const communities = pgTable(
  'communities',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    name: jsonb('name').$type<Words>().notNull(),
    words: jsonb('words').$type<readonly string[]>().notNull(),
    size: integer('size').notNull(),
    since: instant('since').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);

/** A tie between two people outside; `a` is the smaller id. Intensities are decayed sums each way. */
export const contactTies = pgTable(
  'contact_ties',
  {
    workspaceId: workspaceIdColumn(),
    a: uuid('a').notNull(),
    b: uuid('b').notNull(),
    intensityAb: doublePrecision('intensity_ab').notNull(),
    intensityBa: doublePrecision('intensity_ba').notNull(),
    overlap: real('overlap'),
    lastAt: instant('last_at'),
    batchAt: instant('batch_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.a, table.b] }),
    /** Somebody's strongest ties, from either end. */
    index('contact_ties_strongest_a').on(table.workspaceId, table.a, sql`(intensity_ab + intensity_ba) desc`),
    index('contact_ties_strongest_b').on(table.workspaceId, table.b, sql`(intensity_ab + intensity_ba) desc`),
    workspaceWall(),
  ],
);

/** How the web around us was, day by day. */
export const relationSnapshots = pgTable(
  'relation_snapshots',
  {
    workspaceId: workspaceIdColumn(),
    day: date('day', { mode: 'string' }).notNull(),
    contacts: integer('contacts').notNull(),
    /** Ties among others. */
    ties: integer('ties').notNull(),
    /** People with a living tie with us. */
    ourTies: integer('our_ties').notNull().default(0),
    ourEffectiveSize: real('our_effective_size').notNull(),
    circlesReached: integer('circles_reached').notNull(),
    withinTwoSteps: integer('within_two_steps').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.day] }), workspaceWall()],
);

/** Where the batch stands: how much changed since, and what it does now. */
export const relationStates = pgTable(
  'relation_states',
  {
    workspaceId: workspaceIdColumn(),
    /** What kinds of interaction are worth to this company, where it is not the usual (model/interactions/kinds.ts). */
    kindValues: jsonb('kind_values').$type<OwnValues>().notNull().default({}),
    /** Interactions recorded since the last batch. */
    changed: integer('changed').notNull().default(0),
    batchAt: instant('batch_at'),
    seconds: real('seconds'),
    state: text('state', { enum: ['idle', 'running', 'failed'] })
      .notNull()
      .default('idle'),
    progress: real('progress'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
