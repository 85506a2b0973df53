/** Slips of which Italian ears and fingers are fond: doubles made single, single ones doubled, h and k, y and j. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/([bcdfglmnprstvz])\1/i, '$1'],
  [/([aeiou])([bcdfglmnprstvz])([aeiou])(?=[a-z]*$)/i, '$1$2$2$3'],
  [/ch(?=[aou])/i, 'c'],
  [/k/i, 'c'],
  [/x/i, 's'],
  [/y/i, 'i'],
  [/j/i, 'i'],
  [/w/i, 'v'],
  [/ph/i, 'f'],
];
const MOST = 5;
const SHORTEST = 6;

/** Ways in which a company's name is likely to be written wrongly, each with one slip, at most five; proposals, to be looked through. */
export const misspellingsOf = (name: string): readonly string[] => {
  if (name.length < SHORTEST) return [];
  const joined = name.replace(/\s+(?:s\.?r\.?l\.?s?|s\.?p\.?a\.?|s\.?n\.?c\.?|s\.?a\.?s\.?)$/i, '');
  const found = slips.map(([slip, right]) => joined.replace(slip, right)).filter((one) => one !== name);
  return [...new Set(joined === name ? found : [joined, ...found.filter((one) => one !== joined)])].slice(
    0,
    MOST,
  );
};
