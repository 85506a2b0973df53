import { type Item, type Trouble, troubles } from '../../channels/index.ts';
import type { ImportExample, ImportLook, ImportTrouble } from './import-look.ts';

const MOST_EXAMPLES = 10;
const MOST_TROUBLES = 100;
const MOST_VOICES = 5_000;
const SHOWN_VOICES = 20;
const SHOWN_TEXT = 500;

/** A trial under way: counted in place, row by row. */
export type LookSum = {
  rows: number;
  items: number;
  known: number;
  ours: number;
  refused: number;
  earliest: string | null;
  latest: string | null;
  readonly byTrouble: Partial<Record<Trouble, number>>;
  readonly troubles: ImportTrouble[];
  readonly examples: ImportExample[];
  readonly voices: Map<string, number>;
};

export const emptyLook = (): LookSum => ({
  ...{ rows: 0, items: 0, known: 0, ours: 0, refused: 0, earliest: null, latest: null },
  ...{ byTrouble: {}, troubles: [], examples: [], voices: new Map() },
});

type Found = Item | { readonly reason: string } | undefined;

/** Counts one row more; `found` is undefined for what says nothing. */
export const addToLook = (
  sum: LookSum,
  { file, line }: { readonly file: string; readonly line: number },
  found: Found,
  isKnown: boolean,
): void => {
  sum.rows += 1;
  if (found === undefined) return;
  if ('reason' in found) {
    addTrouble(sum, { file, line, trouble: troubleNamed(found.reason) });
    return;
  }
  sum.items += 1;
  if (isKnown) sum.known += 1;
  if (found.ours) sum.ours += 1;
  const at = found.saidAt;
  if (at !== undefined && (sum.earliest === null || at < sum.earliest)) sum.earliest = at;
  if (at !== undefined && (sum.latest === null || at > sum.latest)) sum.latest = at;
  const name = found.author.name ?? found.author.handle ?? '';
  if (name !== '' && (sum.voices.has(name) || sum.voices.size < MOST_VOICES))
    sum.voices.set(name, (sum.voices.get(name) ?? 0) + 1);
  if (sum.examples.length < MOST_EXAMPLES) sum.examples.push(exampleOf(found, file, line, name));
};

const addTrouble = (sum: LookSum, trouble: ImportTrouble): void => {
  sum.refused += 1;
  sum.byTrouble[trouble.trouble] = (sum.byTrouble[trouble.trouble] ?? 0) + 1;
  if (sum.troubles.length < MOST_TROUBLES) sum.troubles.push(trouble);
};

export const troubleNamed = (reason: string): Trouble =>
  troubles.find((each) => each === reason) ?? 'not-understood';

const exampleOf = (item: Item, file: string, line: number, author: string): ImportExample => ({
  ...{ file, line, author, title: item.title ?? '', text: item.text.slice(0, SHOWN_TEXT).toWellFormed() },
  ...{ saidAt: item.saidAt ?? null, form: item.form, ours: item.ours, rating: item.rating ?? null },
});

export const lookOf = ({ voices, ...sum }: LookSum, isWhole: boolean): ImportLook => ({
  ...sum,
  voices: [...voices]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count)
    .slice(0, SHOWN_VOICES),
  isWhole,
});
