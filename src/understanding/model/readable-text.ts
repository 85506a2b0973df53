import type { Reader, Reading } from '../../language/index.ts';

/** UTF-16 units of a text that are read: what a letter is about is said before. */
const LONGEST = 12_000;

export type Words = {
  readonly title: string | null;
  readonly body: string;
  readonly language: string | null;
};

/** Title and body as one text. */
export const wholeText = ({ title, body }: Pick<Words, 'title' | 'body'>): string =>
  `${title ? `${title}\n` : ''}${body}`.slice(0, LONGEST);

/** Reads title and body together; the evidence that is kept points into the body. Null where nothing is written. */
export const readWords = (reader: Pick<Reader, 'understand'>, words: Words): Reading | null => {
  const text = wholeText(words);
  if (text.trim() === '') return null;
  const [language] = /^[a-z]{2}(?=$|[-_])/.exec(words.language?.toLowerCase() ?? '') ?? [];
  const reading = reader.understand(text, { language });
  const from = words.title ? words.title.length + 1 : 0;
  if (from === 0) return reading;
  return {
    ...reading,
    evidence: reading.evidence
      .filter(({ end }) => end > from)
      .map(({ head, start, end }) => ({ head, start: Math.max(0, start - from), end: end - from })),
  };
};
