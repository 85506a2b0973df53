/**
 * Lower case, with typographic apostrophes and spaces made plain, unit by unit: an offset in the result is an offset in
 * `text`. `toLowerCase` alone would not do: "İ" becomes two units.
 */
export const foldSameLength = (text: string): string => {
  const lower = text.toLowerCase();
  const aligned = lower.length === text.length ? lower : lowerEach(text);
  return aligned.replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'").replace(/[\u00A0\u202F\u2007]/g, ' ');
};

const lowerEach = (text: string): string => {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    const lower = unit.toLowerCase();
    folded += lower.length === 1 ? lower : unit;
  }
  return folded;
};
