import { isQuoteLine } from './attribution-line.ts';

const MAX_SIGNATURE = 15;

/** The lines without the signature block after `-- ` (RFC 3676 4.3) and without what telephones and programs add. */
export const withoutSignature = (lines: readonly string[]): readonly string[] => {
  const separator = lines.findLastIndex((line) => /^-- ?$/.test(line.replace(/\u00a0/g, ' ')));
  const block = separator < 0 ? [] : lines.slice(separator + 1);
  const isBlock = separator >= 0 && block.length <= MAX_SIGNATURE && !block.some(isQuoteLine);
  return withoutAdverts(isBlock ? lines.slice(0, separator) : lines);
};

/** Only at the end: a sentence in the middle is somebody's sentence. */
const withoutAdverts = (lines: readonly string[]): readonly string[] => {
  let end = lines.length;
  for (let looked = 0; looked < 8 && end > 0; looked += 1) {
    const line = (lines[end - 1] ?? '').slice(0, 300).trim();
    if (line !== '' && !adverts.some((pattern) => pattern.test(line))) break;
    end -= 1;
  }
  return lines.slice(0, end);
};

const adverts = [
  /^(?:inviato|spedito|mandato) (?:da(?:l(?:la)?)?|con|tramite)\s+(?:(?:il )?mi[oa] )?\S.{0,80}$/i,
  /^sent (?:from|with|via) \S.{0,80}$/i,
  /^(?:scarica|ottieni|get) outlook (?:per|for) .{1,80}$/i,
  /^<?https?:\/\/aka\.ms\/\S{1,60}>?$/i,
  /^(?:libero|virgilio|tiscali|alice)\.?(?:it)? ?mail app.{0,60}$/i,
  /^(?:mail priva di virus|virus-free|senza virus)\.?.{0,100}$/i,
];
