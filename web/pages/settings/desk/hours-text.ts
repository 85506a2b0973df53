import type { OpenSpan } from '../../../../src/platform/time/desk-hours.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** "9:00-13:00, 14:00-18:00"; nothing for a closed day. */
export const sayHours = (spans: readonly OpenSpan[]): string =>
  spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ');

const TIME = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/;

/** The hours of a day as people write them ("9-13, 14.30-18"); undefined when they do not read, cross or go backwards. */
export const readHours = (text: string): readonly OpenSpan[] | undefined => {
  if (text.trim() === '') return [];
  const spans: OpenSpan[] = [];
  for (const part of text.split(/[,;]/)) {
    const found = TIME.exec(part);
    if (!found) return undefined;
    const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = found;
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    const fits = Number(fromMinute) < 60 && Number(toMinute) < 60 && to <= 1_440;
    if (!fits || from >= to || from < (spans.at(-1)?.to ?? 0)) return undefined;
    spans.push({ from, to });
  }
  return spans;
};

/** "24/6", "24-06" and "24.6" are all read as `06-24`, nothing as null; undefined when no such day exists. */
export const readDay = (text: string): string | null | undefined => {
  if (text.trim() === '') return null;
  const found = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(text);
  if (!found) return undefined;
  const [day, month] = [Number(found[1]), Number(found[2])];
  const date = new Date(Date.UTC(2024, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? `${two(month)}-${two(day)}`
    : undefined;
};

/** `06-24` as people say it, day first. */
export const sayDay = (day: string | null): string =>
  day === null ? '' : `${day.slice(3)}/${day.slice(0, 2)}`;
