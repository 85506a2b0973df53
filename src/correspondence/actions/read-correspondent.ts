import { type CaseOfAuthor, casesOfAuthors } from '../../care/index.ts';
import {
  currentThreadOf,
  readSpeakers,
  readThreadsOfAuthors,
  type ThreadSummary,
  threadFactsOf,
} from '../../conversation/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { contactsOfAuthors } from '../../relations/index.ts';

/** Conversations and cases shown beside one: more are on the person's page. */
const SHOWN = 50;

export type CorrespondentView = {
  /** Null when nobody may be known by that account. */
  readonly contact: { readonly id: string; readonly name: string } | null;
  /** On how many accounts we know them. */
  readonly accounts: number;
  /** Every conversation in which they spoke, this one too, the latest first. */
  readonly threads: readonly ThreadSummary[];
  readonly hasMore: boolean;
  /** Null for who may not read cases. */
  readonly cases: readonly CaseOfAuthor[] | null;
};

/** Where only we have spoken. */
const nobody: CorrespondentView = { contact: null, accounts: 0, threads: [], hasMore: false, cases: [] };

const isThere = async (tx: Transaction, workspaceId: WorkspaceId, threadId: ThreadId): Promise<boolean> =>
  (await threadFactsOf(tx, workspaceId, [threadId])).has(threadId);

/** Whoever speaks in a conversation, with all the conversations and cases that are theirs, whatever the channel. */
export const readCorrespondent = (
  { database }: Pick<Platform, 'database'>,
  actor: Member,
  threadId: ThreadId,
): Promise<Result<CorrespondentView, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const speaker = await speakerOf(tx, workspaceId, threadId);
    if (!speaker) return (await isThere(tx, workspaceId, threadId)) ? ok(nobody) : err({ kind: 'not-found' });
    const { authorId } = speaker;
    const known = may(actor, 'relations.read')
      ? (await contactsOfAuthors(tx, workspaceId, [authorId])).get(authorId)
      : undefined;
    const authorIds = known?.authorIds ?? [authorId];
    const threads = await readThreadsOfAuthors(tx, workspaceId, personId, authorIds, SHOWN + 1);
    return ok({
      contact: known ? { id: known.contactId, name: known.name } : null,
      accounts: authorIds.length,
      threads: threads.slice(0, SHOWN),
      hasMore: threads.length > SHOWN,
      cases: may(actor, 'cases.read') ? await casesOfAuthors(tx, workspaceId, authorIds, SHOWN) : null,
    });
  });

/** Also by the id of a conversation that became part of another since. */
const speakerOf = async (tx: Transaction, workspaceId: WorkspaceId, threadId: ThreadId) => {
  const [speaker] = await readSpeakers(tx, workspaceId, [threadId]);
  if (speaker) return speaker;
  const current = await currentThreadOf(tx, workspaceId, threadId);
  return current === threadId ? undefined : (await readSpeakers(tx, workspaceId, [current]))[0];
};
