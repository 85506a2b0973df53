import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isHeldBack, readCorpus } from '../scripts/model/corpus.ts';
import { inputsOfModel } from '../scripts/model/inputs.ts';
import { findNearDuplicates } from '../scripts/model/near-duplicates.ts';
import { aspects, intents } from '../src/language/index.ts';
import { projectFolder } from '../src/platform/paths.ts';

const corpus = readCorpus();

describe('the corpus', () => {
  it('has enough texts of enough trades', () => {
    const italian = corpus.filter(({ lang }) => lang === 'it');
    expect(italian.length).toBeGreaterThanOrEqual(8_000);
    expect(corpus.length - italian.length).toBeGreaterThanOrEqual(1_500);
    expect(new Set(italian.map(({ sector }) => sector)).size).toBeGreaterThanOrEqual(15);
  });

  it('is labelled as the guidelines say', () => {
    const polarity = z.enum(['pos', 'neg', 'neu', 'mixed']);
    const row = z.strictObject({
      id: z.string(),
      text: z.string().min(1),
      lang: z.enum(['it', 'en']),
      sector: z.string(),
      channel: z.string(),
      polarity,
      strength: z.union([z.literal(0), z.literal(1), z.literal(2)]),
      intents: z.array(z.enum(intents)),
      aspects: z.array(z.strictObject({ aspect: z.enum(aspects), polarity })),
      needs_reply: z.boolean(),
      toxic: z.boolean(),
      irony: z.boolean(),
    });
    for (const text of corpus) expect(row.safeParse(text).error?.issues ?? [], text.id).toEqual([]);
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
  });

  it('holds no text twice, nor nearly twice', { timeout: 120_000 }, () => {
    expect(findNearDuplicates(corpus)).toEqual([]);
  });

  it('keeps about 15 texts of a hundred apart', () => {
    const share = corpus.filter(isHeldBack).length / corpus.length;
    expect(share).toBeGreaterThan(0.13);
    expect(share).toBeLessThan(0.17);
  });
});

it('finds what a program multiplied', () => {
  const text = (id: string, words: string) => ({ id, text: words });
  expect(
    findNearDuplicates([
      text('a', 'Il tavolo è arrivato rotto e nessuno mi risponde'),
      text('b', 'La sedia è arrivata tardi, ma bella'),
      text('c', 'Il divano è arrivato rotto e nessuno mi risponde!!'),
    ]),
  ).toEqual([['c', 'a']]);
});

describe('the model', () => {
  const models = path.join(projectFolder(), 'models');

  it('is the one that these texts, lists and rules make: `npm run model` makes it anew', () => {
    const card = fs.readFileSync(path.join(models, 'CARD.md'), 'utf8');
    expect(card).toContain(inputsOfModel());
    const bytes = fs.readFileSync(path.join(models, 'language.bin'));
    expect(card).toContain(createHash('sha256').update(bytes).digest('hex'));
  });

  it('weighs at most a megabyte with its card', () => {
    const size = (file: string) => fs.statSync(path.join(models, file)).size;
    expect(size('language.bin') + size('CARD.md')).toBeLessThan(1_000_000);
  });
});
