import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../events.ts';
import { composeMail, mailLimits } from '../compose.ts';
import { normaliseMail } from '../normalise.ts';
import { readRawMail } from '../read-raw.ts';

const bytesOf = (name: string): Buffer => fs.readFileSync(path.join(import.meta.dirname, 'fixtures', name));

const read = (bytes: Uint8Array): Item => {
  const [event] = readRawMail(bytes, { accountId: 'info@cantina.example', folder: 'inbox' }).flatMap(
    normaliseMail,
  );
  if (event?.kind !== 'item') throw new Error('no item');
  return event.item;
};

describe('a platform’s mail (samples of our own making: no vendor documents its mails)', () => {
  it.each([
    [
      'google.eml',
      'Anna Bianchi',
      4,
      5,
      'Visita bellissima, peccato per l’attesa.\nTorneremo per il Dolcetto.',
      'https://business.google.com/reviews/l/123?hl=it',
    ],
    [
      'google-forwarded.eml',
      'Mark',
      2,
      5,
      'The tour was cancelled and nobody told us.',
      'https://business.google.com/reviews/l/123',
    ],
    [
      'tripadvisor.eml',
      'Viaggiatore42',
      5,
      5,
      'Degustazione curata,\npadroni di casa gentili.',
      'https://www.tripadvisor.it/ManagementCenter-reviews?id=9',
    ],
    [
      'trustpilot.eml',
      'Lucia',
      1,
      5,
      'Pacco arrivato rotto e nessuna risposta.',
      'https://businessapp.b2b.trustpilot.com/reviews/abc',
    ],
    [
      'booking.eml',
      'Paul',
      8.5,
      10,
      'Camera pulita, colazione ottima.',
      'https://admin.booking.com/hotel/reviews.html?id=7',
    ],
  ])(
    '%s is a review by whoever wrote it, with its stars and where to answer',
    (file, name, value, best, text, url) => {
      const item = read(bytesOf(file));
      expect(item).toMatchObject({
        form: 'review',
        visibility: 'public',
        ours: false,
        addressed: true,
        rating: { value, best },
        text,
        url,
      });
      expect(item.author.name).toBe(name);
      expect(item.automatic).toBeUndefined();
    },
  );

  it('of Facebook is a comment by whoever wrote it', () => {
    expect(read(bytesOf('facebook.eml'))).toMatchObject({
      ...{ form: 'comment', author: { name: 'Rita Gallo' }, text: 'Siete aperti anche a Pasqua?' },
      url: 'https://www.facebook.com/cantinarossi/posts/1?comment_id=2',
    });
  });

  it('that says nothing of anybody stays a mail', () => {
    expect(read(bytesOf('google-statistics.eml'))).toMatchObject({ form: 'message', visibility: 'direct' });
  });

  it('that our own server calls forged stays a mail, and so does one from elsewhere', () => {
    const google = bytesOf('google.eml').toString();
    const forged = `Authentication-Results: mx.cantina.example; dmarc=fail\n${google}`;
    expect(read(Buffer.from(forged)).form).toBe('message');
    expect(read(Buffer.from(google.replace('@google.com>', '@google.com.evil.example>'))).form).toBe(
      'message',
    );
  });

  it('is not answered by mail: nobody reads there', () => {
    const item = read(bytesOf('google.eml'));
    const composed = composeMail(
      {
        text: 'Grazie',
        inReplyTo: {
          nativeId: item.nativeId,
          references: [],
          authorNativeId: item.author.nativeId,
          saidAt: '2024-03-12T17:05:00Z',
          context: item.replyContext,
        },
        ...{ media: [], options: {}, signedBy: { name: 'Marta' } },
      },
      mailLimits,
    );
    expect(composed).toMatchObject({ ok: false });
  });

  it('never makes reading throw, whatever is changed in it', () => {
    const all = ['google.eml', 'google-forwarded.eml', 'tripadvisor.eml', 'booking.eml', 'facebook.eml'].map(
      bytesOf,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uint8Array({ maxLength: 30 }),
        (bytes, at, noise) => {
          const cut = Math.floor(bytes.length * at);
          const changed = Buffer.concat([bytes.subarray(0, cut), noise, bytes.subarray(cut + noise.length)]);
          expect(readRawMail(changed, {}).flatMap(normaliseMail).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
