import type { Words } from '../../channels/index.ts';
import type { ThreadSummary } from './views.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Why a thread is on today's page, from facts alone: how long they have waited (their name stands beside it). What they want is theirs to say. */
export const whyWaiting = (thread: ThreadSummary, now: Date): Words => {
  const since = thread.lastTheirsAt === null ? now : new Date(thread.lastTheirsAt);
  const waited = howLong(Math.max(0, now.getTime() - since.getTime()));
  return {
    it: `Aspetta una risposta da ${waited.it}.`,
    en: `Has been waiting for an answer for ${waited.en}.`,
  };
};

/** In the largest unit that says enough. */
const howLong = (milliseconds: number): Words => {
  if (milliseconds < MINUTE) return { it: 'meno di un minuto', en: 'less than a minute' };
  if (milliseconds < HOUR) return counted(Math.floor(milliseconds / MINUTE), minute);
  if (milliseconds < 2 * DAY) return counted(Math.floor(milliseconds / HOUR), hour);
  return counted(Math.floor(milliseconds / DAY), day);
};

type Unit = { readonly it: readonly [string, string]; readonly en: readonly [string, string] };
const minute: Unit = { it: ['un minuto', 'minuti'], en: ['a minute', 'minutes'] };
const hour: Unit = { it: ['un’ora', 'ore'], en: ['an hour', 'hours'] };
const day: Unit = { it: ['un giorno', 'giorni'], en: ['a day', 'days'] };

const counted = (count: number, unit: Unit): Words =>
  count === 1
    ? { it: unit.it[0], en: unit.en[0] }
    : { it: `${count} ${unit.it[1]}`, en: `${count} ${unit.en[1]}` };
