import { expect, it } from 'vitest';
import { compileLexicon, type LexiconMatch } from './compile-lexicon.ts';
import { foldWord, parseLexicon } from './lexicon-file.ts';

const keysOf = (lexicon: ReturnType<typeof compileLexicon>, text: string) =>
  text.split(' ').map((word) => lexicon.keysOf(foldWord(word)));

it('reads weights, phrases and remarks', () => {
  const { entries, problems } = parseLexicon(
    '// nota\n# polarity\n-3 pessim* | una delusione // forte\nbuono',
  );
  expect(problems).toEqual([]);
  expect(entries.map(({ weight, words }) => [weight, words.map(({ stem }) => stem).join(' ')])).toEqual([
    [-3, 'pessim'],
    [-3, 'una delusione'],
    [1, 'buono'],
  ]);
});

it('says in which line something is wrong, and keeps the rest', () => {
  const { entries, problems } = parseLexicon(
    'orfana\n# polarity\n+2 !!!\n+1 uno due tre quattro cinque sei sette\nbene',
  );
  expect(problems).toEqual([
    { line: 1, kind: 'no-category' },
    { line: 3, kind: 'no-words' },
    { line: 4, kind: 'too-long' },
  ]);
  expect(entries).toHaveLength(1);
});

it('finds phrases and endings, whatever the case and the accents', () => {
  const lexicon = compileLexicon(
    parseLexicon('# polarity\n+2 niente male\n-2 delus*\n# aspect:vintage\nannat*').entries,
  );
  const found = (text: string) => {
    const keys = keysOf(lexicon, text);
    const matches: LexiconMatch[] = [];
    for (const at of keys.keys()) lexicon.matchesAt(keys, at, matches);
    return matches.map(({ category, length }) => `${category} ${length}`);
  };
  expect(found('NIENTE MALE questa annata')).toEqual(['polarity 2', 'aspect:vintage 1']);
  expect(found('delusissimo')).toEqual(['polarity 1']);
  expect(found('niente di che')).toEqual([]);
});

it('takes stretched vowels for what they stretch', () => {
  expect(foldWord('BELLISSIMOOOOO')).toBe('bellissimo');
  expect(foldWord('#PERCHÉ')).toBe('perche');
});
