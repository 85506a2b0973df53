import { pointAt } from '../../told/pointer.ts';

/** Reading foreign values without trusting their shape. */
export const text = (value: unknown, ...names: readonly string[]): string => {
  for (const name of names) {
    const found = pointAt(value, `/${name}`);
    if (typeof found === 'string') return found;
    if (typeof found === 'number') return String(found);
  }
  return '';
};

export const list = (value: unknown, name: string): readonly unknown[] => {
  const found = pointAt(value, `/${name}`);
  return Array.isArray(found) ? found : [];
};

export const instantOfSeconds = (value: unknown): string | undefined => instantOf(Number(value) * 1000);

export const instantOfMs = (value: unknown): string | undefined => instantOf(Number(value));

const instantOf = (time: number): string | undefined =>
  time >= 631_152_000_000 && time < 4_102_444_800_000 ? new Date(time).toISOString() : undefined;
