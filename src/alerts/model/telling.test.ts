import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signWebhook } from '../../platform/http/sign-webhook.ts';
import { clockIn, isDigestDue, isQuiet, tellableAt } from './telling-time.ts';
import { authorise, encryptNotice, serverKeysFrom } from './web-push.ts';
import { wordsGrown } from './words-grown.ts';

describe('a signed webhook', () => {
  it('is signed as the example of the specification', () => {
    const headers = signWebhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    });
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
});

/** RFC 8291, 5 and appendix A. */
const rfc = {
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  theirPrivate: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  theirPublic: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  ourPrivate: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

/** What a browser does with a message: the other half of RFC 8291. */
const openNotice = (body: Buffer, privateKey: string, auth: string): string => {
  const [salt, size] = [body.subarray(0, 16), body[20] ?? 0];
  const [sender, sealed] = [body.subarray(21, 21 + size), body.subarray(21 + size)];
  const own = createECDH('prime256v1');
  own.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  const derive = (secret: Buffer, with_: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, with_, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]);
  const shared = derive(own.computeSecret(sender), Buffer.from(auth, 'base64url'), info, 32);
  const key = derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const opener = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
};

describe('a notice for a browser', () => {
  it('is encrypted as the example of the standard', () => {
    const own = createECDH('prime256v1');
    own.setPrivateKey(Buffer.from(rfc.ourPrivate, 'base64url'));
    const body = encryptNotice(
      { p256dh: rfc.theirPublic, auth: rfc.auth },
      'When I grow up, I want to be a watermelon',
      { own, salt: Buffer.from(rfc.salt, 'base64url') },
    );
    expect(body.toString('base64url')).toBe(rfc.body);
  });

  it('is opened by that browser alone, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const body = encryptNotice({ p256dh: rfc.theirPublic, auth: rfc.auth }, text);
        expect(openNotice(body, rfc.theirPrivate, rfc.auth)).toBe(text);
        expect(() => openNotice(body, rfc.ourPrivate, rfc.auth)).toThrow();
      }),
      { numRuns: 30 },
    );
  });

  it('carries a token of ours that its service can check', () => {
    const keys = serverKeysFrom(Buffer.alloc(32, 7));
    const now = new Date('2026-11-22T10:00:00Z');
    const header = authorise(keys, 'https://push.example/abc/def', 'https://casa.example', now);
    const [, head, claims, signature] = /^vapid t=([^.]+)\.([^.]+)\.([^,]+), k=.+$/.exec(header) ?? [];
    const point = Buffer.from(keys.publicKey, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as never, format: 'jwk' });
    const signed = Buffer.from(`${head}.${claims}`);
    const given = Buffer.from(signature ?? '', 'base64url');
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, given)).toBe(true);
    expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toEqual({
      aud: 'https://push.example',
      exp: now.getTime() / 1000 + 12 * 3600,
      sub: 'https://casa.example',
    });
  });
});

describe('quiet hours', () => {
  const night = { quietFrom: 22 * 60, quietUntil: 7 * 60 };
  it('go over midnight', () => {
    expect(isQuiet(night, 23 * 60)).toBe(true);
    expect(isQuiet(night, 6 * 60 + 59)).toBe(true);
    expect(isQuiet(night, 7 * 60)).toBe(false);
    expect(isQuiet({ quietFrom: null, quietUntil: null }, 3 * 60)).toBe(false);
  });

  it('end by the clock of the person, also in the night when clocks move', () => {
    const told = tellableAt(night, 'Europe/Rome', new Date('2026-10-24T21:30:00Z'));
    expect(told.toISOString()).toBe('2026-10-25T06:00:00.000Z');
    expect(tellableAt(night, 'America/New_York', new Date('2026-10-24T21:30:00Z')).toISOString()).toBe(
      '2026-10-24T21:30:00.000Z',
    );
  });

  it('whatever they are, never hold anything for more than a day, and never tell in them', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 525_600 }), (quietFrom, quietUntil, since) => {
        const at = new Date(Date.UTC(2026, 0, 1) + since * 60_000);
        const told = tellableAt({ quietFrom, quietUntil }, 'Europe/Rome', at);
        expect(told.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(told.getTime() - at.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
        expect(isQuiet({ quietFrom, quietUntil }, clockIn('Europe/Rome', told).minute)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the digest', () => {
  it('is due from its hour on, once a day of the person', () => {
    const at = (time: string) => new Date(`2026-11-22T${time}Z`);
    expect(isDigestDue(8, null, 'Europe/Rome', at('06:59:00'))).toBe(false);
    expect(isDigestDue(8, null, 'Europe/Rome', at('07:00:00'))).toBe(true);
    expect(isDigestDue(8, 20261122, 'Europe/Rome', at('10:00:00'))).toBe(false);
    expect(isDigestDue(8, 20261121, 'Europe/Rome', at('10:00:00'))).toBe(true);
  });
});

describe('the words that grew', () => {
  it('are those by which now differs from before, not those that are always there', () => {
    const before = Array.from(
      { length: 60 },
      (_, at) => `Il vino della cantina ${at % 2 ? 'piace' : 'arriva domani'}`,
    );
    const now = Array.from({ length: 12 }, () => 'Il vino sa di tappo, TAPPO! cantina');
    const grown = wordsGrown(now, before, ['vino']).map(({ word }) => word);
    expect(grown).toContain('tappo');
    expect(grown).not.toContain('vino');
    expect(grown).not.toContain('cantina');
    expect(wordsGrown([], before)).toEqual([]);
  });
});
