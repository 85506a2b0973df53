import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { HeardAnswer, HeardReaction } from '../model/heard-events.ts';
import { kindOfForm, kindOfReaction, kindValues } from '../model/interactions/kinds.ts';
import { sourceKeys } from '../model/interactions/source-key.ts';
import { sumChanges } from '../model/interactions/sum-changes.ts';
import { holdPeople } from '../store/hold-people.ts';
import { type NewInteraction, writeInteractions } from '../store/interaction-rows.ts';
import { accountKey, type KnownAccount } from '../store/known-people.ts';
import { readSpoken } from '../store/spoken-facts.ts';
import { addToSummaries, contactsOf, noteChanges, recomputeSummaries } from '../store/summaries.ts';
import { knowAccounts, knowAuthors, type PeopleGround } from './know-people.ts';

/** Answers of ours that left, with the colleague who signed them; their echo from the channel is the same interaction. */
export const recordAnswers = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  answers: readonly HeardAnswer[],
): Promise<void> => {
  if (answers.length === 0) return;
  await holdPeople(tx, workspaceId, 'shared');
  const spoken = await readSpoken(tx, workspaceId, [...new Set(answers.map(({ mentionId }) => mentionId))]);
  const answered = new Map(spoken.filter(({ ours }) => !ours).map((said) => [said.id, said]));
  const authorIds = [...new Set([...answered.values()].map(({ authorId }) => authorId))];
  const accounts = await knowAuthors(platform, tx, workspaceId, authorIds);
  const rows = answers.flatMap((answer): NewInteraction[] => {
    const said = answered.get(answer.mentionId);
    const to = said && accounts.get(said.authorId);
    if (!said || !to || to.objected) return [];
    const { connectionId, nativeId, replyId, mentionId, personId, toldAt } = answer;
    const kind = kindOfForm('reply', said.channel, true);
    return [
      {
        sourceKey: sourceKeys.ours(connectionId, nativeId ?? replyId),
        at: toldAt.toISOString(),
        channel: said.channel,
        kind,
        fromIdentity: null,
        toIdentity: to.identityId,
        personId,
        connectionId,
        mentionId,
        value: kindValues[kind],
      },
    ];
  });
  await write(tx, workspaceId, rows, accounts.values());
};

/** Likes, reposts and new followers, as our own accounts are told of them: each is towards us. */
export const recordReactions = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  reactions: readonly HeardReaction[],
): Promise<void> => {
  if (reactions.length === 0) return;
  await holdPeople(tx, workspaceId, 'shared');
  const heard = reactions.map(({ channel, author }) => ({
    channel,
    nativeId: author.nativeId,
    authorId: null,
    name: author.name ?? null,
    handle: author.handle ?? null,
    url: null,
    avatarUrl: null,
  }));
  const accounts = await knowAccounts(platform, tx, workspaceId, heard);
  const rows = reactions.flatMap((reaction): NewInteraction[] => {
    const { channel, author, connectionId, saidAt, toldAt } = reaction;
    const from = accounts.get(accountKey({ channel, nativeId: author.nativeId }));
    if (!from || from.objected) return [];
    const kind = kindOfReaction(reaction.reaction);
    return [
      {
        sourceKey: sourceKeys.reaction(
          connectionId,
          reaction.reaction,
          author.nativeId,
          reaction.ofNativeId ?? null,
        ),
        at: instantOf(saidAt ?? null, toldAt),
        channel,
        kind,
        fromIdentity: from.identityId,
        toIdentity: null,
        connectionId,
        value: kindValues[kind],
      },
    ];
  });
  await write(tx, workspaceId, rows, accounts.values());
};

/** Unreadable times and those ahead of us are a wrong clock: when we were told counts instead. */
const instantOf = (told: string | null, toldAt: Date): string => {
  const at = told === null ? Number.NaN : Date.parse(told);
  return (at >= 0 && at <= toldAt.getTime() ? new Date(at) : toldAt).toISOString();
};

const write = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  rows: readonly NewInteraction[],
  accounts: Iterable<KnownAccount>,
): Promise<void> => {
  const once = [...new Map(rows.map((row) => [row.sourceKey, row])).values()];
  const written = await writeInteractions(tx, workspaceId, once);
  const contactOf = new Map([...accounts].map(({ identityId, contactId }) => [identityId, contactId]));
  const inserted = written.filter((one) => one.inserted);
  await addToSummaries(tx, workspaceId, sumChanges([], inserted, contactOf));
  const changed = written.filter((one) => !one.inserted);
  const ends = changed.flatMap(({ fromIdentity, toIdentity }) =>
    [fromIdentity, toIdentity].filter((id) => id !== null),
  );
  await recomputeSummaries(tx, workspaceId, await contactsOf(tx, workspaceId, ends));
  await noteChanges(tx, workspaceId, written.length);
};
