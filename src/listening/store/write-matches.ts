import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Span } from '../model/match-watch.ts';

export type NewMatch = {
  readonly watchId: string;
  readonly mentionId: string;
  readonly spans: readonly Span[];
  /** ISO 8601. */
  readonly saidAt: string;
};

export const writeMatches = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  matches: readonly NewMatch[],
): Promise<void> => {
  if (matches.length === 0) return;
  await tx.execute(sql`${kept}
    insert into watch_matches (workspace_id, watch_id, mention_id, spans, said_at)
    select ${workspaceId}::uuid, r."watchId", r."mentionId", r."spans", r."saidAt"
      from ${rowsOf(matches, { watchId: 'uuid', mentionId: 'uuid', spans: 'jsonb', saidAt: 'timestamptz' })}
     order by 2, 3
    on conflict (workspace_id, watch_id, mention_id) do update set spans = excluded.spans, said_at = excluded.said_at`);
};
