/** What was typed as a number of at most 100, with comma or point; null for anything else. */
export const valueTyped = (typed: string): number | null => {
  const text = typed.trim().replace(',', '.');
  const value = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  return value <= 100 ? value : null;
};
