import { err, ok, type Result } from '../platform/result.ts';

/** A line of a log of conversations: who joined which, when. A number in any unit, or milliseconds since 1970. */
export type EventLine = { readonly cascade: string; readonly node: string; readonly time: number };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** ISO 8601: a day, or a day and an hour; without a zone it is UTC. */
const INSTANT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i;

/** Reads `cascade node time`, apart by spaces or tabs; null for a blank line or a comment. */
export const parseEventLine = (line: string): Result<EventLine | null, string> => {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return ok(null);
  const [cascade, node, ...rest] = trimmed.split(/\s+/);
  if (cascade === undefined || node === undefined || rest.length === 0)
    return err('servono tre cose: quale conversazione, chi, quando.');
  const time = parseMoment(rest.join(' '));
  if (time === null) return err(`«${shown(rest.join(' '))}» non è un momento (un numero, oppure ISO 8601).`);
  return ok({ cascade, node, time });
};

/** A moment as events have it, or null. */
export const parseMoment = (text: string): number | null => {
  if (NUMBER.test(text)) return Number.isFinite(Number(text)) ? Number(text) : null;
  if (!INSTANT.test(text)) return null;
  const iso = text.replace(' ', 'T');
  const moment = Date.parse(iso.length > 10 && !/(?:Z|[+-]\d\d:?\d\d)$/i.test(iso) ? `${iso}Z` : iso);
  return Number.isNaN(moment) ? null : moment;
};

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
