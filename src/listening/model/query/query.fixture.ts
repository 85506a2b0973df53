import fc from 'fast-check';
import { both, either, fields, type Leaf, type Query } from './query.ts';

const plainWords = ['vino', 'tappo', 'cantina', 'rossi', 'Alba', 'perché', 'buono', 'degustare', 'e', 'olio'];

const term: fc.Arbitrary<Leaf> = fc.oneof(
  fc.constantFrom(...plainWords).map((text) => ({ kind: 'term' as const, text, exact: false })),
  fc.constantFrom('#vino', '@rossi', 'rossi.it', 'l’olio', '12:30', 'https://rossi.it/vini').map((text) => ({
    kind: 'term' as const,
    text,
    exact: false,
  })),
  fc
    .array(fc.constantFrom(...plainWords, 'AND', 'O', '#alba'), { minLength: 1, maxLength: 3 })
    .map((words) => ({ kind: 'term' as const, text: words.join(' '), exact: true })),
  fc.constantFrom('degust*', '*vino', 'can*', '*ssi').map((text) => ({ kind: 'wildcard' as const, text })),
);

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  { weight: 4, arbitrary: term },
  fc
    .record({ distance: fc.integer({ min: 1, max: 9 }), left: term, right: fc.oneof(term, choiceOf(term)) })
    .map((near) => ({ kind: 'near' as const, ...near })),
);

function choiceOf(part: fc.Arbitrary<Leaf>) {
  return fc
    .array(part, { minLength: 2, maxLength: 3 })
    .map((parts) => ({ kind: 'or' as const, parts: parts as readonly Leaf[] }));
}

const filter: fc.Arbitrary<Query> = fc
  .record({
    field: fc.constantFrom(...fields),
    value: fc.constantFrom('alba', 'bluesky', 'it', 'santa lucia'),
  })
  .map((parts) => ({ kind: 'filter', ...parts }));

/** Queries as the parser makes them, of all kinds. */
export const anyQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: filter },
    { weight: 2, arbitrary: tie('query').map((part): Query => ({ kind: 'not', part })) },
    {
      weight: 3,
      arbitrary: fc
        .array(tie('query'), { minLength: 2, maxLength: 3 })
        .map((parts) => both(parts as unknown as [Query, Query])),
    },
    {
      weight: 3,
      arbitrary: fc
        .array(tie('query'), { minLength: 2, maxLength: 3 })
        .map((parts) => either(parts as unknown as [Query, Query])),
    },
  ),
})).query;
