import type { Transaction } from '../../platform/db/database.ts';
import type { MentionId, WorkspaceId } from '../../platform/ids.ts';
import { type Edge, edgesOf, type SpokenFacts } from '../model/interactions/edges-of.ts';
import { sourceKeys } from '../model/interactions/source-key.ts';
import { type SummaryChange, sumChanges } from '../model/interactions/sum-changes.ts';
import { holdPeople } from '../store/hold-people.ts';
import {
  deleteInteractions,
  type NewInteraction,
  type WrittenInteraction,
  writeInteractions,
} from '../store/interaction-rows.ts';
import type { KnownAccount } from '../store/known-people.ts';
import { readAnswersTo, readSpoken } from '../store/spoken-facts.ts';
import { addToSummaries, contactsOf, noteChanges, recomputeSummaries } from '../store/summaries.ts';
import { meetAuthors, type PeopleGround, welcome } from './know-people.ts';
import { noteTalks } from './note-talks.ts';

/** Mentions that are looked up and written together. */
const CHUNK = 500;

/**
 * Records what mentions say of who speaks with whom: accounts and people where they were missing, edges, and the figures
 * of each person. `again` are those that may have been recorded otherwise before: edited, or taken back. Set-based, in
 * the caller's transaction; saying the same again, in any order and in any parts, changes nothing.
 */
export const recordMentions = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
  again: ReadonlySet<MentionId>,
): Promise<void> => {
  if (ids.length === 0) return;
  await holdPeople(tx, workspaceId, 'shared');
  for (let start = 0; start < ids.length; start += CHUNK)
    await recordChunk(platform, tx, workspaceId, ids.slice(start, start + CHUNK), again);
};

const recordChunk = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  ids: readonly MentionId[],
  again: ReadonlySet<MentionId>,
): Promise<void> => {
  const said = await readSpoken(tx, workspaceId, ids);
  const late = await readAnswersTo(tx, workspaceId, said);
  const all = [...new Map([...said, ...late].map((one) => [one.id, one])).values()];
  const edges = all.flatMap(edgesOf);
  const { accounts, newcomers } = await meetAuthors(platform, tx, workspaceId, authorsOf(all, edges));
  const rows = edges.flatMap((edge) => rowOf(edge, accounts));
  const gone = staleKeys(
    all.filter(({ id, removed }) => removed || again.has(id)),
    rows,
  );
  const deleted = await deleteInteractions(tx, workspaceId, gone);
  const written = await writeInteractions(tx, workspaceId, rows);
  const changed = [...written.filter(({ inserted }) => !inserted), ...deleted];
  const anew = new Set([
    ...(await contactsOf(tx, workspaceId, changed.flatMap(endsOf))),
    ...said
      .filter(({ id, removed }) => removed || again.has(id))
      .flatMap(({ authorId }) => accounts.get(authorId)?.contactId ?? []),
  ]);
  const changes = summaryChanges(said, written, accounts);
  const isNew = new Set(newcomers.map(({ contactId }) => contactId));
  await welcome(platform, tx, workspaceId, newcomers, changes);
  await addToSummaries(
    tx,
    workspaceId,
    changes.filter(({ contactId }) => !anew.has(contactId) && !isNew.has(contactId)),
  );
  await recomputeSummaries(tx, workspaceId, [...anew]);
  await noteTalks(tx, workspaceId, said, accounts);
  await noteChanges(tx, workspaceId, written.length + deleted.length);
};

const endsOf = ({
  fromIdentity,
  toIdentity,
}: Pick<WrittenInteraction, 'fromIdentity' | 'toIdentity'>): readonly string[] =>
  [fromIdentity, toIdentity].filter((id) => id !== null);

/** Whoever speaks, and whoever is spoken to. Machines are nobody. */
const authorsOf = (said: readonly SpokenFacts[], edges: readonly Edge[]): readonly string[] => [
  ...new Set([
    ...said.filter(({ ours, automatic }) => !ours && !automatic).map(({ authorId }) => authorId),
    ...edges.flatMap(({ fromAuthor, toAuthor }) => [fromAuthor, toAuthor].filter((id) => id !== null)),
  ]),
];

/** Nothing where one end is somebody whom we may not know, or who objected. */
const rowOf = (edge: Edge, accounts: ReadonlyMap<string, KnownAccount>): readonly NewInteraction[] => {
  const { fromAuthor, toAuthor, ...rest } = edge;
  const ends = [fromAuthor, toAuthor].map((author) => (author === null ? null : accounts.get(author)));
  if (ends.some((end) => end === undefined || end?.objected)) return [];
  const [from, to] = ends;
  return [{ ...rest, fromIdentity: from?.identityId ?? null, toIdentity: to?.identityId ?? null }];
};

const staleKeys = (said: readonly SpokenFacts[], rows: readonly NewInteraction[]): readonly string[] => {
  const kept = new Set(rows.map(({ sourceKey }) => sourceKey));
  return said
    .flatMap(({ id, connectionId, nativeId }) => [
      sourceKeys.toUs(id),
      sourceKeys.toParent(id),
      sourceKeys.ours(connectionId, nativeId),
    ])
    .filter((key) => !kept.has(key));
};

/** What these mentions, and the edges that are new, add to the figures of each person. Ties of others are the batch's. */
const summaryChanges = (
  said: readonly SpokenFacts[],
  written: readonly WrittenInteraction[],
  accounts: ReadonlyMap<string, KnownAccount>,
): readonly SummaryChange[] => {
  const heard = said.flatMap(({ ours, automatic, removed, authorId, saidAt }) => {
    const known = ours || automatic || removed ? undefined : accounts.get(authorId);
    return known && !known.objected ? [{ contactId: known.contactId, heardAt: saidAt }] : [];
  });
  const contactOf = new Map([...accounts.values()].map((known) => [known.identityId, known.contactId]));
  return sumChanges(
    heard,
    written.filter(({ inserted }) => inserted),
    contactOf,
  );
};
