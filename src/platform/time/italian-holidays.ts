/** Month * 100 + day of the holidays that never move (law 260/1949 with its changes; 4 October from 2026 by law 151/2025). */
const FIXED = new Set([101, 106, 425, 501, 602, 815, 1101, 1208, 1225, 1226]);
const SAINT_FRANCIS = 1004;

/** True on a national holiday of Italy, Easter Monday included. */
export const isItalianHoliday = (year: number, month: number, day: number): boolean => {
  const date = month * 100 + day;
  if (FIXED.has(date) || (date === SAINT_FRANCIS && year >= 2026)) return true;
  if (month > 4 || month < 3) return false;
  const days = (Date.UTC(year, month - 1, day) - easterOf(year)) / 86_400_000;
  return days === 0 || days === 1;
};

/** Easter Sunday, milliseconds since 1970 (anonymous Gregorian computus; Meeus, Astronomical Algorithms, chapter 8). */
const easterOf = (year: number): number => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
};
