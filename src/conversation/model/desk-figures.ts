import type { Intent } from '../../language/index.ts';
import { type Share, shareOf, type Times, timesOf } from '../../platform/figures/interval.ts';
import type { Gravity } from './answer-target.ts';

/** One time that somebody waited for our word. Whoever answered is not told: these are figures of teams. */
export type KeptDeadline = {
  readonly kind: 'first' | 'next';
  readonly channel: string;
  readonly teamId: string | null;
  readonly intents: readonly Intent[];
  readonly gravity: Gravity | null;
  readonly outcome: 'answered' | 'dropped' | 'running';
  /** Working minutes; null until it was answered. */
  readonly taken: number | null;
  /** It was answered after its deadline, or waits beyond it. */
  readonly isLate: boolean;
};

export type Kept = {
  /** Of the answered ones and of those that wait beyond their deadline already. */
  readonly inTime: Share;
  /** Working minutes of the answered ones. */
  readonly times: Times;
};

export type DeskGroup = {
  readonly key: string;
  readonly waits: number;
  readonly running: number;
  readonly overdue: number;
  /** Closed without an answer, or taken back by them. */
  readonly dropped: number;
  readonly first: Kept;
  readonly next: Kept;
};

export type DeskFigures = {
  readonly whole: DeskGroup;
  readonly teams: readonly DeskGroup[];
  readonly channels: readonly DeskGroup[];
  readonly intents: readonly DeskGroup[];
  readonly gravities: readonly DeskGroup[];
};

/** Stands for what has no team, no intent that was read, no gravity. */
export const NONE = 'none';
/** A team of one would be a person, and these are never figures of persons. */
const FEWEST_MEMBERS = 2;

/** How what was promised was kept. `members`: how many each team has. A wait with several intents counts for each. */
export const deskFiguresOf = (
  waits: readonly KeptDeadline[],
  members: ReadonlyMap<string, number>,
): DeskFigures => {
  const teamOf = ({ teamId }: KeptDeadline): string =>
    teamId !== null && (members.get(teamId) ?? 0) >= FEWEST_MEMBERS ? teamId : NONE;
  return {
    whole: groupOf('whole', waits),
    teams: groupsBy(waits, (one) => [teamOf(one)]),
    channels: groupsBy(waits, ({ channel }) => [channel]),
    intents: groupsBy(waits, ({ intents }) => (intents.length > 0 ? intents : [NONE])),
    gravities: groupsBy(waits, ({ gravity }) => [gravity === null ? NONE : String(gravity)]),
  };
};

const groupsBy = (
  waits: readonly KeptDeadline[],
  keysOf: (one: KeptDeadline) => readonly string[],
): readonly DeskGroup[] => {
  const groups = new Map<string, KeptDeadline[]>();
  for (const one of waits)
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key) ?? [];
      group.push(one);
      groups.set(key, group);
    }
  return [...groups]
    .map(([key, group]) => groupOf(key, group))
    .sort((a, b) => b.waits - a.waits || (a.key < b.key ? -1 : 1));
};

const groupOf = (key: string, waits: readonly KeptDeadline[]): DeskGroup => {
  const running = waits.filter(({ outcome }) => outcome === 'running');
  return {
    key,
    waits: waits.length,
    running: running.length,
    overdue: running.filter(({ isLate }) => isLate).length,
    dropped: waits.filter(({ outcome }) => outcome === 'dropped').length,
    first: keptOf(waits.filter(({ kind }) => kind === 'first')),
    next: keptOf(waits.filter(({ kind }) => kind === 'next')),
  };
};

const keptOf = (waits: readonly KeptDeadline[]): Kept => {
  const answered = waits.filter(({ outcome }) => outcome === 'answered');
  const stillLate = waits.filter(({ outcome, isLate }) => outcome === 'running' && isLate);
  return {
    inTime: shareOf(answered.filter(({ isLate }) => !isLate).length, answered.length + stillLate.length),
    times: timesOf(answered.flatMap(({ taken }) => taken ?? [])),
  };
};
