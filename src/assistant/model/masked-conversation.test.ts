import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskConversation, type Turn } from './masked-conversation.ts';

const theirs = (words: string, name: string | null = 'Franca Bellini'): Turn => ({
  ours: false,
  name,
  words,
});
const ours = (words: string): Turn => ({ ours: true, name: 'Cantina Rocca', words });

const secrets = [
  '333 123 4567',
  'franca@posta.example.com',
  'IT60X0542811101000000123456',
  'RSSMRA85T10A562S',
];
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...secrets, 'Franca', 'BELLINI', '</messaggio>', '[telefono 1]', '[nome 1]'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(' ; '));

describe('a conversation that leaves the house', () => {
  it('says neither who writes nor how to reach them, in any turn', () => {
    const { text, masked } = maskConversation([
      theirs('Sono franca bellini, 333 123 4567'),
      ours('Gentile Franca, la richiamiamo al 333 123 4567.'),
      theirs('Allora?'),
    ]);
    expect(text).not.toMatch(/franca|bellini|333/i);
    expect(text.match(/\[telefono 1\]/g)).toHaveLength(2);
    expect(masked).toBe(3);
  });

  it('holds no certain secret whatever is said around it, and cannot be closed by those who are quoted', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (said) => {
        const { text } = maskConversation(said.map((each) => theirs(each)));
        for (const secret of ['franca@posta', '333 123', 'RSSMRA85']) expect(text).not.toContain(secret);
        expect(text.match(/<\/?messaggio/g)).toHaveLength(said.length * 2);
      }),
      { numRuns: 200 },
    );
  });

  it('is put right again in an answer that quotes its placeholders', () => {
    const { text, restore } = maskConversation([theirs('Chiamatemi al 333 123 4567')]);
    expect(text).toContain('da="[nome 1] [cognome 1]"');
    expect(restore('Cara [nome 1], chiamiamo il [TELEFONO 1].')).toEqual({
      ok: true,
      value: 'Cara Franca, chiamiamo il 333 123 4567.',
    });
  });

  it('takes no answer that names data which were never there', () => {
    const { restore } = maskConversation([theirs('Chiamatemi al 333 123 4567')]);
    for (const invented of ['[telefono 2]', '[iban 1]', '[nome 4]'])
      expect(restore(`Ecco: ${invented}`)).toEqual({ ok: false, error: { kind: 'invented-data' } });
  });

  it('is not confused by people who are called like a placeholder', () => {
    const { text, restore } = maskConversation([theirs('Il mio numero è 333 123 4567', 'telefono fiscale')]);
    expect(text).toContain('[telefono 1]');
    const restored = restore('[telefono 1]');
    expect(restored).toEqual({ ok: true, value: '333 123 4567' });
  });
});
