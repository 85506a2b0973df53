import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '../../platform/result.ts';
import type { Draft } from '../contract.ts';
import { composeMail, mailLimits } from './compose.ts';
import { answerSubject } from './message-text.ts';
import { writeLetter } from './write-letter.ts';

const answered = {
  nativeId: 'due@example.test',
  references: ['uno@example.test'],
  authorNativeId: 'anna@example.test',
  authorName: 'Anna Bianchi',
  quote: 'È rotta.\n> vecchio',
  saidAt: '2026-03-12T09:00:00.000Z',
  context: { to: 'risposte@example.test', subject: 'RIF: R: Re: Bottiglia', messageId: 'due@example.test' },
};
const draft: Draft = {
  text: 'La rispediamo oggi.',
  inReplyTo: answered,
  media: [],
  options: {},
  signedBy: { name: 'Marta Rossi' },
};

describe('an answer by mail', () => {
  it('goes where answers are wanted, threaded, with the letter it answers below', () => {
    expect(expectOk(composeMail(draft, mailLimits))).toEqual({
      to: { address: 'risposte@example.test' },
      subject: 'Re: Bottiglia',
      text: 'La rispediamo oggi.',
      signedBy: 'Marta Rossi',
      quotation: 'Il giorno 12 mar 2026 alle ore 10:00 Anna Bianchi ha scritto:\n> È rotta.\n>> vecchio',
      inReplyTo: 'due@example.test',
      references: ['uno@example.test', 'due@example.test'],
      media: [],
    });
  });

  it.each([
    ['Ordine', 'Re: Ordine'],
    ['R: Ordine', 'Re: Ordine'],
    ['RE: R: Rif: AW: Re[2]: Ordine', 'Re: Ordine'],
    ['Reclamo: bottiglia', 'Re: Reclamo: bottiglia'],
    ['', 'Re:'],
  ])('says Re: once: %s', (subject, answer) => {
    expect(answerSubject(subject)).toBe(answer);
  });

  it('says Re: once whatever it answers, however often', () => {
    fc.assert(
      fc.property(fc.string(), (subject) => {
        expect(answerSubject(answerSubject(subject))).toBe(answerSubject(subject));
      }),
    );
  });

  it('keeps its references short: the first and the latest', () => {
    const references = Array.from({ length: 100 }, (_, index) => `${index}@example.test`);
    const { references: kept } = expectOk(
      composeMail({ ...draft, inReplyTo: { ...answered, references } }, mailLimits),
    );
    expect(kept).toHaveLength(20);
    expect([kept[0], kept.at(-1)]).toEqual(['0@example.test', 'due@example.test']);
  });

  it('needs somebody to go to', () => {
    const { inReplyTo: _, ...alone } = draft;
    expect(composeMail(alone, mailLimits)).toMatchObject({
      ok: false,
      error: [{ kind: 'reply-target-missing' }],
    });
  });

  it('cannot be made to carry headers of somebody else', async () => {
    const evil = 'Ciao\r\nBcc: tutti@example.test';
    const hostile = { ...answered, context: { ...answered.context, subject: evil, toName: evil } };
    const payload = expectOk(
      composeMail({ ...draft, inReplyTo: hostile, signedBy: { name: evil } }, mailLimits),
    );
    const written = await writeLetter(
      { address: 'clienti@cantina.test', name: evil },
      payload,
      'x@cantina.test',
      new Date(0),
      [],
    );
    expect(written.toString().split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  });

  it('is the same letter byte for byte at each attempt of the same moment', async () => {
    const payload = expectOk(composeMail(draft, mailLimits));
    const files = [{ name: 'è.png', mimeType: 'image/png', content: new Uint8Array([1, 2, 3]) }];
    const write = () =>
      writeLetter(
        { address: 'clienti@cantina.test', name: 'Rocca' },
        payload,
        'x@cantina.test',
        new Date(0),
        files,
      );
    expect((await write()).equals(await write())).toBe(true);
  });
});
