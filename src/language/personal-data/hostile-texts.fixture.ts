import fc from 'fast-check';

const seeds = [
  'a',
  'a@',
  'a.',
  '1',
  '3 ',
  '3331234567 ',
  '+39 347 123 4567, ',
  'IT60 ',
  'IT60',
  'via Roma ',
  'via di ',
  'password: ',
  'token ',
  '\ud800',
  '\udc00',
  '\u200b1',
  '😀',
  ' ',
  '\n',
  '[telefono 1]',
  '#A-1',
  '4111 1111 1111 1111 ',
  '1.',
  '(1',
  'eyJaaaaaaaaa.',
  'si prega di ',
  'è stata ',
  'la ',
  'ci dispiace ',
  'NON ',
  '!',
  '{{',
  '[',
  'gentile ',
  "l'",
  'İ',
  '\u0000',
  'ﷺ',
  'a\u0301',
];

/** Pieces of everything that is hard to read, in any order: lone surrogates, zero width, numbers, braces, words. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...seeds),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ maxLength: 12 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

/** One seed over and over: where a careless pattern would go back and forth. */
export const endless = (length: number): readonly string[] =>
  seeds.map((seed) => seed.repeat(Math.ceil(length / seed.length)).slice(0, length));
