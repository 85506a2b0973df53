import { findChannel } from '../../channels/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Candidate, LastWords } from '../model/daily/candidate.ts';
import { pasts } from '../model/daily/daily-list.ts';
import type { History } from '../model/daily/history.ts';
import { isHeld } from '../model/daily/is-held.ts';
import { callOf } from '../model/daily/last-words.ts';
import { mostUrgent } from '../model/daily/most-urgent.ts';
import { circlesIn, freeOpenings, type Opened, openingsFor, peopleIn } from '../model/daily/openings-for.ts';
import type { ReasonKind } from '../model/daily/reason-kind.ts';
import type { Lent } from '../model/lent.ts';
import { type KnowerRecord, readKnowers } from '../store/colleagues.ts';
import { readCircles } from '../store/contact-page.ts';
import {
  type CandidateRow,
  readBirthdays,
  readCandidateRows,
  readFalling,
  readOpenings,
} from '../store/daily-people.ts';
import { type CallingWords, readCallingWords } from '../store/daily-words.ts';

/** The same candidates with who of us knows those of `ids`: read for the few that are on the list. */
export const withKnowers = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  candidates: readonly Candidate[],
  ids: readonly string[],
): Promise<readonly Candidate[]> => {
  const knowers = Map.groupBy(await readKnowers(tx, workspaceId, ids), ({ contactId }) => contactId);
  return candidates.map((candidate) => {
    const spoke = (knowers.get(candidate.contactId) ?? []).map(viewKnower);
    const told = candidate.knownBy.filter(({ personId }) => !spoke.some((one) => one.personId === personId));
    return { ...candidate, knownBy: [...spoke, ...told] };
  });
};

const viewKnower = ({ personId, count, lastAt }: KnowerRecord): Candidate['knownBy'][number] => ({
  personId,
  count,
  lastAt: lastAt === null ? null : new Date(lastAt),
});

const DAY = 86_400_000;
/** A complaint is looked after for longest. */
const WORDS_FOR = 90 * DAY;

/**
 * Everybody whom something of today speaks for, with all that the rules want to know of them: a few hundred at most,
 * whatever the number of people.
 */
export const gatherCandidates = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  { day, now, history }: { readonly day: string; readonly now: Date; readonly history: History },
  lent: Lent,
): Promise<readonly Candidate[]> => {
  const isFree = freeBy(history, day, now);
  const words = await readCallingWords(tx, workspaceId, new Date(now.getTime() - WORDS_FOR));
  const said = mostUrgent(await viewWords(tx, workspaceId, words, lent), now, isFree);
  const falling = await readFalling(tx, workspaceId, now);
  const birthdays = await readBirthdays(tx, workspaceId, daysAround(day));
  const openings = freeOpenings(await readOpenings(tx, workspaceId), isFree);
  const opening = peopleIn(openings);
  const ids = new Set([...said.keys(), ...falling, ...birthdays, ...opening.first]);
  const rows = await readCandidateRows(tx, workspaceId, [...new Set([...ids, ...opening.others])]);
  const circles = await readCircles(tx, workspaceId, circlesIn(openings));
  const opened = openingsFor(openings, new Map(rows.map((row) => [row.contactId, row])), circles);
  return rows
    .filter(({ contactId }) => ids.has(contactId))
    .map((row) => ({
      ...factsOf(row),
      ...opened(row.contactId),
      said: said.get(row.contactId) ?? null,
    }));
};

/** Whether the past leaves a reason for somebody open: asked before anything else is read of them. */
const freeBy = (history: History, day: string, now: Date) => {
  const pastOf = pasts(history);
  return (contactId: string, kind: ReasonKind, said: LastWords | null = null): boolean => {
    const past = pastOf(contactId);
    return (
      !past.choices.some(({ state }) => state === 'never') &&
      !isHeld({ said, lastContactedAt: null }, kind, past, day, now)
    );
  };
};

const factsOf = (row: CandidateRow): Omit<Candidate, 'said' | keyof Opened> => {
  const { contactId, name, consent, strength, trend, usualDays, birthday, birthdayWhat, channels } = row;
  const lastAt = row.touchedAt === null ? null : new Date(row.touchedAt);
  return {
    contactId,
    name,
    consent,
    tie: lastAt === null ? null : { strength, trend, usualDays, lastAt },
    anniversary:
      birthday === null
        ? null
        : {
            kind: birthdayWhat === null ? 'met' : 'made',
            since: birthday,
            ...(birthdayWhat ? { what: birthdayWhat } : {}),
          },
    knownBy: row.knownBy.map((personId) => ({ personId, count: 0, lastAt: null })),
    channels: channels
      .filter((channel) => channel !== 'by-hand')
      .map((channel) => ({ channel, isPublic: channel !== 'mail' })),
    canCall: row.canCall,
    metInPerson: row.hasMet,
    lastContactedAt: row.outAt === null ? null : new Date(row.outAt),
  };
};

/** A conversation that somebody closed is answered, though nothing was written. */
const viewWords = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  words: readonly CallingWords[],
  lent: Lent,
): Promise<ReadonlyMap<string, LastWords>> => {
  const threads = await lent.threadsOf(
    tx,
    workspaceId,
    words.map(({ mentionId }) => mentionId),
  );
  const facts = await lent.threadFactsOf(tx, workspaceId, [...new Set(threads.values())]);
  return new Map(
    words.map(({ contactId, answeredAt, at, ...rest }) => {
      const threadId = threads.get(rest.mentionId) ?? null;
      const thread = threadId ? facts.get(threadId) : undefined;
      const closedAt = thread?.isDone ? at : null;
      const answered = answeredAt ?? closedAt;
      return [
        contactId,
        {
          mentionId: rest.mentionId,
          threadId,
          at: new Date(at),
          channel: rest.channel,
          isPublic: rest.isPublic,
          ...callOf({ ...rest, canAnswer: mayAnswer(rest.channel) }),
          answeredAt: answered === null ? null : new Date(answered),
          assigneeId: thread?.assigneeId ?? null,
        },
      ];
    }),
  );
};

/** An article of a site, or a call that somebody noted, waits for no answer of ours there. */
const mayAnswer = (channel: string): boolean =>
  (findChannel(channel)?.manifest.capabilities.reply.how ?? 'absent') !== 'absent';

/** The day, the two before, and the 29th of February with the 28th: month * 100 + day. */
const daysAround = (day: string): readonly number[] =>
  [0, 1, 2].flatMap((back) => {
    const date = new Date(Date.parse(`${day}T00:00:00Z`) - back * DAY);
    const key = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    return key === 228 ? [228, 229] : [key];
  });
