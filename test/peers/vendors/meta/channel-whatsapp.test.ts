import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { whatsappChannel } from '../../../../src/channels/whatsapp/channel.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { proves } from '../../../harness/proves.ts';
import { DOOR, itemNamed, openMeta } from './kit.ts';
import { type RunningMeta, startMeta } from './meta-server.ts';
import { signed, signedRequest } from './signing.ts';
import { whatsappWorld } from './worlds.ts';

proves('whatsapp', 'specification', ['direct-messages', 'reply', 'image']);

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
const settings = { phoneNumberId: '106540352242922', businessAccountId: '102290129340398' };
let meta: RunningMeta;
const start = async (scopes?: string[]) => {
  const { token } = whatsappWorld(meta, scopes);
  const channel = openMeta(whatsappChannel, { meta, http, settings });
  channel.give({ accessToken: token });
  return channel;
};
beforeEach(async () => {
  meta = await startMeta({ now: () => new Date() });
});
afterEach(() => meta.stop());
afterAll(() => http.close());

const notification = (value: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '390585000000', phone_number_id: '106540352242922' },
            ...value,
          },
        },
      ],
    },
  ],
});
const seconds = () => String(Math.floor(Date.now() / 1_000));
const question = () =>
  notification({
    contacts: [{ profile: { name: 'Anna Sole' }, wa_id: '393331234567', user_id: 'IT.1' }],
    messages: [
      {
        from: '393331234567',
        from_user_id: 'IT.1',
        id: 'wamid.Q',
        timestamp: seconds(),
        type: 'text',
        text: { body: 'Siete aperti? È urgente' },
      },
    ],
  });

it('is joined with the number’s name, and the app is subscribed to the account', async () => {
  const channel = await start();
  expect(expectOk(await channel.check())).toMatchObject({
    account: { nativeId: '106540352242922', name: 'Cantina Rossi', handle: '+39 0585 000000' },
    notices: [],
  });
  expect(meta.asked).toContain('POST /v25.0/102290129340398/subscribed_apps');
  meta.asked.length = 0;
  expectOk(await channel.check());
  expect(meta.asked).not.toContain('POST /v25.0/102290129340398/subscribed_apps');
});

it('says which field is wrong, which permission is missing, and when the token has ended', async () => {
  const channel = await start();
  channel.give({ clientSecret: 'un-altro-segreto' });
  expect(await channel.check()).toMatchObject({ error: { kind: 'misconfigured', field: 'clientSecret' } });
  channel.give({ clientSecret: meta.app.secret, accessToken: 'EAAinventato' });
  expect(await channel.check()).toMatchObject({ error: { kind: 'unauthorised' } });
  const other = openMeta(whatsappChannel, { meta, http, settings: { ...settings, phoneNumberId: '999999' } });
  other.give({ accessToken: [...meta.tokens.keys()][0] });
  expect(await other.check()).toMatchObject({ error: { kind: 'misconfigured', field: 'phoneNumberId' } });
  const weak = await start(['whatsapp_business_messaging']);
  expect(await weak.check()).toMatchObject({
    error: { kind: 'forbidden', detail: expect.stringContaining('management') },
  });
});

it('takes what Meta signed and nothing else, also while the secret changes', async () => {
  const channel = await start();
  const { body, headers } = signed(meta, question());
  expect(body).toContain('\\u00c8 urgente');
  expect(channel.accept('POST', '', { body, headers })).toEqual({ kind: 'keep' });
  expect(channel.accept('POST', '', { body: `${body} `, headers })).toMatchObject({
    answer: { status: 401 },
  });
  expect(channel.accept('POST', '', { body })).toMatchObject({ answer: { status: 401 } });
  channel.give({ clientSecret: 'il-segreto-nuovo', earlierClientSecret: meta.app.secret });
  expect(channel.accept('POST', '', { body, headers })).toEqual({ kind: 'keep' });
});

it('shakes hands with who knows the door’s token, the one before included', async () => {
  const channel = await start();
  const shake = (token: string, mode = 'subscribe') =>
    channel.accept('GET', '', {
      query: { 'hub.mode': mode, 'hub.challenge': '1158201444', 'hub.verify_token': token },
    });
  for (const token of [DOOR.token, ...DOOR.earlierTokens]) {
    expect(shake(token)).toMatchObject({ answer: { status: 200, body: '1158201444' } });
  }
  expect(shake('indovinato')).toMatchObject({ answer: { status: 403 } });
  expect(shake(DOOR.token, 'unsubscribe')).toMatchObject({ answer: { status: 403 } });
});

it('answers a message, and hears how far the answer came', async () => {
  const channel = await start();
  await channel.check();
  const heard = expectOk(await channel.take(JSON.stringify(question())));
  const item = itemNamed(heard, 'wamid.Q');
  expect(item).toMatchObject({ text: 'Siete aperti? È urgente', author: { nativeId: 'IT.1' } });
  const payload = expectOk(await channel.compose(item, 'Sì, fino alle 19.'));
  const receipt = await channel.send(payload);
  expect(receipt).toMatchObject({ state: 'accepted', nativeId: expect.stringMatching(/^wamid\./) });
  const status = (state: string, more: object = {}) =>
    JSON.stringify(
      notification({
        statuses: [
          {
            id: (receipt as { nativeId: string }).nativeId,
            status: state,
            timestamp: seconds(),
            recipient_id: '393331234567',
            ...more,
          },
        ],
      }),
    );
  expect(expectOk(await channel.take(status('delivered')))).toMatchObject([
    { kind: 'receipt', state: 'delivered' },
  ]);
  expect(
    expectOk(
      await channel.take(status('failed', { errors: [{ code: 131026, title: 'Message undeliverable' }] })),
    ),
  ).toMatchObject([{ kind: 'undelivered', status: '131026' }]);
});

it('sends a picture with its words, and writes to who hides their number', async () => {
  const channel = await start();
  const to = {
    nativeId: 'wamid.B',
    author: { nativeId: 'IT.99120865530274191811' },
    replyContext: { recipient: 'IT.99120865530274191811' },
  };
  const media = [{ id: 'u1', mimeType: 'image/png', byteLength: 3, alt: 'La cantina' }];
  const payload = expectOk(await channel.compose(to, 'Ecco', { media }));
  expect(await channel.send(payload)).toMatchObject({ state: 'accepted' });
  expect(meta.asked).toContain('POST /v25.0/106540352242922/media');
});

it('is found again by its key when the answer was lost, and never said to be absent', async () => {
  const channel = await start();
  await channel.check();
  const item = itemNamed(expectOk(await channel.take(JSON.stringify(question()))), 'wamid.Q');
  const payload = expectOk(await channel.compose(item, 'Sì!'));
  meta.state.loseNext = true;
  const since = new Date();
  expect(await channel.send(payload)).toMatchObject({ state: 'unknown' });
  expect(await channel.settle(payload, since)).toMatchObject({ state: 'unclear' });
  const sent = [...meta.objects.values()].find(({ type }) => type === 'wa-message');
  await channel.take(
    JSON.stringify(
      notification({
        statuses: [
          {
            id: sent?.id,
            status: 'sent',
            timestamp: seconds(),
            biz_opaque_callback_data: sent?.biz_opaque_callback_data,
          },
        ],
      }),
    ),
  );
  expect(await channel.settle(payload, since)).toEqual({ state: 'accepted', nativeId: sent?.id });
});

it('is told to wait, that it is too late, or that the token has ended, in our own kinds', async () => {
  const channel = await start();
  const to = (phone: string) => ({ nativeId: 'x', author: { nativeId: phone }, replyContext: { to: phone } });
  const late = expectOk(await channel.compose(to('393330000000'), 'Buongiorno'));
  expect(await channel.send(late)).toMatchObject({ state: 'rejected', problem: { kind: 'too-late' } });
  const payload = expectOk(await channel.compose(to('393331234567'), 'Buongiorno'));
  meta.state.throttled = { code: 130429, minutes: 5 };
  expect(await channel.send(payload)).toMatchObject({
    state: 'not-sent',
    problem: { kind: 'rate-limited', retryAfterMs: 300_000 },
  });
  meta.state.throttled = undefined;
  for (const token of meta.tokens.values()) token.endsAt = 0;
  const ended = await channel.send(payload);
  expect(ended).toMatchObject({ state: 'rejected', problem: { kind: 'unauthorised' } });
  expect(JSON.stringify(ended)).not.toContain('EAAS');
});

it('answers who asks that their data be deleted with a code, and tells the core', async () => {
  const channel = await start();
  const body = new URLSearchParams({ signed_request: signedRequest(meta, '13579') }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const verdict = channel.accept('POST', 'data-deletion', { body, headers });
  expect(verdict).toMatchObject({ kind: 'keep', answer: { status: 200 } });
  if (verdict.kind !== 'keep') throw new Error('not kept');
  const { url, confirmation_code } = JSON.parse(verdict.answer?.body ?? '{}');
  expect(url).toBe(`${DOOR.url}/data-deletion/${confirmation_code}`);
  const page = () => channel.accept('GET', `data-deletion/${confirmation_code}`);
  expect(page()).toMatchObject({
    answer: { status: 200, body: expect.stringContaining('è stata ricevuta') },
  });
  expect(expectOk(await channel.take('', verdict.note))).toEqual([
    { kind: 'erasure-asked', authorNativeId: '13579' },
  ]);
  expect(page()).toMatchObject({ answer: { body: expect.stringContaining('è stata avviata') } });
  const forged = new URLSearchParams({ signed_request: 'AAAA.eyJ1c2VyX2lkIjoiMSJ9' }).toString();
  expect(channel.accept('POST', 'data-deletion', { body: forged, headers })).toMatchObject({
    answer: { status: 401 },
  });
});
