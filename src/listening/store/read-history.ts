import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** What a watch looks at in a stored mention. `saidAt` is ISO 8601. */
export type PastMention = {
  readonly id: string;
  readonly body: string;
  readonly title: string | null;
  readonly contentWarning: string | null;
  readonly media: readonly { readonly alt?: string }[];
  readonly saidAt: string;
};

export type Place = { readonly saidAt: string; readonly id: string };

/** Others' words that still have a text, the latest first, after `before`. */
export const readHistory = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  before: Place | undefined,
  limit: number,
): Promise<PastMention[]> => {
  const after = before ? sql`and (said_at, id) < (${before.saidAt}::timestamptz, ${before.id}::uuid)` : sql``;
  const { rows } = await tx.execute<PastMention & { saidAt: string }>(sql`
    select id, body, title, content_warning as "contentWarning", media, said_at as "saidAt"
      from mentions
     where workspace_id = ${workspaceId} and not ours and removed_at is null ${after}
     order by said_at desc nulls last, id desc nulls last
     limit ${limit}`);
  return rows.map((row) => ({ ...row, saidAt: new Date(row.saidAt).toISOString() }));
};
