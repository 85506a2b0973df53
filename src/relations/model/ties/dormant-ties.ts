/**
 * Dormant ties: that were something and have gone silent by their own rhythm (sleep.ts). Ranked by what was there: how much
 * passed, both ways rather than one. Source: GRAPH.md, definition 2; Levin, Walter and Murnighan, "Dormant ties",
 * Organization Science 2011 (old acquaintances bring news that present ones do not).
 */
import type { Words } from '../../../channels/index.ts';
import { sayDays } from '../daily/spoken-time.ts';
import { type Sleep, sleepOf } from './sleep.ts';

export type PastTie = {
  readonly contactId: string;
  /** `usualGap` of the days of contact; null: too few to tell. */
  readonly usualDays: number | null;
  readonly lastAt: Date;
  /** Events in all, from each side. */
  readonly fromThem: number;
  readonly fromUs: number;
};

export type DormantTie = {
  readonly contactId: string;
  readonly sleep: Sleep;
  readonly worth: number;
  readonly says: Words;
};

/** Those that sleep at `now`, what was most first. */
export const dormantTies = (ties: readonly PastTie[], now: Date): readonly DormantTie[] =>
  ties
    .flatMap((tie) => {
      if (tie.usualDays === null) return [];
      const sleep = sleepOf({ usualDays: tie.usualDays, lastAt: tie.lastAt }, now);
      return sleep.state === 'asleep'
        ? [{ contactId: tie.contactId, sleep, worth: worthOf(tie), says: say(tie, sleep) }]
        : [];
    })
    .sort((one, other) => other.worth - one.worth || (one.contactId < other.contactId ? -1 : 1));

const worthOf = ({ fromThem, fromUs }: PastTie): number =>
  Math.log2(1 + fromThem + fromUs) * (1 + Math.min(fromThem, fromUs) / Math.max(1, fromThem, fromUs));

const say = ({ fromThem, fromUs }: PastTie, { usualDays, silentDays }: Sleep): Words => {
  const [gap, silence] = [sayDays(usualDays), sayDays(silentDays)];
  const times = fromThem + fromUs;
  return {
    it: `Ci siamo sentiti ${times} volte, ogni ${gap.it}; poi silenzio, da ${silence.it}.`,
    en: `We were in touch ${times} times, every ${gap.en}; then silence, for ${silence.en}.`,
  };
};
