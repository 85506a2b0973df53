import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

/** What a watch looks at in a stored mention. `saidAt` is ISO 8601. */
export type PastMention = {
  readonly id: string;
  readonly channel: string;
  readonly body: string;
  readonly title: string | null;
  readonly contentWarning: string | null;
  readonly media: readonly { readonly alt?: string }[];
  readonly links: readonly { readonly url: string }[];
  readonly url: string | null;
  readonly language: string | null;
  readonly place: { readonly name?: string; readonly home?: string } | null;
  readonly author: {
    readonly name: string | null;
    readonly handle: string | null;
    readonly nativeId: string | null;
    readonly url: string | null;
  };
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
  const after = before
    ? sql`and (m.said_at, m.id) < (${before.saidAt}::timestamptz, ${before.id}::uuid)`
    : sql``;
  const { rows } = await tx.execute<PastMention & { saidAt: string }>(sql`
    select m.id, m.channel, m.body, m.title, m.content_warning as "contentWarning", m.media, m.links, m.url, m.language, m.place,
           json_build_object('name', a.name, 'handle', a.handle, 'nativeId', a.native_id, 'url', a.url) as author,
           m.said_at as "saidAt"
      from mentions m
      left join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id
     where m.workspace_id = ${workspaceId} and not m.ours and m.removed_at is null ${after}
     order by m.said_at desc nulls last, m.id desc nulls last
     limit ${limit}`);
  return rows.map((row) => ({ ...row, saidAt: new Date(row.saidAt).toISOString() }));
};
