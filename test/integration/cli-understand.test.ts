import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderFor, passaparola } from './cli-kit.ts';

const folder = folderFor('understand');
const lines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const file = (name: string, rows: readonly unknown[]): string => {
  const whole = path.join(folder, name);
  fs.writeFileSync(whole, lines(rows));
  return whole;
};
const answers = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('understand', { timeout: 60_000 }, () => {
  it('answers each text with what it says, in the names that others rely on', async () => {
    const text = 'Pacco arrivato rotto, nessuno risponde da due settimane!';
    const { code, out, error } = await passaparola(
      ['understand'],
      {},
      lines([
        { id: 'a', text },
        { id: 2, text: 'Grazie, tutto buonissimo' },
      ]),
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const [first, second] = answers(out);
    expect(first).toMatchObject({ id: 'a', lang: 'it', polarity: 'neg', needs_reply: true, toxic: false });
    expect(first.intents).toContain('complaint');
    expect(first.polarity_score).toBeLessThan(0);
    expect(first.confidence.polarity).toBeGreaterThan(0);
    expect(first.aspects[0]).toEqual({ aspect: expect.any(String), polarity: expect.any(String) });
    for (const { head, start, end } of first.evidence) expect(text.slice(start, end), head).not.toBe('');
    expect(second).toMatchObject({ id: 2, polarity: 'pos', intents: ['praise'] });
  });

  it('takes the language as told', async () => {
    const { out } = await passaparola(['understand', '--lang', 'en'], {}, lines([{ id: 1, text: 'ok' }]));
    expect(answers(out)[0].lang).toBe('en');
  });

  it('names the line that cannot be read, answers the others, and ends with an error', async () => {
    const { code, out, error } = await passaparola(
      ['understand'],
      {},
      `${lines([{ id: 1, text: 'Bravi' }])}boh\n${lines([{ id: 2 }, { id: 3, text: '' }])}`,
    );
    expect(code).toBe(1);
    expect(error).toMatch(/^Riga 2: non è JSON\.\nRiga 3: Serve un oggetto .* Così non va: text\.\n$/);
    expect(answers(out).map(({ id }) => id)).toEqual([1, 3]);
  });

  it('measures itself on labelled texts: each judgement, how far it can be believed, how fast', async () => {
    const labelled = file('labelled.jsonl', [
      { text: 'Ottimo vino, complimenti', polarity: 'pos', intents: ['praise'] },
      { text: 'Bottiglia rotta e nessuna risposta', labels: { polarity: 'neg', intents: ['complaint'] } },
      { text: 'A che ora aprite?', lang: 'it', polarity: 'neu', intents: ['question'], needs_reply: true },
    ]);
    const { code, out } = await passaparola(['understand', '--eval', labelled]);
    expect(code).toBe(0);
    expect(out).toMatch(/^3 testi, \d+ al secondo\n/);
    expect(out).toMatch(/complaint +1 +100\.0 % +100\.0 % +1\.000/);
    expect(out).toMatch(/polarity pos\/neg, media +1\.000/);
    expect(out).toMatch(/errore medio di calibrazione: \d/);
  });

  it('learns first from corrections, when they are given', async () => {
    const corrections = file(
      'corrections.jsonl',
      ['il piatto è sfumato', 'arrivato sfumato', 'anche questo sfumato', 'bordo sfumato'].map((text) => ({
        text,
        polarity: 'neg',
        intents: ['complaint'],
      })),
    );
    const text = lines([{ id: 1, text: 'il secondo è sfumato' }]);
    const before = answers((await passaparola(['understand'], {}, text)).out)[0];
    const after = answers((await passaparola(['understand', '--corrections', corrections], {}, text)).out)[0];
    expect(after.polarity_score).toBeLessThan(before.polarity_score);
  });

  it('says which line of the labelled texts is wrong', async () => {
    const wrong = file('wrong.jsonl', [{ text: 'Bene', polarity: 'good' }]);
    const { code, error } = await passaparola(['understand', '--eval', wrong]);
    expect(code).not.toBe(0);
    expect(error).toContain('wrong.jsonl, riga 1: Serve un oggetto');
    expect((await passaparola(['understand', '--eval', '/non/ce'])).error).toContain('Non trovo /non/ce.');
  });
});
