const LONGEST = 160;

const segmenter = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** The first words of a text on one line, whole characters only. */
export const excerptOf = ({
  title,
  body,
}: {
  readonly title: string | null;
  readonly body: string;
}): string => {
  const line = (body.trim() === '' ? (title ?? '') : body)
    .slice(0, LONGEST * 8)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...segmenter.segment(line)].map(({ segment }) => segment);
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join('').trimEnd()}…`;
};
