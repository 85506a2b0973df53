import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { foldText } from '../../platform/text/index.ts';
import { records, texts, time, uuids } from './sql-values.ts';

/** An account with the person whose it is. */
export type KnownAccount = {
  readonly identityId: string;
  readonly contactId: string;
  /** They objected to being profiled: nothing more is recorded. */
  readonly objected: boolean;
};

/** An account as a channel tells of it. */
export type HeardAccount = {
  readonly channel: string;
  readonly nativeId: string;
  /** Null for who has only reacted. */
  readonly authorId: string | null;
  readonly name: string | null;
  readonly handle: string | null;
  readonly url: string | null;
  readonly avatarUrl: string | null;
};

const columns = sql`i.id as "identityId", i.contact_id as "contactId", c.consent = 'objected' as objected`;
const contactOf = sql`join contacts c on c.workspace_id = i.workspace_id and c.id = i.contact_id`;

export const readByAuthor = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly string[],
): Promise<ReadonlyMap<string, KnownAccount>> => {
  const { rows } = await tx.execute<KnownAccount & { authorId: string }>(sql`
    select i.author_id as "authorId", ${columns} from identities i ${contactOf}
    where i.workspace_id = ${workspaceId} and i.author_id = any(${uuids(authorIds)})`);
  return new Map(rows.map(({ authorId, ...known }) => [authorId, known]));
};

/** By channel and native id (`accountKey`). */
export const readByNative = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  accounts: readonly Pick<HeardAccount, 'channel' | 'nativeId'>[],
): Promise<ReadonlyMap<string, KnownAccount & { readonly authorId: string | null }>> => {
  if (accounts.length === 0) return new Map();
  type Row = KnownAccount & { authorId: string | null; channel: string; nativeId: string };
  const wanted = accounts.map(({ channel, nativeId }) => ({ channel, native_id: nativeId }));
  const { rows } = await tx.execute<Row>(sql`
    select i.author_id as "authorId", i.channel, i.native_id as "nativeId", ${columns}
    from json_to_recordset(${records(wanted)}) as w(channel text, native_id text)
    join identities i on i.workspace_id = ${workspaceId} and i.channel = w.channel and i.native_id = w.native_id
    ${contactOf}`);
  return new Map(rows.map((row) => [accountKey(row), row]));
};

export const accountKey = ({ channel, nativeId }: Pick<HeardAccount, 'channel' | 'nativeId'>): string =>
  `${channel} ${nativeId}`;

/** Authors as accounts; our own are left out, by what they wrote and by who we are on the channels. */
export const readOthersAuthors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  authorIds: readonly string[],
): Promise<readonly (HeardAccount & { readonly authorId: string })[]> => {
  const { rows } = await tx.execute<HeardAccount & { authorId: string }>(sql`
    select a.id as "authorId", a.channel, a.native_id as "nativeId", a.name, a.handle, a.url, a.avatar_url as "avatarUrl"
    from authors a
    where a.workspace_id = ${workspaceId} and a.id = any(${uuids(authorIds)})
      and not exists (select from mentions m where m.workspace_id = a.workspace_id and m.author_id = a.id and m.ours)`);
  return rows;
};

/** Who we are, by channel and native id. */
export const readOurAccounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlySet<string>> => {
  const { rows } = await tx.execute<{ channel: string; nativeId: string }>(sql`
    select channel, account->>'nativeId' as "nativeId" from connections
    where workspace_id = ${workspaceId} and account is not null`);
  return new Set(rows.map(accountKey));
};

/** Makes an account and a person for each; who is there already stays as they are. */
export const insertPeople = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  accounts: readonly HeardAccount[],
  now: Date,
): Promise<void> => {
  if (accounts.length === 0) return;
  const rows = accounts.map((account) => {
    const name = account.name?.trim() || account.handle || account.nativeId;
    const searched = foldText([name, account.handle ?? ''].join(' '));
    return { ...account, id: newId(), contact: newId(), shown: name.slice(0, 200), searched };
  });
  await tx.execute(sql`
    with heard as (
      select * from json_to_recordset(${records(rows)}) as r(id uuid, contact uuid, shown text, searched text,
        channel text, "nativeId" text, "authorId" uuid, name text, handle text, url text, "avatarUrl" text)
    ), made as (
      insert into identities (workspace_id, id, contact_id, channel, native_id, author_id, name, handle, url, avatar_url, created_at)
      select ${workspaceId}::uuid, id, contact, channel, "nativeId", "authorId", name, handle, url, "avatarUrl", ${time(now)}
      from heard order by channel, "nativeId"
      on conflict (workspace_id, channel, native_id) do nothing
      returning contact_id
    )
    insert into contacts (workspace_id, id, name, searched, last_at, stage_at, created_at, updated_at)
    select ${workspaceId}::uuid, contact, shown, searched, ${time(now)}, ${time(now)}, ${time(now)}, ${time(now)}
    from heard where contact in (select contact_id from made)`);
};

/** Who had only reacted, or was imported, has spoken: their account has an author now. */
export const linkAuthors = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  links: readonly { readonly identityId: string; readonly authorId: string }[],
): Promise<void> => {
  if (links.length === 0) return;
  await tx.execute(sql`
    update identities i set author_id = r."authorId"
    from json_to_recordset(${records(links)}) as r("identityId" uuid, "authorId" uuid)
    where i.workspace_id = ${workspaceId} and i.id = r."identityId"`);
};

/** Which of these hashes are of people who asked to be forgotten. */
export const readSuppressed = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await tx.execute<{ hash: string }>(sql`
    select hash from suppressions where workspace_id = ${workspaceId} and hash = any(${texts(hashes)})`);
  return new Set(rows.map(({ hash }) => hash));
};

/** Accounts that waited under their handle get the id that the channel gives them, unless that one is known already. */
export const adoptAccounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  heard: readonly { readonly channel: string; readonly nativeId: string; readonly waiting: string }[],
): Promise<void> => {
  const found = heard.filter(({ nativeId, waiting }) => nativeId !== waiting);
  if (found.length === 0) return;
  await tx.execute(sql`
    update identities i set native_id = r."nativeId"
    from json_to_recordset(${records(found)}) as r(channel text, "nativeId" text, waiting text)
    where i.workspace_id = ${workspaceId} and i.channel = r.channel and i.native_id = r.waiting
      and not exists (select from identities k where k.workspace_id = ${workspaceId} and k.channel = r.channel
        and k.native_id = r."nativeId")`);
};
