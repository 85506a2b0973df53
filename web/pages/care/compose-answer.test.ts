import { describe, expect, it } from 'vitest';
import { appendTo, composeAnswer } from './compose-answer.ts';

const parts = {
  acknowledge: 'Mi dispiace, ha ragione.',
  next: 'Le rispedisco le bottiglie.',
  when: 'entro venerdì',
  name: 'Giulia',
};

describe('a guided answer', () => {
  it('acknowledges, says what comes next and by when, and is signed by a person', () => {
    expect(composeAnswer(parts)).toBe(
      'Mi dispiace, ha ragione.\n\nLe rispedisco le bottiglie entro venerdì.\n\nGiulia',
    );
  });

  it('leaves out what was left empty', () => {
    expect(composeAnswer({ ...parts, next: '', when: ' ' })).toBe('Mi dispiace, ha ragione.\n\nGiulia');
  });

  it('never writes over a draft', () => {
    expect(appendTo('Gentile signora,\n', 'Giulia')).toBe('Gentile signora,\n\nGiulia');
    expect(appendTo('  ', 'Giulia')).toBe('Giulia');
  });
});
