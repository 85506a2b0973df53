import type { Reading } from '../../language/index.ts';
import { words } from '../words.ts';

/** A text that a person could be asked about. */
export type Candidate = {
  readonly id: string;
  readonly channel: string;
  readonly body: string;
  readonly reading: Reading;
};

export type Useful = {
  readonly id: string;
  readonly why: { readonly it: string; readonly en: string };
  /** 0 to 1: how much an answer would teach. */
  readonly gain: number;
};

/** Fewer words say too little to be asked about. */
const FEWEST_WORDS = 3;
/** Two texts that share more of their words than this teach the same. */
const ALIKE = 0.6;
/** Each more of a kind is worth so much of the one before. */
const AGAIN = 0.8;

/** The texts that teach most: uncertain ones first, spread over what is said and where, none like another. */
export const chooseUseful = (candidates: readonly Candidate[], limit: number): readonly Useful[] => {
  const open = candidates
    .map((each) => ({ ...each, words: wordsOf(each.body), worth: uncertaintyOf(each.reading) }))
    .filter((each) => each.words.size >= FEWEST_WORDS && each.worth > 0)
    .sort((one, other) => other.worth - one.worth || (one.id < other.id ? 1 : -1));
  const chosen: ((typeof open)[number] & { readonly gain: number })[] = [];
  const seen = new Map<string, number>();
  while (chosen.length < limit) {
    const best = open
      .filter((each) => chosen.every((other) => other.id !== each.id && !areAlike(each.words, other.words)))
      .map((each) => ({ ...each, gain: each.worth * AGAIN ** (seen.get(kindOf(each)) ?? 0) }))
      .reduce<(typeof chosen)[number] | undefined>(
        (top, each) => (top && top.gain >= each.gain ? top : each),
        undefined,
      );
    if (!best) break;
    seen.set(kindOf(best), (seen.get(kindOf(best)) ?? 0) + 1);
    chosen.push(best);
  }
  return chosen.map(({ id, reading, gain }) => ({
    id,
    why: whyAsk(reading),
    gain: Math.round(gain * 1_000) / 1_000,
  }));
};

/** 0 when all is certain, 1 at the very edge: of the feeling first, then of the most doubtful thing that is named. */
const uncertaintyOf = ({ confidence, forAPerson }: Reading): number => {
  const { polarity = 1, ...named } = confidence;
  const doubts = Object.values(named).map((probability) => 1 - Math.abs(2 * probability - 1));
  const most = Math.max(0, ...doubts);
  return Math.min(1, (1 - polarity) * 0.75 + most * 0.15 + (forAPerson ? 0.1 : 0));
};

const kindOf = ({ reading, channel }: Candidate): string =>
  `${reading.polarity} ${reading.intents[0] ?? ''} ${channel}`;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .slice(0, 2_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

const areAlike = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => {
  const [small, large] = some.size < others.size ? [some, others] : [others, some];
  if (small.size < large.size * ALIKE) return false;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / (some.size + others.size - shared) > ALIKE;
};

const whyAsk = ({ unsure, forAPerson, polarity, intents }: Reading): Useful['why'] => {
  if (forAPerson) return words.why.perhapsBad;
  if (unsure) return words.why.unsure;
  if (polarity === 'mixed') return words.why.mixed;
  return intents.length > 0 ? words.why.intent : words.why.nearEdge;
};
