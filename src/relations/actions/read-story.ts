import { type MentionView, readMentions, type ThreadsOf } from '../../listening/index.ts';
import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { handIdOf } from '../model/interactions/source-key.ts';
import { type Place, writePlace } from '../model/list-place.ts';
import { readContact, readIdentities } from '../store/contact-rows.ts';
import {
  readNamesOfAccounts,
  readOthersThere,
  type StoryRow,
  readStory as selectStory,
} from '../store/story.ts';
import type { ContactFailure } from './change-contact.ts';

export type StoryEntry = {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly direction: 'in' | 'out' | 'between';
  readonly channel: string;
  /** Null when there are no words, or they may not be kept any more. */
  readonly text: string | null;
  readonly mentionId: string | null;
  readonly threadId: string | null;
  /** The colleague, where we know which. */
  readonly personName: string | null;
  readonly with: { readonly id: string; readonly name: string } | null;
  /** Entered by hand: it can be taken back with its id. */
  readonly byHand: boolean;
};

export type StoryPage = { readonly entries: readonly StoryEntry[]; readonly next: string | null };

/** What happened with a person, the latest first. */
export const readStory = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  id: string,
  { before, limit }: { readonly before: Place | null; readonly limit: number },
  threadsOf: ThreadsOf,
): Promise<Result<StoryPage, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const contact = await readContact(tx, workspaceId, id);
    if (!contact || contact.mergedInto) return err({ kind: 'not-found' });
    const accounts = await readIdentities(tx, workspaceId, id);
    const rows = await selectStory(tx, workspaceId, accounts, { before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return ok({
      entries: await viewEntries(tx, workspaceId, id, shown, threadsOf),
      next: last ? writePlace({ at: new Date(last.at), key: last.key }) : null,
    });
  });

const viewEntries = async (
  tx: Transaction,
  workspaceId: string,
  contactId: string,
  rows: readonly StoryRow[],
  threadsOf: ThreadsOf,
): Promise<readonly StoryEntry[]> => {
  const mentionIds = [...new Set(rows.flatMap(({ mentionId }) => mentionId ?? []))];
  const mentions = new Map(
    (await readMentions(tx, workspaceId, mentionIds)).map((mention) => [mention.id, mention]),
  );
  const threads = await threadsOf(tx, workspaceId, mentionIds);
  const names = await personNames(
    tx,
    workspaceId,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  const others = await readNamesOfAccounts(
    tx,
    workspaceId,
    rows.flatMap(({ withIdentity }) => withIdentity ?? []),
  );
  const prefixes = rows.flatMap(({ key }) => (handIdOf(key) ? [`h:${handIdOf(key)}`] : []));
  const there = await readOthersThere(tx, workspaceId, prefixes, contactId);
  return rows.map((row) => {
    const handId = handIdOf(row.key);
    const { at, kind, direction, channel, mentionId, personId } = row;
    const company = together(there.get(`h:${handId}`) ?? []);
    return {
      id: handId ?? row.key,
      at,
      kind: kindNames[kind] ?? kind,
      direction,
      channel,
      text: row.note || textOf(mentionId ? mentions.get(mentionId) : undefined, direction),
      mentionId,
      threadId: mentionId ? (threads.get(mentionId) ?? null) : null,
      personName: personId ? (names.get(personId) ?? null) : null,
      with: row.withIdentity ? (others.get(row.withIdentity) ?? null) : company,
      byHand: handId !== null,
    };
  });
};

/** Forms of what made no edge, as kinds of the story. */
const kindNames: Readonly<Record<string, string>> = {
  post: 'mention',
  article: 'mention',
  message: 'mention',
  note: 'mention',
};

/** Our answer told by its delivery alone points to what it answers: those are not our words. */
const textOf = (mention: MentionView | undefined, direction: StoryRow['direction']): string | null => {
  if (!mention || (direction === 'out' && !mention.ours)) return null;
  return mention.body || mention.title || null;
};

const together = (there: readonly { readonly id: string; readonly name: string }[]) => {
  const [first] = there;
  return first ? { id: first.id, name: there.map(({ name }) => name).join(', ') } : null;
};
