import type { Draft } from './draft.ts';
import type {
  Bilingual,
  Language,
  Register,
  ToneFinding,
  ToneKind,
  ToneLevel,
  ToneProposal,
} from './finding.ts';

/** Another way to say it; by register where Italian asks for it. The empty text means: leave it out. */
export type Saying = string | { readonly [register in Register]: string };

/**
 * A turn of phrase to find: `find` is the source of a regular expression over folded text, where a space stands for any
 * white space, without capturing groups, and with bounded repetitions only.
 */
export type Phrase = {
  readonly find: string;
  /** What to say instead; it fits as it is unless it holds "…". */
  readonly say?: Saying;
  readonly level?: ToneLevel;
  readonly why?: Bilingual;
  /** Shown only to those who want to be told everything. */
  readonly picky?: true;
};

export type PhraseTable = {
  readonly [lang in Language]: { readonly phrases: readonly Phrase[]; readonly any: RegExp };
};

const LETTER = '[a-zà-öø-ÿ0-9]';

const anyOf = (phrases: readonly Phrase[]): RegExp =>
  new RegExp(
    `(?<!${LETTER})(?:${phrases.map(({ find }) => `(${spaced(find)})`).join('|')})(?!${LETTER})`,
    'g',
  );

/** A space stands for white space, an optional one for none too: a line may break anywhere. */
const spaced = (source: string): string => source.replaceAll(' ?', '\\s{0,3}').replaceAll(' ', '\\s{1,3}');

/** One regular expression a language, so that a text is read once however many phrases there are. */
export const phraseTable = (lists: { readonly [lang in Language]: readonly Phrase[] }): PhraseTable => ({
  it: { phrases: lists.it, any: anyOf(lists.it) },
  en: { phrases: lists.en, any: anyOf(lists.en) },
});

export type PhraseHit = { readonly phrase: Phrase; readonly start: number; readonly end: number };

/** Where the phrases of a table are in a draft, at most `limit` of them. */
export const hitsOf = (draft: Draft, table: PhraseTable, limit = 40): readonly PhraseHit[] => {
  const { phrases, any } = table[draft.lang];
  const hits: PhraseHit[] = [];
  if (phrases.length === 0) return hits;
  for (const match of draft.folded.matchAll(any)) {
    if (hits.length === limit) break;
    const which = match.findIndex((group, index) => index > 0 && group !== undefined);
    const phrase = phrases[which - 1];
    if (phrase) hits.push({ phrase, start: match.index, end: match.index + match[0].length });
  }
  return hits;
};

/** A finding and whether only the strict want to see it. */
export type Candidate = { readonly finding: ToneFinding; readonly picky: boolean };

export type RuleWords = { readonly kind: ToneKind; readonly level: ToneLevel; readonly why: Bilingual };

export const findPhrases = (draft: Draft, table: PhraseTable, rule: RuleWords): readonly Candidate[] =>
  hitsOf(draft, table).map(({ phrase, start, end }) => ({
    picky: phrase.picky === true,
    finding: {
      kind: rule.kind,
      level: phrase.level ?? rule.level,
      start,
      end,
      why: phrase.why ?? rule.why,
      ...(phrase.say === undefined ? {} : { proposal: propose(draft, start, end, phrase.say) }),
    },
  }));

/** A saying in place of [start, end), with the capital that the place asks for. */
export const propose = (draft: Draft, start: number, end: number, saying: Saying): ToneProposal => {
  const text = typeof saying === 'string' ? saying : saying[draft.address];
  const ready = !text.includes('…');
  if (text === '') return leaveOut(draft, start, end);
  return { lang: draft.lang, text: startsHigh(draft, start) ? capital(text) : text, start, end, ready };
};

/** Takes the words out together with the comma and space after them; the next word inherits the capital. */
const leaveOut = (draft: Draft, start: number, end: number): ToneProposal => {
  const gap = /^[\s,:]{0,3}/.exec(draft.text.slice(end, end + 3))?.[0].length ?? 0;
  const next = end + gap;
  const heir = draft.text.charAt(next);
  if (!startsHigh(draft, start) || !/[a-zà-ÿ]/.test(heir))
    return { lang: draft.lang, text: '', start, end: next, ready: true };
  return { lang: draft.lang, text: capital(heir), start, end: next + 1, ready: true };
};

const startsHigh = (draft: Draft, start: number): boolean =>
  draft.text.charAt(start) !== draft.folded.charAt(start);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
