import fs from 'node:fs';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { ChannelEvent, Item } from '../events.ts';
import { cutAttachments } from './cut-attachments.ts';
import { openLetter } from './letter.ts';
import { normaliseMail } from './normalise.ts';
import { readRawMail } from './read-raw.ts';

const folder = new URL('./fixtures/', import.meta.url);
const read = (name: string): Buffer => fs.readFileSync(new URL(`${name}.eml`, folder));

const eventsOf = (
  bytes: Uint8Array | string,
  context: Readonly<Record<string, string>> = {},
): readonly ChannelEvent[] =>
  readRawMail(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, {
    accountId: 'clienti@cantina.test',
    folder: 'inbox',
    receivedAt: '2026-11-22T10:00:00.000Z',
    ...context,
  }).flatMap(normaliseMail);

const itemOf = (...given: Parameters<typeof eventsOf>): Item => {
  const found = eventsOf(...given).find((event) => event.kind === 'item');
  if (!found) throw new Error('no item');
  return found.item;
};

describe('a letter', () => {
  it.each([
    ['gmail-risposta', 'Grazie mille, siete stati velocissimi!', 'ci dispiace molto'],
    ['apple-iphone', 'Perfetto, veniamo in quattro alle 11. C’è parcheggio?', 'sabato va benissimo'],
    [
      'libero-web',
      'Vorrei tre cesti da 50 €, fate pacchi regalo?\nGrazie, Giovanna',
      'I nostri cesti sono pronti',
    ],
    [
      'outlook-ordine',
      'Buongiorno, per sei cartoni di Dolcetto che prezzo ci fate? Ci serve entro venerdì.\n\nPiero',
      'ecco il listino',
    ],
  ])('from %s says only what its writer wrote', (name, text, quoted) => {
    expect(itemOf(read(name))).toMatchObject({ text, quoted: expect.stringContaining(quoted) });
  });

  it('keeps answers among the quotes and joins flowed lines', () => {
    expect(itemOf(read('thunderbird-in-mezzo')).text).toContain(
      '> Serve la fattura elettronica?\nSì, il codice destinatario è lo stesso di sempre e vi ringraziamo per la pazienza.',
    );
  });

  it('is threaded by what it answers', () => {
    expect(itemOf(read('gmail-risposta'))).toMatchObject({
      parentNativeId: '0190aaaa-0000-7000-8000-000000000001@cantina.test',
      rootNativeId: 'CAF+anna1=Rotta@mail.gmail.example',
      references: ['CAF+anna1=Rotta@mail.gmail.example', '0190aaaa-0000-7000-8000-000000000001@cantina.test'],
    });
  });

  it.each([
    ['fuori-ufficio', 'auto-reply'],
    ['newsletter', 'list'],
    ['pec-consegna', 'auto-reply'],
    ['ritorno', 'bounce'],
  ])('of a machine waits for nobody: %s', (name, automatic) => {
    expect(itemOf(read(name))).toMatchObject({ automatic, addressed: false });
  });

  it.each(['multipart/report; report-type=delivery-status', 'multipart/mixed'])(
    'that came back as %s says which and why',
    (type) => {
      const returned = read('ritorno')
        .toString()
        .replace('multipart/report; report-type=delivery-status', type);
      expect(eventsOf(returned)[0]).toEqual({
        kind: 'undelivered',
        ofNativeId: '0190aaaa-0000-7000-8000-000000000009@cantina.test',
        recipient: 'nessuno@ristorante.example',
        status: '5.1.1',
        reason: expect.stringContaining('User unknown'),
      });
    },
  );

  it('that is only late has not failed', () => {
    const late = read('ritorno')
      .toString()
      .replace('Action: failed', 'Action: delayed')
      .replace('5.1.1', '4.4.1');
    expect(eventsOf(late).map(({ kind }) => kind)).toEqual(['item']);
  });

  it('of certified mail is the letter inside its envelope, known by both ids', () => {
    expect(itemOf(read('pec'), { accountId: 'cantinarocca@pec.example' })).toMatchObject({
      author: { nativeId: 'studio.rossi@pec.example' },
      title: 'Diffida',
      text: "Spett.le Cantina Rocca, con la presente si diffida dall'uso del marchio. È urgente.",
      references: ['diffida-1@studio.example'],
      addressed: true,
    });
  });

  it('of certified mail that was not delivered says so', () => {
    const failed = read('pec-consegna').toString().replace('avvenuta-consegna', 'errore-consegna');
    expect(eventsOf(failed)[0]).toMatchObject({
      kind: 'undelivered',
      ofNativeId: '0190aaaa-0000-7000-8000-000000000010@pec.example',
    });
  });

  it('from a form on our own site is by whoever filled it in', () => {
    expect(itemOf(read('modulo-sito'))).toMatchObject({
      ours: false,
      addressed: true,
      author: { nativeId: 'sara.conti@example.test' },
    });
  });

  it('in our name is ours, unless our own server says that it is forged', () => {
    const own = 'From: clienti@cantina.test\nTo: anna@example.test\nMessage-ID: <a@b>\n\nCiao';
    expect(itemOf(own)).toMatchObject({ ours: true, author: { nativeId: 'clienti@cantina.test' } });
    const forged = `Authentication-Results: mx.cantina.test; spf=fail; dmarc=fail\n${own}`;
    expect(itemOf(forged)).toMatchObject({
      ours: false,
      author: { nativeId: 'unverified:clienti@cantina.test' },
    });
  });

  it('in an old charset, without id or date, reads all the same', () => {
    const item = itemOf(read('antico'));
    expect(item).toMatchObject({
      author: { name: 'Osteria del Bò' },
      title: 'Perché non rispondete?',
      text: 'Così non va.',
    });
    expect(item.saidAt).toBeUndefined();
    expect(item.nativeId).toBe(itemOf(read('antico')).nativeId);
  });

  it('with ill will is harmless text, and its files have only names', () => {
    expect(itemOf(read('ostile'))).toMatchObject({
      text: expect.stringContaining("In fondo c'è questo."),
      links: [{ url: 'https://buono.example/a?b=1' }],
      media: [{ kind: 'file', name: 'fatturafdp.exe' }],
    });
  });

  it('is read as another reader reads it', async () => {
    for (const name of [
      'gmail-reclamo',
      'gmail-risposta',
      'apple-iphone',
      'libero-web',
      'fuori-ufficio',
      'newsletter',
      'modulo-sito',
    ]) {
      const theirs = await PostalMime.parse(read(name));
      const ours = openLetter(read(name));
      expect({
        subject: ours?.subject,
        from: ours?.from?.address,
        to: ours?.recipients.map(({ address }) => address),
      }).toEqual({
        subject: theirs.subject,
        from: theirs.from?.address,
        to: theirs.to?.map(({ address }) => address),
      });
      if (theirs.text && theirs.html === undefined)
        expect(ours?.body.text.trim()).toBe(theirs.text.replaceAll('\r\n', '\n').trim());
      expect(ours?.body.attached.length).toBe(theirs.attachments.length);
    }
  });

  it('with heavy attachments keeps its words and what they are, not the weight', () => {
    const heavy = read('gmail-reclamo')
      .toString()
      .replace('/9j/', `${`${'A'.repeat(76)}\n`.repeat(20_000)}/9j/`);
    const cut = cutAttachments(Buffer.from(heavy));
    expect(cut.length).toBeLessThan(3_000);
    expect(itemOf(heavy)).toMatchObject({
      text: itemOf(read('gmail-reclamo')).text,
      media: [{ name: 'foto rotta.jpg' }],
    });
    expect(itemOf(heavy).media[0]?.byteLength).toBeGreaterThan(1_000_000);
  });
});
