import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { proves } from '../../../test/harness/proves.ts';
import type { PushRequest } from '../contract.ts';
import { webhookChannel } from './channel.ts';
import { isAuthentic } from './is-authentic.ts';

const fixture = (name: string) => fs.readFileSync(path.join(import.meta.dirname, 'fixtures', name));

proves('webhook', 'specification', ['mentions', 'comments', 'reviews', 'direct-messages']);

const request = (body: string, headers: Readonly<Record<string, string>>): PushRequest => ({
  ...{ method: 'POST', path: '', query: {}, headers, rawBody: new TextEncoder().encode(body) },
});
const hmac = (key: string | Buffer, text: string, how: 'hex' | 'base64') =>
  createHmac('sha256', key).update(text).digest(how);

describe('a signature of Standard Webhooks', () => {
  // https://github.com/standard-webhooks/standard-webhooks: the example of its libraries.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const body = '{"test": 2432232314}';
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const at = new Date(1_614_265_330_000);
  const judge = (
    change: Partial<typeof headers>,
    secrets: { secret: string; earlierSecret?: string } = { secret },
    now = at,
  ) =>
    isAuthentic(
      request(body, { ...headers, ...change }),
      { scheme: 'standard', header: 'x-signature' },
      secrets,
      now,
    );

  it('holds as its authors say it does', () => {
    expect(judge({})).toBe(true);
    expect(
      judge({
        'webhook-signature': `v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= ${headers['webhook-signature']}`,
      }),
    ).toBe(true);
  });

  it('holds with either secret while one is being changed', () => {
    expect(judge({}, { secret: 'whsec_bmV3LXNlY3JldC1uZXctc2VjcmV0', earlierSecret: secret })).toBe(true);
    expect(judge({}, { secret: 'whsec_bmV3LXNlY3JldC1uZXctc2VjcmV0' })).toBe(false);
  });

  it('holds for five minutes, for this body and this id alone', () => {
    expect(judge({}, { secret }, new Date(at.getTime() + 301_000))).toBe(false);
    expect(judge({}, { secret }, new Date(at.getTime() - 301_000))).toBe(false);
    expect(judge({ 'webhook-id': 'msg_other' })).toBe(false);
    expect(judge({ 'webhook-timestamp': '1614265331' })).toBe(false);
    expect(judge({ 'webhook-signature': 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' })).toBe(false);
    expect(judge({ 'webhook-signature': '' })).toBe(false);
  });
});

describe('a signature in a header', () => {
  const secret = 'sedici-caratteri-e-oltre';
  const now = new Date('2024-03-12T17:05:00Z');
  const stamp = String(now.getTime() / 1000);

  it('holds over the body, or over its time and the body', () => {
    const plain = { 'x-hub-signature-256': `sha256=${hmac(secret, '{"a":1}', 'hex')}` };
    expect(
      isAuthentic(
        request('{"a":1}', plain),
        { scheme: 'plain', header: 'x-hub-signature-256' },
        { secret },
        now,
      ),
    ).toBe(true);
    expect(
      isAuthentic(
        request('{"a":2}', plain),
        { scheme: 'plain', header: 'x-hub-signature-256' },
        { secret },
        now,
      ),
    ).toBe(false);
    const stamped = { 'x-timestamp': stamp, 'x-signature': hmac(secret, `${stamp}.{"a":1}`, 'base64') };
    const judge = (headers: Readonly<Record<string, string>>, at = now) =>
      isAuthentic(request('{"a":1}', headers), { scheme: 'stamped', header: 'x-signature' }, { secret }, at);
    expect(judge(stamped)).toBe(true);
    expect(judge(stamped, new Date(now.getTime() + 600_000))).toBe(false);
    expect(judge({ ...plain, 'x-signature': hmac(secret, '{"a":1}', 'hex') })).toBe(false);
  });
});

describe('what was brought', () => {
  const read = (name: string, context: Readonly<Record<string, string>> = {}) =>
    webhookChannel.readRaw(fixture(name), context).flatMap((raw) => webhookChannel.normalise(raw));

  it('is told by the names of its places', () => {
    expect(read('survey.json', { source: 'Questionario' })).toMatchObject([
      {
        item: {
          nativeId: 'Questionario:r-81',
          ...{ form: 'review', text: 'Tutto perfetto, grazie.', rating: { value: 5, best: 5 } },
          author: { name: 'Anna Bianchi', handle: 'anna@osteria.example' },
          saidAt: '2024-03-12T17:05:00.000Z',
        },
      },
    ]);
  });

  it('is told by its mapping where there is one, one thing after another', () => {
    const mapping = JSON.stringify({
      places: { text: '/testo', author: '/nome', time: '/data', id: '/id' },
      form: 'message',
      visibility: 'direct',
    });
    expect(read('list.json', { mapping })).toMatchObject([
      {
        kind: 'item',
        item: {
          form: 'message',
          visibility: 'direct',
          addressed: true,
          text: 'Attesa lunga',
          saidAt: '2024-03-12T17:05:00.000Z',
        },
      },
      { kind: 'unrecognised', reason: 'no-text' },
    ]);
  });
});

describeChannelContract(webhookChannel, {
  documents: [fixture('survey.json'), fixture('list.json')],
  settings: { source: 'Questionario', scheme: 'standard' },
  secrets: { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
});
