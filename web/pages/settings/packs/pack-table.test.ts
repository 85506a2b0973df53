import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLexicon } from '../../../../src/language/lexicon/lexicon-file.ts';
import { tableOf, withNewRow, withoutRow, withRow } from './pack-table.ts';

const text = [
  '// Vino',
  '# polarity',
  '3 da urlo | spettacol*',
  '-3 sa di tappo // il difetto',
  '',
  '# aspect:vintage',
  'annat* | vendemmi*',
].join('\n');

it('shows each line with words under its category', () => {
  expect(tableOf(text)).toEqual([
    {
      category: 'polarity',
      rows: [
        { line: 3, weight: '3', phrases: 'da urlo | spettacol*' },
        { line: 4, weight: '-3', phrases: 'sa di tappo' },
      ],
    },
    { category: 'aspect:vintage', rows: [{ line: 7, weight: null, phrases: 'annat* | vendemmi*' }] },
  ]);
});

it('a row that is changed changes its line alone, and keeps its remark', () => {
  const after = withRow(text, { line: 4, weight: '-4', phrases: 'sa di tappo | svanit*' });
  expect(after.split('\n')[3]).toBe('-4 sa di tappo | svanit* // il difetto');
  expect(after.split('\n').toSpliced(3, 1)).toEqual(text.split('\n').toSpliced(3, 1));
});

it('a row more joins the end of its category, or opens it', () => {
  expect(tableOf(withNewRow(text, 'polarity', { weight: '2', phrases: 'beverin*' }))[0]?.rows.at(-1)).toEqual(
    {
      line: 5,
      weight: '2',
      phrases: 'beverin*',
    },
  );
  expect(tableOf(withNewRow(text, 'aspect:tappo', { weight: null, phrases: 'tapp*' }))[2]?.category).toBe(
    'aspect:tappo',
  );
  expect(tableOf(withNewRow('', 'polarity', { weight: '1', phrases: 'sì' }))).toHaveLength(1);
});

it('taking a row away takes nothing else', () => {
  expect(tableOf(withoutRow(text, 3)).flatMap(({ rows }) => rows.map(({ phrases }) => phrases))).toEqual([
    'sa di tappo',
    'annat* | vendemmi*',
  ]);
});

it('what is written through the table means the same to the reader of packs', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}\*?$/);
  const weight = fc.constantFrom('-4', '-1', '2', '4');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, weight), { minLength: 1, maxLength: 8 }), (rows) => {
      const made = rows.reduce(
        (so, [phrases, of]) => withNewRow(so, 'polarity', { weight: of, phrases }),
        '',
      );
      const { entries, problems } = parseLexicon(made);
      expect(problems).toEqual([]);
      expect(entries.map((entry) => entry.weight)).toEqual(rows.map(([, of]) => Number(of)));
    }),
  );
});
