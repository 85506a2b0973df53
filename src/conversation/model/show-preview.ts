const segmenter = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** The stored first code points as people should see them: a cut never goes through a letter with its accents or an emoji. */
export const showPreview = (stored: string, cutAt: number): string => {
  const points = [...stored].length;
  if (points < cutAt) return stored;
  const graphemes = [...segmenter.segment(stored)].map(({ segment }) => segment);
  return `${graphemes.slice(0, -1).join('').trimEnd()}…`;
};
