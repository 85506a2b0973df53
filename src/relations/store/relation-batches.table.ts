import { integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { StoredFindings } from '../model/map/stored-findings.ts';
import type { StoredOpenings } from '../model/openings/openings.ts';

/** What the last batch left besides scores, and which one is under way. `relation_states` says how it goes. */
export const relationBatches = pgTable(
  'relation_batches',
  {
    workspaceId: workspaceIdColumn(),
    /** Names the batch under way: called off, or begun again elsewhere, it is another or none. */
    token: uuid('token'),
    /** Interactions that the last one read: a hundredth of them more asks for another. */
    interactions: integer('interactions').notNull().default(0),
    /** Days, by channel: fitted where there is enough to fit. */
    halfLives: jsonb('half_lives').$type<Readonly<Record<string, number>>>().notNull().default({}),
    /** The map's answers, people and circles by their ids; null before the first batch. */
    findings: jsonb('findings').$type<StoredFindings>(),
    /** Whoever could open something, by their ids: what of it is still true is seen when a list is read. */
    openings: jsonb('openings').$type<StoredOpenings>(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), workspaceWall()],
);
