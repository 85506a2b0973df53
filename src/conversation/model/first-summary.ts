import type { Intent, Polarity } from '../../language/index.ts';
import type { MentionFacts } from './thread-plan.ts';

/** Code points kept for the list; `showPreview` makes them fit to be seen. */
export const PREVIEW_LENGTH = 200;

/** A picture without words says nothing: the reading shown is then that of one of so many turns before. */
export const READ_AMONG = 3;

/** What a turn says, as lists show it. */
export type TurnReading = {
  readonly polarity: Polarity;
  readonly intents: readonly Intent[];
  readonly urgency: number;
  readonly needsReply: boolean;
  readonly toxic: boolean;
  readonly unsure: boolean;
};

/** A mention with what a summary shows of it. */
export type Turn = MentionFacts & {
  /** Its first words, or its title when it has none. */
  readonly words: string;
  readonly authorName: string | null;
  readonly authorHandle: string | null;
  readonly authorAvatarUrl: string | null;
  readonly reading: TurnReading | null;
};

export type FirstSummary = {
  readonly mentionCount: number;
  readonly addressed: boolean;
  readonly matched: boolean;
  readonly lastTheirsAt: Date | null;
  readonly lastOursAt: Date | null;
  readonly lastActivityAt: Date;
  readonly waitingFor: 'us' | 'them' | 'nobody';
  readonly subject: string | null;
  readonly preview: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authorHandle: string | null;
  readonly authorAvatarUrl: string | null;
  readonly reading: TurnReading | null;
};

/**
 * The summary of a thread that is new, from all of its mentions, oldest first, at least one: the same that `refreshThreads`
 * would make of them in the database, where the threads that were there before are summed up.
 */
export const firstSummary = (turns: readonly [Turn, ...Turn[]]): FirstSummary => {
  const latestFirst = turns.toReversed();
  const kept = latestFirst.filter(({ removed }) => !removed);
  const theirs = latestFirst.find(({ ours }) => !ours);
  const theirsKept = kept.filter(({ ours }) => !ours);
  const lastTheirsAt = theirsKept[0]?.saidAt ?? null;
  return {
    mentionCount: kept.length,
    addressed: turns.some(({ addressed }) => addressed),
    matched: turns.some(({ matched }) => matched),
    lastTheirsAt,
    lastOursAt: kept.find(({ ours }) => ours)?.saidAt ?? null,
    lastActivityAt: (latestFirst[0] ?? turns[0]).saidAt,
    waitingFor: waitingFor(
      kept.find(({ automatic }) => !automatic),
      lastTheirsAt !== null,
    ),
    subject: kept.at(-1)?.title ?? null,
    preview: preview(kept[0]?.words ?? ''),
    authorId: theirs?.authorId ?? null,
    authorName: theirs?.authorName ?? null,
    authorHandle: theirs?.authorHandle ?? null,
    authorAvatarUrl: theirs?.authorAvatarUrl ?? null,
    reading: theirsKept.slice(0, READ_AMONG).find(({ reading }) => reading !== null)?.reading ?? null,
  };
};

/** Who has the next word after the last one that a person said. */
const waitingFor = (last: Turn | undefined, theySpoke: boolean): FirstSummary['waitingFor'] => {
  if (!last) return 'nobody';
  if (last.ours) return theySpoke ? 'them' : 'nobody';
  return last.addressed || last.matched ? 'us' : 'nobody';
};

const preview = (words: string): string => {
  const line = words.replace(/\p{White_Space}+/gu, ' ').replace(/^ | $/g, '');
  // Taking a text apart by code points takes longer than all the rest, and few have any that are not one unit.
  return /[\ud800-\udfff]/.test(line)
    ? [...line].slice(0, PREVIEW_LENGTH).join('')
    : line.slice(0, PREVIEW_LENGTH);
};
