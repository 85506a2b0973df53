import { describe, expect, it } from 'vitest';
import { readPack } from '../model/pack-text.ts';
import { loadShippedPacks } from './shipped-packs.ts';

describe('the packs that are shipped', () => {
  it.each(loadShippedPacks())(
    '$sector reads without a mistake, with aspects and feelings of its own',
    ({ text }) => {
      const { entries, problems } = readPack(text);
      expect(problems).toEqual([]);
      const aspects = new Set(
        entries.map(({ category }) => category).filter((each) => each.startsWith('aspect:')),
      );
      expect(aspects.size).toBeGreaterThanOrEqual(2);
      expect(aspects.size).toBeLessThanOrEqual(5);
      expect(entries.length).toBeGreaterThanOrEqual(25);
      expect(entries.some(({ category, weight }) => category === 'polarity' && weight < 0)).toBe(true);
      expect(entries.some(({ category, weight }) => category === 'polarity' && weight > 0)).toBe(true);
    },
  );
});
