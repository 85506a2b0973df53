import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';

export type NoticeCompany = { readonly id: WorkspaceId; readonly name: string };

/** The company of a public address; asked over the whole installation, because nobody has signed in. */
export const findNoticeCompany = async (
  tx: Transaction,
  slug: string,
): Promise<NoticeCompany | undefined> => {
  const { rows } = await tx.execute<NoticeCompany>(sql`select id, name from workspaces where slug = ${slug}`);
  return rows[0];
};

/** The channels on which a company listens. */
export const connectedChannels = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<readonly string[]> => {
  const { rows } = await tx.execute<{ channel: string }>(sql`
    select distinct channel from connections where workspace_id = ${workspaceId} and removed_at is null order by channel`);
  return rows.map(({ channel }) => channel);
};
