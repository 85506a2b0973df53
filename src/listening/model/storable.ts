/** Longest texts that we keep, in UTF-16 units: well under what a search vector may hold (1 MB of lexemes). */
export const LONGEST_BODY = 100_000;
const LONGEST_LINE = 2_000;

/** A text as PostgreSQL can hold it: no NUL, no half of a surrogate pair, no longer than `longest`. */
export const storableText = (text: string, longest: number = LONGEST_BODY): string => {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return (cut.includes('\0') ? cut.replaceAll('\0', '') : cut).toWellFormed();
};

export const storableLine = (text: string | undefined): string | null =>
  text === undefined ? null : storableText(text, LONGEST_LINE);

/** The same for everything inside a JSON value; it looks inside only when the whole shows that it must. */
export const storableJson = <Value>(value: Value): Value =>
  /\\u(0000|d[89a-f])/i.test(JSON.stringify(value) ?? '') ? (repaired(value) as Value) : value;

const repaired = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(repaired);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, repaired(inner)]));
};
