const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const italianMonths = 'gen feb mar apr mag giu lug ago set ott nov dic'.split(' ');

/** Hours from UTC of the zones of RFC 822 5.1; all others have to be written as numbers. */
const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
  ...{ cet: 1, cest: 2, bst: 1 },
};

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const dayMs = 86_400_000;

/**
 * A date of a feed as ISO 8601 in UTC: W3C-DTF (RFC 3339 and shorter) and RFC 822 with the variations seen in the
 * wild. Undefined when it does not read, lies outside 1990-2100, or is over a day later than `now` (an ISO date).
 * Never reads by the time zone of the process: without a zone it is UTC.
 */
export const parseDate = (text: string | undefined, now?: string): string | undefined => {
  const time = text && text.length < 100 ? (parseW3c(text) ?? parseRfc822(text)) : undefined;
  if (time === undefined || Number.isNaN(time) || time < earliest || time > latest) return undefined;
  const today = Date.parse(now ?? '');
  return !Number.isNaN(today) && time > today + dayMs ? undefined : new Date(time).toISOString();
};

const w3c =
  /^\s*(\d{4})-?(\d\d)(?:-?(\d\d))?(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?\s*(z|utc|gmt|[+-]\d\d:?\d\d)?)?\s*$/i;

const parseW3c = (text: string): number | undefined => {
  const match = w3c.exec(text);
  if (!match) return undefined;
  const [, year, month, day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const time = utc(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return time && time + Math.floor(Number(`0.${fraction || 0}`) * 1000) - offsetMs(zone);
};

const rfc822 =
  /^\s*(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3})\p{L}*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([a-z]{1,4}|(?:gmt|utc)?[+-]\d\d:?\d\d)?)?(?:\s*\(.{0,40}\))?\s*$/iu;

const parseRfc822 = (text: string): number | undefined => {
  const match = rfc822.exec(text);
  if (!match) return undefined;
  const [, day, name = '', year = '', hour = '0', minute = '0', second = '0', zone] = match;
  const index = months.indexOf(name.toLowerCase());
  const month = index >= 0 ? index : italianMonths.indexOf(name.toLowerCase());
  if (month < 0) return undefined;
  const time = utc(fullYear(year), month, Number(day), Number(hour), Number(minute), Number(second));
  return time && time - offsetMs(zone);
};

/** Two digits: RFC 2822 4.3. */
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);

/** Undefined for the 31st of February and for 25 o'clock; a leap second counts as the second before. */
const utc = (year: number, month: number, day: number, hour: number, minute: number, second: number) => {
  const time = Date.UTC(year, month, day, hour, minute, Math.min(second, 59));
  const isReal = new Date(time).getUTCDate() === day && month < 12 && minute < 60 && second < 61;
  return isReal && hour < 24 ? time : undefined;
};

const offsetMs = (zone = 'z'): number => {
  const numeric = /([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (!numeric) return (zones[zone.toLowerCase()] ?? 0) * 3_600_000;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return (numeric[1] === '-' ? -minutes : minutes) * 60_000;
};
