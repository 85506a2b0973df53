/** Where others' words begin, seen line by line. Every pattern looks at a bounded piece of text. */
export type Mark = {
  /** `reply`: an attribution, its quote follows. `header`: a whole letter follows. `forward`: passed on. */
  readonly kind: 'reply' | 'header' | 'forward';
  /** How many lines it takes. */
  readonly lines: number;
};

const MAX_LINE = 500;

/** The mark that begins at that line, if any. Attributions may be broken over up to four lines. */
export const markAt = (lines: readonly string[], at: number): Mark | undefined => {
  const line = bare(lines[at]);
  const isRule = /^_{10,}$/.test((lines[at] ?? '').slice(0, MAX_LINE).trim());
  if (isRule && isHeaderBlock(lines, nextFilled(lines, at + 1))) return { kind: 'header', lines: 1 };
  if (line === '') return undefined;
  if (forwards.some((pattern) => pattern.test(line))) return { kind: 'forward', lines: 1 };
  if (separators.some((pattern) => pattern.test(line))) return { kind: 'header', lines: 1 };
  if (isHeaderBlock(lines, at)) return { kind: 'header', lines: 1 };
  const length = attributionLength(lines, at);
  return length > 0 ? { kind: 'reply', lines: length } : undefined;
};

const bare = (line: string | undefined): string =>
  (line ?? '')
    .slice(0, MAX_LINE)
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?=\s|$|:)/g, '')
    .trim();

const separators = [
  /^-{2,}\s*(?:messaggio originale|messaggio originario|original message|original-nachricht|ursprüngliche nachricht|message d['’]origine|mensaje original)\s*-{2,}$/i,
  /^-{2,}\s*(?:risposta al messaggio|in risposta a)\b.{0,80}-{2,}$/i,
];

const forwards = [
  /^-{4,}\s*(?:messaggio inoltrato|forwarded message|messaggio rinviato|weitergeleitete nachricht|message transféré)\b.{0,80}-{4,}$/i,
  /^(?:inizio (?:del )?messaggio inoltrato|begin forwarded message|inoltrato da)\s*:?/i,
];

const starts =
  /^(?:il (?:giorno )?\S|in data \d|on \S|le \S|am \S|el \S|(?:lun|mar|mer|gio|ven|sab|dom)[a-zì]{0,6},? |\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2} \p{L}{3,10} \d{4}|da: .{0,200}<)/iu;
const ends =
  /(?:ha scritto|hai scritto|ha inviato|scrive|scriveva|wrote|a écrit|schrieb[^:]{0,200}|escribió)\s*:?\s*$/iu;
const named = /^[^.!?]{2,200}\b(?:ha scritto|scriveva|wrote)(?: (?:il|in data|on)\b[^.!?]{0,80})?\s*:$/iu;

/** `Il giorno 12 mar 2026 alle ore 10:00 Anna <anna@...> ha scritto:` on one line or broken by the sender's program. */
const attributionLength = (lines: readonly string[], at: number): number => {
  const first = bare(lines[at]);
  if (named.test(first) && /[\d@]/.test(first)) return 1;
  if (!starts.test(first)) return 0;
  let joined = '';
  for (let count = 1; count <= 4 && at + count <= lines.length; count += 1) {
    const line = bare(lines[at + count - 1]);
    if (line === '' || line.startsWith('>')) return 0;
    joined = `${joined} ${line}`.trim();
    if (ends.test(joined))
      return /\d|@/.test(joined) && (joined.endsWith(':') || quoteFollows(lines, at + count)) ? count : 0;
  }
  return 0;
};

const quoteFollows = (lines: readonly string[], at: number): boolean =>
  isQuoteLine(lines[nextFilled(lines, at)] ?? '');

export const isQuoteLine = (line: string): boolean => /^\s{0,3}>/.test(line);

const fromField = /^(?:da|from|von|de|mittente)\s*:\s*\S/i;
const otherField =
  /^(?:inviato(?: il)?|data|date|sent|gesendet|envoyé|enviado(?: el)?|a|to|an|à|para|cc|ccn|oggetto|subject|betreff|objet|asunto|per)\s*:/i;

/** `Da:` with at least two of `Inviato:`, `A:`, `Oggetto:` right below it, as Outlook writes. */
const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
  if (!fromField.test(bare(lines[at]))) return false;
  let fields = 0;
  for (let next = at + 1; next < Math.min(lines.length, at + 8); next += 1) {
    if (otherField.test(bare(lines[next]))) fields += 1;
  }
  return fields >= 2;
};

/** At most three empty lines on. */
const nextFilled = (lines: readonly string[], at: number): number => {
  let next = at;
  while (next < at + 3 && next < lines.length && (lines[next] ?? '').trim() === '') next += 1;
  return next;
};
