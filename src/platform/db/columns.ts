import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The role that serves requests: it owns nothing and row-level security binds it. Made by `migrate`. */
export const applicationRole = pgRole('passaparola_app').existing();

export const workspaceIdColumn = () => uuid('workspace_id').notNull();

export const idColumn = () => uuid('id').notNull();

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const createdAtColumn = () => instant('created_at').notNull().defaultNow();

/**
 * True for rows that the transaction may see. The planner takes an `is not null` for nearly always true, as this is once
 * a query names its workspace, as each does; the bare comparison it takes for one row in a hundred, and then sorts what
 * an index holds in order.
 */
const behindTheWall = sql`nullif(workspace_id::text = current_setting('passaparola.workspace', true) or current_setting('passaparola.workspace', true) = '*', false) is not null`;

/**
 * The second wall behind the queries: a transaction sees the rows of the workspace that it named with
 * `inWorkspace`, none when it named none, and all only when it said so with `asInstallation` ('*').
 */
export const workspaceWall = () =>
  pgPolicy('workspace_wall', {
    for: 'all',
    to: applicationRole,
    using: behindTheWall,
    withCheck: behindTheWall,
  });
