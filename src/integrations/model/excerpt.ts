/** Characters of an answer that are kept in the log. */
const LONGEST = 300;

/** The beginning of an answer as one harmless line: no control characters, which the database or a screen could stumble over. PURE. */
export const cleanExcerpt = (text: string): string =>
  text
    .slice(0, LONGEST * 4)
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
