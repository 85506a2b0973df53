import type { Words } from '../../channels/index.ts';
import { sayDays } from './daily/spoken-time.ts';
import { reciprocityOf } from './ties/intensity.ts';

const DAY = 86_400_000;
const MUTUAL = 0.5;

/** A tie between two others in a sentence: whether both speak, and how long ago they last did. */
export const sayTie = (
  { out, back, lastAt }: { readonly out: number; readonly back: number; readonly lastAt: string | null },
  now: Date,
): Words => {
  const who = reciprocityOf(out, back) >= MUTUAL ? both : out >= back ? theirs : others;
  if (lastAt === null) return who;
  const ago = sayDays((now.getTime() - Date.parse(lastAt)) / DAY);
  return { it: `${who.it}, l’ultima volta ${ago.it} fa.`, en: `${who.en}, last ${ago.en} ago.` };
};

const both: Words = { it: 'Si parlano a vicenda', en: 'They speak with each other' };
const theirs: Words = { it: 'Gli scrive più di quanto riceva', en: 'Writes to them more than they answer' };
const others: Words = { it: 'Riceve più di quanto scriva', en: 'Is written to more than they write' };
