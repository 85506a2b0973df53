import { expect, it } from 'vitest';
import { readWords, wholeText } from './readable-text.ts';

const evidence = (text: string, word: string) => ({
  head: 'polarity',
  start: text.indexOf(word),
  end: text.indexOf(word) + word.length,
});

it('reads title and body together and points into the body alone', () => {
  const words = { title: 'Pessimo', body: 'Tutto orribile, davvero', language: 'it-IT' };
  const asked: (string | undefined)[] = [];
  const reader = {
    understand: (text: string, known?: { language?: string | undefined }) => {
      asked.push(known?.language);
      return { evidence: [evidence(text, 'Pessimo'), evidence(text, 'orribile')] } as never;
    },
  };
  const reading = readWords(reader, words);
  expect(reading?.evidence.map(({ start, end }) => words.body.slice(start, end))).toEqual(['orribile']);
  expect(asked).toEqual(['it']);
});

it('reads nothing where nothing is written, and a long letter to a point', () => {
  const never = { understand: () => expect.fail('there is nothing to read') };
  expect(readWords(never as never, { title: null, body: ' \n', language: null })).toBeNull();
  expect(wholeText({ title: null, body: 'a'.repeat(1_000_000) }).length).toBeLessThanOrEqual(12_000);
});
