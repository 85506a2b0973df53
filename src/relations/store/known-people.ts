import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { kept } from '../../platform/db/kept-statements.ts';
import { rowsOf } from '../../platform/db/rows.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { foldText } from '../../platform/text/index.ts';
import type { SummaryChange } from '../model/interactions/sum-changes.ts';
import { records, time, uuids } from './sql-values.ts';
import { newcomerFigures } from './summaries.ts';

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
  const { rows } = await tx.execute<KnownAccount & { authorId: string }>(sql`${kept}
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
  const { rows } = await tx.execute<Row>(sql`${kept}
    select i.author_id as "authorId", i.channel, i.native_id as "nativeId", ${columns}
    from ${rowsOf(accounts, { channel: 'text', nativeId: 'text' }, 'w')}
    join identities i on i.workspace_id = ${workspaceId} and i.channel = w.channel and i.native_id = w."nativeId"
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
  const { rows } = await tx.execute<HeardAccount & { authorId: string }>(sql`${kept}
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

/** Somebody heard for the first time: their account is there, the person is not yet. */
export type Newcomer = { readonly contactId: string; readonly name: string; readonly searched: string };

/** Makes the accounts that are missing; who is there already stays as they are, and is not among those given back. */
export const insertAccounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  accounts: readonly HeardAccount[],
  now: Date,
): Promise<ReadonlyMap<string, KnownAccount & { readonly newcomer: Newcomer }>> => {
  if (accounts.length === 0) return new Map();
  const rows = accounts.map((account) => ({ ...account, id: newId(), contactId: newId() }));
  const { rows: made } = await tx.execute<{ id: string }>(sql`${kept}
    insert into identities (workspace_id, id, contact_id, channel, native_id, author_id, name, handle, url, avatar_url, created_at)
    select ${workspaceId}::uuid, id, "contactId", channel, "nativeId", "authorId", name, handle, url, "avatarUrl", ${time(now)}
    from ${rowsOf(rows, accountColumns)} order by channel, "nativeId"
    on conflict (workspace_id, channel, native_id) do nothing
    returning id`);
  const isMade = new Set(made.map(({ id }) => id));
  return new Map(
    rows
      .filter(({ id }) => isMade.has(id))
      .map((row) => [
        accountKey(row),
        { identityId: row.id, contactId: row.contactId, objected: false, newcomer: newcomerOf(row) },
      ]),
  );
};

const accountColumns = {
  id: 'uuid',
  contactId: 'uuid',
  channel: 'text',
  nativeId: 'text',
  authorId: 'uuid',
  name: 'text',
  handle: 'text',
  url: 'text',
  avatarUrl: 'text',
} as const;

const newcomerOf = (account: HeardAccount & { readonly contactId: string }): Newcomer => {
  const name = account.name?.trim() || account.handle || account.nativeId;
  const searched = foldText([name, account.handle ?? ''].join(' '));
  return { contactId: account.contactId, name: name.slice(0, 200), searched };
};

/** Makes the people of new accounts, once, with the figures that the same batch brings them. */
export const insertNewcomers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  newcomers: readonly Newcomer[],
  changes: ReadonlyMap<string, SummaryChange>,
  now: Date,
): Promise<void> => {
  if (newcomers.length === 0) return;
  const rows = newcomers.map((newcomer) => ({
    ...noFigures,
    ...newcomer,
    ...changes.get(newcomer.contactId),
  }));
  await tx.execute(sql`${kept}
    insert into contacts (workspace_id, id, name, searched, created_at, updated_at, ${newcomerFigures.names})
    select ${workspaceId}::uuid, "contactId", name, searched, ${time(now)}, ${time(now)}, ${newcomerFigures.values(time(now))}
    from ${rowsOf(rows, { name: 'text', searched: 'text', ...newcomerFigures.columns })}
    order by "contactId"`);
};

const noFigures = { heardAt: null, inAt: null, outAt: null, inCount: 0, outCount: 0 };

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

/** Accounts that waited under their handle get the id that the channel gives them, unless that one is known already. */
export const adoptAccounts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  heard: readonly { readonly channel: string; readonly nativeId: string; readonly waiting: string }[],
): Promise<void> => {
  const found = heard.filter(({ nativeId, waiting }) => nativeId !== waiting);
  if (found.length === 0) return;
  await tx.execute(sql`${kept}
    update identities i set native_id = r."nativeId"
    from ${rowsOf(found, { channel: 'text', nativeId: 'text', waiting: 'text' })}
    where i.workspace_id = ${workspaceId} and i.channel = r.channel and i.native_id = r.waiting
      and not exists (select from identities k where k.workspace_id = ${workspaceId} and k.channel = r.channel
        and k.native_id = r."nativeId")`);
};
