import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signWebhook } from './sign-webhook.ts';

const anySecret = fc
  .uint8Array({ minLength: 24, maxLength: 64 })
  .map((bytes) => `whsec_${Buffer.from(bytes).toString('base64')}`);

describe('a signed delivery', () => {
  it('carries the signature of the example of the specification’s own libraries', () => {
    const headers = signWebhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    });
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is accepted by the official library, whatever is said', () => {
    fc.assert(
      fc.property(anySecret, fc.string({ unit: 'grapheme' }), (secret, text) => {
        const body = JSON.stringify({ type: 'webhook.test', data: { text } });
        const headers = signWebhook(secret, { id: 'msg_1', at: new Date(), body });
        expect(new Webhook(secret).verify(body, { ...headers })).toEqual(JSON.parse(body));
        expect(() => new Webhook(secret).verify(`${body} `, { ...headers })).toThrow();
      }),
    );
  });

  it('is accepted with the old secret and with the new one while one takes the other’s place', () => {
    const [older, newer] = [0, 1].map(() => `whsec_${randomBytes(32).toString('base64')}`) as [
      string,
      string,
    ];
    const headers = { ...signWebhook([newer, older], { id: 'msg_2', at: new Date(), body: '{}' }) };
    expect(new Webhook(older).verify('{}', headers)).toEqual({});
    expect(new Webhook(newer).verify('{}', headers)).toEqual({});
    expect(() => new Webhook(`whsec_${randomBytes(32).toString('base64')}`).verify('{}', headers)).toThrow();
  });
});
