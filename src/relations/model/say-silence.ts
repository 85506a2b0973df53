import type { Words } from '../../channels/index.ts';
import { sayDays } from './daily/spoken-time.ts';
import { sleepOf } from './ties/sleep.ts';

/** A tie that falls asleep, or sleeps, in words; null for one that is awake or of which too little is known. */
export const saySilence = (
  tie: { readonly usualDays: number | null; readonly lastAt: Date | null },
  now: Date,
): Words | null => {
  const { usualDays, lastAt } = tie;
  if (usualDays === null || lastAt === null) return null;
  const sleep = sleepOf({ usualDays, lastAt }, now);
  if (sleep.state === 'awake') return null;
  const [usual, silent] = [Math.round(sleep.usualDays), sayDays(sleep.silentDays)];
  return {
    it: `Di solito vi sentivate ogni ${usual} giorni: non succede da ${silent.it}.`,
    en: `You used to be in touch every ${usual} days: it has been ${silent.en}.`,
  };
};
