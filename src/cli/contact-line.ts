import { err, ok, type Result } from '../platform/result.ts';

/** A line of a log of contacts: who, with whom, when (milliseconds since 1970). */
export type ContactLine = { readonly from: string; readonly to: string; readonly at: number };

/** Numbers from here on are milliseconds, below they are seconds: as seconds this would be the year 5138. */
const MILLISECONDS_FROM = 1e11;
/** The last instant of ECMAScript's clock. */
const LAST = 8.64e15;

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
/** ISO 8601: a day, or a day and an hour; the zone may be left out and is then UTC. */
const INSTANT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?$/i;

/** Reads `a b time`, apart by spaces or tabs; null for a blank line or a comment (# or %). */
export const parseContactLine = (line: string): Result<ContactLine | null, string> => {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('%')) return ok(null);
  const [from, to, ...rest] = trimmed.split(/\s+/);
  if (from === undefined || to === undefined || rest.length === 0)
    return err('servono tre cose: chi, con chi, quando.');
  const time = rest.join(' ');
  const at = NUMBER.test(time) ? fromNumber(Number(time)) : fromInstant(time);
  if (at === null)
    return err(`«${shown(time)}» non è un momento (secondi o millisecondi dal 1970, oppure ISO 8601).`);
  return ok({ from, to, at });
};

const fromNumber = (value: number): number | null => {
  const at = Math.abs(value) < MILLISECONDS_FROM ? value * 1_000 : value;
  return Number.isFinite(at) && Math.abs(at) <= LAST ? at : null;
};

const fromInstant = (text: string): number | null => {
  if (!INSTANT.test(text)) return null;
  const [, zone] = /(?:[T ].*?)(Z|[+-]\d\d:?\d\d)?$/i.exec(text) ?? [];
  const iso = text.replace(' ', 'T').replace(',', '.').replace(/\s/, '');
  const at = Date.parse(zone === undefined && iso.length > 10 ? `${iso}Z` : iso);
  return Number.isNaN(at) ? null : at;
};

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
