import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';

/** Longer originals are told by their digest alone. */
const LONGEST_ORIGINAL = 100_000;

export type KeptMention = {
  readonly mentionId: string;
  readonly authorId: string;
  readonly channel: string;
  readonly connection: string;
  readonly nativeId: string;
  readonly parentNativeId: string | null;
  readonly rootNativeId: string | null;
  readonly url: string | null;
  readonly author: {
    readonly name: string | null;
    readonly handle: string | null;
    readonly url: string | null;
    readonly nativeId: string | null;
  };
  readonly saidAt: string;
  readonly firstSeenAt: string;
  readonly editedAt: string | null;
  readonly removedAt: string | null;
  readonly title: string | null;
  readonly body: string;
  readonly quoted: string | null;
  readonly contentHash: string;
  readonly rating: { readonly value: number; readonly best: number } | null;
  readonly media: readonly Record<string, unknown>[];
  readonly versions: readonly {
    readonly revision: string;
    readonly title: string | null;
    readonly body: string;
    readonly contentHash: string;
    readonly replacedAt: string;
  }[];
  readonly originals: readonly {
    readonly revision: string;
    readonly contentType: string;
    readonly encoding: 'utf8' | 'base64';
    /** Of the bytes as stored, hex. */
    readonly sha256: string;
    readonly receivedAt: string;
    readonly body: string | null;
  }[];
};

/** Everything that is kept of these mentions of others, for evidence: text, earlier versions, originals. Times are ISO 8601. */
export const readEverythingKept = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
): Promise<readonly KeptMention[]> => {
  const { rows } = await tx.execute<KeptMention>(sql`
    select m.id as "mentionId", m.author_id as "authorId", m.channel, coalesce(c.name, '') as connection,
      m.native_id as "nativeId", m.parent_native_id as "parentNativeId", m.root_native_id as "rootNativeId", m.url,
      jsonb_build_object('name', a.name, 'handle', a.handle, 'url', a.url, 'nativeId', a.native_id) as author,
      m.said_at as "saidAt", m.received_at as "firstSeenAt", m.edited_at as "editedAt", m.removed_at as "removedAt",
      m.title, m.body, m.quoted, m.content_hash as "contentHash", m.rating, m.media,
      (select coalesce(jsonb_agg(jsonb_build_object('revision', r.revision, 'title', r.title, 'body', r.body,
          'contentHash', r.content_hash, 'replacedAt', r.replaced_at) order by r.replaced_at), '[]')
        from mention_revisions r where r.workspace_id = m.workspace_id and r.mention_id = m.id) as versions,
      (select coalesce(jsonb_agg(jsonb_build_object('revision', r.revision, 'contentType', r.content_type,
          'encoding', r.encoding, 'receivedAt', r.received_at, 'body', r.body) order by r.received_at), '[]')
        from raw_items r where r.workspace_id = m.workspace_id and r.connection_id = m.connection_id
          and r.native_id = m.native_id and r.body <> '') as originals
    from mentions m
    left join connections c on c.workspace_id = m.workspace_id and c.id = m.connection_id
    left join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id
    where m.workspace_id = ${workspaceId} and m.id = any(${sql.param([...ids])}::uuid[]) and not m.ours
    order by m.said_at, m.id`);
  return rows.map(keptOf);
};

const keptOf = (row: KeptMention): KeptMention => ({
  ...row,
  saidAt: iso(row.saidAt),
  firstSeenAt: iso(row.firstSeenAt),
  editedAt: row.editedAt && iso(row.editedAt),
  removedAt: row.removedAt && iso(row.removedAt),
  versions: row.versions.map((version) => ({ ...version, replacedAt: iso(version.replacedAt) })),
  originals: row.originals.map(({ body, ...original }) => ({
    ...original,
    receivedAt: iso(original.receivedAt),
    sha256: createHash('sha256')
      .update(body ?? '')
      .digest('hex'),
    body: body !== null && body.length <= LONGEST_ORIGINAL ? body : null,
  })),
});

const iso = (time: string): string => new Date(time).toISOString();
