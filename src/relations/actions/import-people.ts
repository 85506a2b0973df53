import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import {
  type Imported,
  type ImportedAccount,
  type ImportedPerson,
  type ImportProblem,
  problemWords,
} from '../model/import/imported.ts';
import { type ImportAsked, readImport } from '../model/import/read-import.ts';
import { kindValues } from '../model/interactions/kinds.ts';
import { sourceKeys } from '../model/interactions/source-key.ts';
import { holdPeople } from '../store/hold-people.ts';
import { describeImported } from '../store/import-people.ts';
import { saveImport } from '../store/import-rows.ts';
import { type NewInteraction, writeInteractions } from '../store/interaction-rows.ts';
import { accountKey, type HeardAccount, type KnownAccount, readByNative } from '../store/known-people.ts';
import { contactsOf, noteChanges, recomputeSummaries } from '../store/summaries.ts';
import { knowAccounts, mayProfile, type PeopleGround } from './know-people.ts';
import { tellContacts } from './tell-contacts.ts';

/** `added` and `known` count people, and interactions where those are imported; `refused` may not be taken. */
export type ImportReport = {
  readonly read: number;
  readonly added: number;
  readonly known: number;
  readonly problems: readonly ImportProblem[];
  readonly refused: number;
};

type Ground = Pick<Platform, 'database' | 'clock'> & PeopleGround;

const MOST_PROBLEMS = 200;

/** Takes the way out of a transaction that was only tried. */
class Rehearsed extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('rehearsed');
    this.report = report;
  }
}

/** Brings a list in; a dry run does the same and takes everything back. Nobody is made of accounts that asked to be forgotten. */
export const importPeople = (
  platform: Ground,
  actor: Member,
  { dryRun, ...asked }: ImportAsked & { readonly dryRun: boolean },
): Promise<Result<ImportReport, { readonly kind: 'not-allowed' }>> =>
  importLists(platform, actor, readImport(asked, platform.clock.now()), { ...asked, name: null, dryRun });

type ListAsked = Omit<ImportAsked, 'text'> & { readonly name: string | null; readonly dryRun: boolean };

/** The same of what was read already. What it makes is kept in mind, so that it can be taken back. */
export const importLists = async (
  platform: Ground,
  actor: Member,
  imported: Imported,
  { dryRun, ...asked }: ListAsked,
): Promise<Result<ImportReport, { readonly kind: 'not-allowed' }>> => {
  if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
  try {
    const report = await platform.database.inWorkspace(actor.workspaceId, async (tx) => {
      const done = await take(platform, tx, actor, imported);
      if (dryRun) throw new Rehearsed(done.report);
      const { read, added, known, refused } = done.report;
      const details = { format: asked.format, kind: asked.kind, read, added, known, refused };
      await audit(tx, actor, { action: 'contacts.imported', subjectKind: 'workspace', details });
      if (done.made.contactIds.length + done.made.sourceKeys.length > 0)
        await saveImport(tx, {
          workspaceId: actor.workspaceId,
          id: newId(),
          personId: actor.personId,
          at: platform.clock.now(),
          name: asked.name,
          format: asked.format,
          kind: asked.kind,
          added,
          ...done.made,
        });
      if (added > 0) await tellContacts(tx, actor.workspaceId, done.contactIds.slice(0, MOST_PROBLEMS));
      return done.report;
    });
    return ok(report);
  } catch (error) {
    if (error instanceof Rehearsed) return ok(error.report);
    throw error;
  }
};

type Taken = {
  readonly report: ImportReport;
  readonly contactIds: readonly string[];
  /** What was not there before. */
  readonly made: { readonly contactIds: readonly string[]; readonly sourceKeys: readonly string[] };
};

const take = async (
  platform: Ground,
  tx: Transaction,
  { workspaceId }: Member,
  imported: Imported,
): Promise<Taken> => {
  await holdPeople(tx, workspaceId, 'shared');
  const wanted = accountsIn(imported);
  const forbidden = wanted.filter(({ channel }) => !mayProfile(channel));
  const before = await readByNative(tx, workspaceId, wanted);
  const accounts = await knowAccounts(platform, tx, workspaceId, wanted);
  const people = imported.people.map((person) => ({
    person,
    account: accounts.get(accountKey(accountOf(person))),
  }));
  await describeImported(
    tx,
    workspaceId,
    people.flatMap(({ person, account }) =>
      account && !before.has(accountKey(accountOf(person))) ? [{ ...person, ...account }] : [],
    ),
  );
  const rows = edgesIn(imported, accounts, platform.clock.now());
  const written = await writeInteractions(tx, workspaceId, rows);
  const fresh = written.filter(({ inserted }) => inserted);
  const ends = fresh.flatMap(({ fromIdentity, toIdentity }) =>
    [fromIdentity, toIdentity].filter((id) => id !== null),
  );
  const contactIds = [
    ...new Set([
      ...(await contactsOf(tx, workspaceId, ends)),
      ...people.flatMap(({ account }) => account?.contactId ?? []),
    ]),
  ];
  await recomputeSummaries(tx, workspaceId, contactIds);
  await noteChanges(tx, workspaceId, fresh.length);
  const newcomers = wanted.flatMap((each) => {
    const account = before.has(accountKey(each)) ? undefined : accounts.get(accountKey(each));
    return account ? [account.contactId] : [];
  });
  const made = newcomers.length;
  const isOfEdges = imported.edges.length > 0;
  const refused = imported.refused + wanted.filter((each) => !accounts.has(accountKey(each))).length;
  return {
    contactIds,
    made: { contactIds: [...new Set(newcomers)], sourceKeys: fresh.map(({ sourceKey }) => sourceKey) },
    report: {
      read: imported.read,
      added: isOfEdges ? fresh.length : made,
      known: isOfEdges ? rows.length - fresh.length : wanted.length - made - (refused - imported.refused),
      problems: [...imported.problems, ...forbiddenLines(imported, forbidden)].slice(0, MOST_PROBLEMS),
      refused,
    },
  };
};

/** Who has no account is kept by name and company, so that the same list again makes nobody twice. */
const accountOf = ({ account, name, company }: ImportedPerson): ImportedAccount =>
  account ?? {
    channel: 'by-hand',
    nativeId: sourceKeys.imported(name.toLowerCase(), (company ?? '').toLowerCase()),
    handle: null,
  };

const accountsIn = ({ people, edges }: Imported): readonly HeardAccount[] => {
  const nothing = { authorId: null, url: null, avatarUrl: null };
  const ends = edges.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null);
  const all: readonly HeardAccount[] = [
    ...people.map((person) => ({ ...nothing, ...accountOf(person), name: person.name })),
    ...ends.map((end) => ({ ...nothing, ...end, name: null })),
  ];
  return [...new Map([...all].reverse().map((each) => [accountKey(each), each])).values()].reverse();
};

const forbiddenLines = (
  { people }: Imported,
  forbidden: readonly HeardAccount[],
): readonly ImportProblem[] => {
  const keys = new Set(forbidden.map(accountKey));
  return people
    .filter((person) => keys.has(accountKey(accountOf(person))))
    .map(({ line }) => ({ line, says: problemWords.terms }));
};

/** Who follows us has an edge of today, the same however often the list comes. */
const edgesIn = (
  { people, edges }: Imported,
  accounts: ReadonlyMap<string, KnownAccount>,
  now: Date,
): readonly NewInteraction[] => {
  const identity = (account: ImportedAccount | null): string | null | undefined => {
    const known = account === null ? null : accounts.get(accountKey(account));
    return known === null ? null : known && !known.objected ? known.identityId : undefined;
  };
  const follows = people
    .filter(({ follows: does }) => does)
    .map((person) => ({
      from: accountOf(person),
      to: null,
      kind: 'follow' as const,
      at: now.toISOString(),
      key: sourceKeys.imported('follow', accountKey(accountOf(person))),
    }));
  const told = edges.map(({ from, to, kind, at }) => ({
    from,
    to,
    kind,
    at,
    key: sourceKeys.imported(from ? accountKey(from) : '', to ? accountKey(to) : '', kind, at),
  }));
  const rows = [...follows, ...told].flatMap(({ from, to, kind, at, key }): NewInteraction[] => {
    const [fromIdentity, toIdentity] = [identity(from), identity(to)];
    if (fromIdentity === undefined || toIdentity === undefined) return [];
    const channel = from?.channel ?? to?.channel ?? 'by-hand';
    return [{ sourceKey: key, at, channel, kind, fromIdentity, toIdentity, value: kindValues[kind] }];
  });
  return [...new Map(rows.map((row) => [row.sourceKey, row])).values()];
};
