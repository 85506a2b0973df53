import type { Near, NearPart, Query, Term } from '../query/query.ts';
import { foldWord } from '../words-of.ts';
import type { ReadDocument, ReadText } from './document.ts';
import { filterHolds } from './filter-holds.ts';
import { findStar, findTerm, type Stretch } from './find-term.ts';
import { mergeSpans, type Span } from './spans.ts';
import { type TermPattern, termPattern } from './term-pattern.ts';

/**
 * Whether a document answers to a query: null when it does not; otherwise where in its body, sorted and without overlaps. This
 * says what a query means; the index only finds out quickly which queries are worth asking.
 */
export const answers = (query: Query, document: ReadDocument): readonly Span[] | null => {
  if (!holds(query, document, true)) return null;
  const body = document.texts[0];
  if (!body) return [];
  return mergeSpans(
    stretches(query, body).flatMap(({ from, to }): Span[] => {
      const [first, last] = [body.words[from], body.words[to]];
      return first && last ? [[first.start, last.end]] : [];
    }),
  );
};

/** `unknown`: what to take for true where the document does not say; turned about inside a NOT. */
const holds = (query: Query, document: ReadDocument, unknown: boolean): boolean => {
  switch (query.kind) {
    case 'and':
      return query.parts.every((part) => holds(part, document, unknown));
    case 'or':
      return query.parts.some((part) => holds(part, document, unknown));
    case 'not':
      return !holds(query.part, document, !unknown);
    case 'filter':
      return filterHolds(query, document, unknown);
    case 'term':
      return isMet(query, document.texts) || (isAddress(query) && isMet(query, document.links));
    default:
      return isMet(query, document.texts);
  }
};

const isMet = (part: NearPart, texts: readonly ReadText[]): boolean =>
  texts.some((text) => stretchesOf(part, text).length > 0);

const isAddress = (term: Term): boolean => patternOf(term).between !== null;

/** What is marked: all that was wanted and is there. */
const stretches = (query: Query, text: ReadText): readonly Stretch[] => {
  if (query.kind === 'filter' || query.kind === 'not') return [];
  if (query.kind === 'and' || query.kind === 'or')
    return query.parts.flatMap((part) => stretches(part, text));
  if (query.kind !== 'near') return stretchesOf(query, text);
  return pairs(query, text).flat();
};

const stretchesOf = (part: NearPart, text: ReadText): readonly Stretch[] => {
  if (part.kind === 'term') return findTerm(patternOf(part), text);
  if (part.kind === 'wildcard') return findStar(foldStar(part.text), text);
  if (part.kind === 'or') return part.parts.flatMap((one) => stretchesOf(one, text));
  return pairs(part, text).map(([one, other]) => ({
    from: Math.min(one.from, other.from),
    to: Math.max(one.to, other.to),
  }));
};

/** Each of the left with the nearest of the right on either side that is near enough: enough to know, and few. */
const pairs = ({ left, right, distance }: Near, text: ReadText): readonly (readonly [Stretch, Stretch])[] => {
  const others = stretchesOf(right, text);
  if (others.length === 0) return [];
  const found: [Stretch, Stretch][] = [];
  for (const one of stretchesOf(left, text).slice(0, MOST_ASKED))
    for (const other of others.slice(0, MOST_ASKED)) {
      const apart = other.from > one.to ? other.from - one.to : one.from - other.to;
      if (apart >= 1 && apart <= distance) found.push([one, other]);
      if (found.length >= MOST_PAIRS) return found;
    }
  return found;
};
/** A text that says one thing a thousand times is not asked a million questions. */
const MOST_ASKED = 500;
const MOST_PAIRS = 500;

const foldStar = (text: string): string =>
  text.startsWith('*') ? `*${foldWord(text.slice(1))}` : `${foldWord(text.slice(0, -1))}*`;

/** Terms stand in trees that do not change: what they mean is worked out once for each. */
const patternOf = (term: Term): TermPattern => {
  const known = patterns.get(term);
  if (known) return known;
  const made = termPattern(term);
  patterns.set(term, made);
  return made;
};
const patterns = new WeakMap<Term, TermPattern>();
