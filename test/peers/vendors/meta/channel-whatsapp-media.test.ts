import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { whatsappChannel } from '../../../../src/channels/whatsapp/channel.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { openMeta } from './kit.ts';
import { type RunningMeta, startMeta } from './meta-server.ts';
import { whatsappWorld } from './worlds.ts';

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
const settings = { phoneNumberId: '106540352242922', businessAccountId: '102290129340398' };
const limits = { maxBytes: 1_000, timeoutMs: 5_000 };
let meta: RunningMeta;
const start = async () => {
  const { token } = whatsappWorld(meta);
  const channel = openMeta(whatsappChannel, { meta, http, settings });
  channel.give({ accessToken: token });
  return channel;
};
const hold = (id: string, more: object = {}) =>
  meta.put({
    type: 'wa-held',
    id,
    number: settings.phoneNumberId,
    host: meta.origin,
    mimeType: 'audio/ogg; codecs=opus',
    bytes: 'suono',
    ...more,
  });
beforeEach(async () => {
  meta = await startMeta({ now: () => new Date() });
});
afterEach(() => meta.stop());
afterAll(() => http.close());

const bring = (channel: Awaited<ReturnType<typeof start>>, key: string) =>
  whatsappChannel.fetchMedia?.(channel.context(), key, limits);

it('a voice message tells its id, and is brought by it', async () => {
  const channel = await start();
  hold('556677');
  const heard = expectOk(
    await channel.take(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          {
            changes: [
              {
                field: 'messages',
                value: {
                  metadata: { phone_number_id: settings.phoneNumberId },
                  messages: [
                    {
                      ...{ from: '393331234567', id: 'wamid.V', type: 'audio' },
                      timestamp: String(Math.floor(Date.now() / 1_000)),
                      audio: { id: '556677', mime_type: 'audio/ogg; codecs=opus', voice: true },
                    },
                  ],
                },
              },
            ],
          },
        ],
      }),
    ),
  );
  expect(heard).toMatchObject([{ item: { media: [{ kind: 'audio', key: '556677' }] } }]);
  expect(await bring(channel, '556677')).toMatchObject({
    value: { mimeType: 'audio/ogg; codecs=opus', bytes: new TextEncoder().encode('suono') },
  });
});

it('what is too large, gone, of another number, or no id at all is not brought', async () => {
  const channel = await start();
  hold('1', { bytes: 'x'.repeat(1_001) });
  hold('2', { number: '999' });
  expect(await bring(channel, '1')).toMatchObject({ error: { kind: 'too-large' } });
  expect(await bring(channel, '2')).toMatchObject({ ok: false });
  expect(await bring(channel, '3')).toMatchObject({ ok: false });
  const asked = meta.asked.length;
  expect(await bring(channel, '../me')).toMatchObject({ error: { kind: 'not-found' } });
  expect(meta.asked).toHaveLength(asked);
});

it('the token is not shown to a host that is not Meta’s', async () => {
  const channel = await start();
  const port = new URL(meta.origin).port;
  for (const host of [
    `http://127.0.0.2:${port}`,
    'https://fbsbx.com.example',
    'http://lookaside.fbsbx.com',
  ]) {
    hold('4', { host });
    expect(await bring(channel, '4')).toMatchObject({ error: { kind: 'blocked-address' } });
  }
});
