/**
 * Relevance: how much somebody speaks of a field. Definition: .6 of the share of their posts that are on topic, half as much
 * for every half-year of age, shrunken by a Beta towards what is usual; .4 of the BM25 nearness of their words to the field's
 * (words/bm25.ts); the share alone without such words. Source: GRAPH.md, definition 5; weights and half-life are ours.
 */
import type { Words } from '../../../channels/index.ts';
import { type Judged, shrunken, unit } from './judged.ts';
import { sayFigure } from './spoken-figures.ts';

export type RelevanceFacts = {
  readonly posts: readonly { readonly ageDays: number; readonly isOnTopic: boolean }[];
  /** 0..1, and the field's words that were found in theirs, the most telling first; null: no field's words were asked for. */
  readonly nearness: { readonly value: number; readonly found: readonly string[] } | null;
  /** Usual share of posts on topic among the people of this conversation; .2 where nothing is known. */
  readonly usualShare?: number;
};

export type RelevanceEvidence = {
  readonly onTopic: number;
  readonly posts: number;
  readonly share: number;
  readonly nearness: number | null;
  readonly words: readonly string[];
};

const HALF_LIFE = 182;
const USUAL_SHARE = 0.2;
/** Posts that the usual share is worth. */
const PRIOR = 3;
const MOST_WORDS = 3;

export const relevanceOf = ({
  posts,
  nearness,
  usualShare = USUAL_SHARE,
}: RelevanceFacts): Judged<RelevanceEvidence> => {
  const weights = posts.map(({ ageDays, isOnTopic }) => ({
    isOnTopic,
    weight: 2 ** (-Math.max(0, ageDays) / HALF_LIFE),
  }));
  const sum = (some: typeof weights): number => some.reduce((total, { weight }) => total + weight, 0);
  const onTopic = weights.filter((post) => post.isOnTopic);
  const share = shrunken(sum(onTopic), sum(weights), usualShare, PRIOR);
  const evidence = {
    onTopic: onTopic.length,
    posts: posts.length,
    share,
    nearness: nearness === null ? null : unit(nearness.value),
    words: nearness?.found.slice(0, MOST_WORDS) ?? [],
  };
  const value = evidence.nearness === null ? share : 0.6 * share + 0.4 * evidence.nearness;
  return { value: unit(value), evidence, says: sayRelevance(evidence) };
};

export const sayRelevance = ({ onTopic, posts, words }: RelevanceEvidence): Words => {
  if (posts === 0)
    return { it: 'Non abbiamo ancora letto niente di suo.', en: 'We have read nothing of theirs yet.' };
  const [of, all] = [sayFigure(onTopic), sayFigure(posts)];
  const share =
    onTopic === 0
      ? {
          it: `Non ha ancora parlato di ciò che ci interessa, nelle ${all.it} cose lette`,
          en: `Has not spoken yet of what matters to us, in the ${all.en} things read`,
        }
      : {
          it: `Parla di ciò che ci interessa in ${of.it} delle ${all.it} cose lette`,
          en: `Speaks of what matters to us in ${of.en} of the ${all.en} things read`,
        };
  const about =
    words.length === 0
      ? { it: '', en: '' }
      : {
          it: `, con parole come ${list(words, '«', '»', ' e ')}`,
          en: `, with words like ${list(words, '“', '”', ' and ')}`,
        };
  return { it: `${share.it}${about.it}.`, en: `${share.en}${about.en}.` };
};

const list = (words: readonly string[], open: string, close: string, and: string): string =>
  words
    .map((word) => `${open}${word}${close}`)
    .reduce((said, word, index) => {
      if (index === 0) return word;
      return `${said}${index === words.length - 1 ? and : ', '}${word}`;
    }, '');
