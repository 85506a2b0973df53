import { foldText } from '../../platform/text/index.ts';
import type { Question, ReadFrom, Scale } from './asking.ts';

export type ReadAnswer = { readonly score: number; readonly from: ReadFrom };

/** From worst to best, of five; of three, the second counts as the first and the fourth as the last. */
type Level = 1 | 2 | 3 | 4 | 5;

/** An answer that says more than this is a letter: its words are read by a person, not by us. */
const LONGEST = 240;

/**
 * What a short answer means on the scale that was asked: a number, a yes or a no, or a word such as "bene". Undefined when it
 * cannot be told, or when it says two things at once: then it is words, for a person. Pure; never guesses from what is not said.
 */
export const readAnswer = (
  text: string,
  { question, scale }: { readonly question: Question; readonly scale: Scale },
): ReadAnswer | undefined => {
  const folded = ` ${foldText(text)
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}'/*★⭐👍👎☆\s.,-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()} `;
  if (folded.length > LONGEST) return undefined;
  if (question === 'solved') return readSolved(folded);
  return readNumber(folded, scale) ?? readWords(folded, scale);
};

const names: Readonly<Record<string, number>> = {
  uno: 1,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};

/** Only a number that stands as the answer: at its beginning, after "voto", or of so many (4/5, 8 su 10). */
const readNumber = (text: string, scale: Scale): ReadAnswer | undefined => {
  const stars = [...text.matchAll(/[★⭐*]/gu)].length;
  if (stars > 0 && !/\d/.test(text)) return within(stars, 5, scale);
  const of = /(?<![\d.,/])(\d{1,2})(?:[.,]\d)? ?(?:\/|su|out of) ?(\d{1,2})(?!\d)/.exec(text);
  if (of) return within(Number(of[1]), Number(of[2]), scale);
  if (scale !== 5) return undefined;
  const bare =
    /^ (?:(?:il |un |the |a |my )?(?:voto|mio voto|do|darei|direi|dico|score|i'd say|i say|numero|number)?:? ?(?:un |a )?)(\d{1,2}|uno|due|tre|quattro|cinque|one|two|three|four|five)(?= ?[.,]?(?: |$))(?! ?(?:giorn|bottigl|volt|ore|ora|day|time|hour|bottle|euro|anni|settiman|week|mes|person))/.exec(
      text,
    );
  const value = bare?.[1] ? (names[bare[1]] ?? Number(bare[1])) : undefined;
  return value === undefined ? undefined : within(value, 5, scale);
};

const within = (value: number, best: number, scale: Scale): ReadAnswer | undefined => {
  if (value < 1 || value > best || best < 2) return undefined;
  const level = best === scale ? value : Math.round(1 + ((value - 1) * (scale - 1)) / (best - 1));
  return { score: level, from: 'number' };
};

const letter = "[\\p{L}\\p{N}']";
const anyOf = (phrases: string): RegExp => new RegExp(`(?<!${letter})(?:${phrases})(?!${letter})`, 'gu');

/** What turns the next words over. */
const not =
  "non (?:e |era |sono |siete |stat[oaie] |mi sono |ci siamo |tanto |molto |proprio |affatto )*|niente |nulla |not (?:so |very |really |at all )*|isn't |wasn't |never ";

const said: readonly (readonly [Level, RegExp])[] = [
  [
    1,
    anyOf(
      'malissimo|pessim[oaie]|orribile|disastro|terribil[ei]|uno schifo|schifo|terrible|terribly|awful|horrible|worst',
    ),
  ],
  [
    2,
    anyOf(
      `male|maluccio|delus[oaie]|insoddisfatt[oaie]|scontent[oaie]|peggio|👎|bad|badly|poor|poorly|unhappy|disappointed|(?:${not})(?:bene|soddisfatt[oaie]|content[oaie]|good|well|happy|satisfied)`,
    ),
  ],
  [
    3,
    anyOf(
      'cosi cosi|insomma|ni|nella media|sufficiente|normale|so-so|so so|okay-ish|average|meh|mediocre|discreto',
    ),
  ],
  [
    4,
    anyOf(
      'bene|buono|buona|soddisfatt[oaie]|content[oaie]|tutto ok|tutto bene|tutto a posto|abbastanza bene|non male|👍|well|good|fine|happy|satisfied|not bad|all good',
    ),
  ],
  [
    5,
    anyOf(
      'benissimo|molto bene|ottim[oaie]|ottimamente|perfett[oaie]|perfettamente|eccellent[ei]|fantastic[oaie]|bravissim[ie]|splendid[oaie]|alla grande|excellent|perfect|perfectly|very well|great|wonderful|brilliant|fantastic|amazing',
    ),
  ],
];

/** The first word that says how it went, unless another says the contrary. */
const readWords = (text: string, scale: Scale): ReadAnswer | undefined => {
  const found = said.flatMap(([level, words]) =>
    [...text.matchAll(words)].map((match) => ({
      level,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  const turned = [...text.matchAll(anyOf(`(?:${not})(?:[\\p{L}]+)`))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  // "non male" is itself a word; "non benissimo" is none of ours, and says nothing sure.
  const kept = found.filter(
    (one) =>
      !found.some(
        (other) => other !== one && other.start <= one.start && other.end >= one.end && longer(other, one),
      ) && !turned.some(({ start, end }) => start < one.start && end >= one.end),
  );
  const levels = new Set(kept.map(({ level }) => level));
  if (kept.length === 0) return undefined;
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  if (low < 3 && high > 3) return undefined;
  if (low !== high && (low === 3 || high === 3)) return undefined;
  const level = high > 3 ? high : low;
  return { score: scale === 5 ? level : level < 3 ? 1 : level > 3 ? 3 : 2, from: 'words' };
};

type Span = { readonly start: number; readonly end: number };
const longer = (one: Span, other: Span): boolean => one.end - one.start > other.end - other.start;

const partly = anyOf(
  'in parte|quasi|non del tutto|non proprio|non ancora del tutto|a meta|solo in parte|in part|partly|almost|not quite|not entirely|mostly',
);
const no = anyOf(
  "no|nope|non ancora|not yet|per niente|niente affatto|per nulla|affatto|non e risolto|non risolto|niente di risolto|nulla di risolto|non e a posto|ancora no|unsolved|it isn't|not solved|isn't solved|it is not|not at all|👎",
);
const yes = anyOf(
  'si|sì|yes|yep|certo|risolto|risolta|tutto a posto|tutto ok|tutto risolto|a posto|solved|sorted|all good|fixed|👍|ok|okay',
);

const readSolved = (text: string): ReadAnswer | undefined => {
  if (partly.test(text) && reset(partly)) return { score: 2, from: 'yes-no' };
  const [isNo, isYes] = [no.test(text), yes.test(text.replaceAll(no, ' '))];
  reset(no);
  reset(yes);
  if (isNo === isYes) return undefined;
  return { score: isNo ? 1 : 3, from: 'yes-no' };
};

/** A global expression remembers where it stopped. */
const reset = (expression: RegExp): boolean => {
  expression.lastIndex = 0;
  return true;
};
