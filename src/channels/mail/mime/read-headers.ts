/** Header fields in their order: names in lower case, values unfolded, still encoded (RFC 2047). */
export type Headers = readonly (readonly [name: string, value: string])[];

const MAX_FIELDS = 1_000;
const MAX_VALUE = 20_000;
const LF = 0x0a;

/** The header of the entity that begins at `from` (RFC 5322 2.2), and where its body begins. Never beyond `to`. */
export const readHeaders = (
  bytes: Buffer,
  from: number,
  to: number,
): { readonly headers: Headers; readonly bodyAt: number } => {
  const lines: string[] = [];
  let at = from;
  while (at < to) {
    const found = bytes.indexOf(LF, at);
    const end = found < 0 || found >= to ? to : found + 1;
    const line = bytes.subarray(at, Math.min(end, at + MAX_VALUE));
    if (isEmptyLine(line)) return { headers: unfold(lines), bodyAt: end };
    // A body that begins without the empty line: what cannot be a header is no header.
    if (!isHeaderLine(line, lines.length > 0)) return { headers: unfold(lines), bodyAt: at };
    if (lines.length < MAX_FIELDS * 10) lines.push(decodeLine(line));
    at = end;
  }
  return { headers: unfold(lines), bodyAt: to };
};

/** The first value of that field; empty when there is none. */
export const headerOf = (headers: Headers, name: string): string =>
  headers.find(([candidate]) => candidate === name)?.[1] ?? '';

export const hasHeader = (headers: Headers, name: string): boolean =>
  headers.some(([candidate]) => candidate === name);

const isEmptyLine = (line: Buffer): boolean =>
  line.length <= 2 && (line[0] === LF || (line[0] === 0x0d && (line.length === 1 || line[1] === LF)));

const isHeaderLine = (line: Buffer, mayContinue: boolean): boolean => {
  const start = line.subarray(0, 200).toString('latin1');
  if (mayContinue && /^[ \t]/.test(start)) return true;
  // mbox files and some relays put their own line first.
  return /^[\x21-\x39\x3b-\x7e]+[ \t]*:/.test(start) || (!mayContinue && /^>?From /.test(start));
};

/** Raw eight-bit headers: UTF-8 where it is (RFC 6532), else what old Windows programs wrote. */
const decodeLine = (line: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return new TextDecoder('windows-1252').decode(line);
  }
};

const unfold = (lines: readonly string[]): Headers => {
  const fields: [string, string][] = [];
  for (const raw of lines) {
    const line = raw.replace(/\r?\n$/, '');
    const last = fields.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last && last[1].length < MAX_VALUE) last[1] += line;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0 || fields.length >= MAX_FIELDS) continue;
    fields.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
  }
  return fields.map(([name, value]) => [name, value.slice(0, MAX_VALUE).trim()] as const);
};
