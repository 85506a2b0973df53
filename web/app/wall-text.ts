import { instantAt, wallTimeOf } from '../../src/platform/time/zoned.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as a field for date and time holds it, on the clock of a place. */
export const wallText = (at: Date, timeZone: string): string => {
  const { year, month, day, minutes } = wallTimeOf(at, timeZone);
  return `${year}-${two(month)}-${two(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** The moment that such a field holds; undefined when it holds none. */
export const momentOf = (text: string, timeZone: string): Date | undefined => {
  const [date = '', time = ''] = text.split('T');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return year ? instantAt({ year, month, day, minutes: hours * 60 + minutes }, timeZone) : undefined;
};
