export type Rating = { readonly value: number; readonly best: number };

const words: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5 },
  ...{ una: 1, due: 2, tre: 3, quattro: 4, cinque: 5 },
};

/**
 * Stars as they are written: `4`, `4,5`, `8/10`, `4 su 5`, `4 out of 5`, `FIVE`, `★★★★☆`. Above five and up to ten it is of ten;
 * above ten, of a hundred. Undefined when it is no rating.
 */
export const readRating = (text: string): Rating | undefined => {
  const said = text.trim().toLowerCase();
  if (said === '' || said.length > 60) return undefined;
  const stars = /^[★⭐]+[☆✩]*$/u.exec(said.replace(/\ufe0f/g, ''));
  if (stars) return rating([...stars[0]].filter((star) => star === '★' || star === '⭐').length, 5);
  const word = words[said.replace(/[\s_-]*(?:stars?|stell[ae])$/, '')];
  if (word !== undefined) return rating(word, 5);
  const found =
    /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:(?:\/|su|out of|of|von|sur)\s*(\d{1,3})|%)?\s*(?:stars?|stell[ae]|★)?$/.exec(
      said,
    );
  if (!found) return undefined;
  const value = Number(found[1]?.replace(',', '.'));
  const usual = value <= 5 ? 5 : value <= 10 ? 10 : 100;
  return rating(value, said.endsWith('%') ? 100 : found[2] === undefined ? usual : Number(found[2]));
};

const rating = (value: number, best: number): Rating | undefined =>
  best > 0 && best <= 100 && value >= 0 && value <= best ? { value, best } : undefined;
