import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

const first = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const second = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
let house: TestHouse;
let company: TestCompany;
let other: TestCompany;
let path = '';
let url = '';

beforeAll(async () => {
  house = await startTestHouse();
  company = await house.company('Cantina dei questionari');
  other = await house.company('Un’altra');
  const made = await company.json<{ id: string }>(
    'POST',
    `/api/workspaces/${company.workspaceId}/connections`,
    {
      channel: 'webhook',
      values: { secret: first, source: 'Questionario' },
    },
  );
  path = `/api/workspaces/${company.workspaceId}/connections/${made.id}`;
  const { door } = await company.json<{ door: { url: string } }>('GET', `${path}/door`);
  url = door.url;
});
afterAll(() => house.stop());

/** As https://www.standardwebhooks.com tells senders to: id, seconds and body under HMAC-SHA256 of the decoded secret. */
const signed = (body: string, { secret = first, id = 'msg_1', at = Date.now() } = {}) => {
  const stamp = String(Math.floor(at / 1_000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${stamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': stamp, 'webhook-signature': `v1,${signature}` };
};
const bring = async (body: string, headers: Record<string, string> = signed(body)) =>
  (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }))
    .status;
const bodies = async () =>
  (
    await company.json<{ mentions: { body: string }[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/mentions?limit=100`,
    )
  ).mentions.map((one) => one.body);
const arrived = (text: string) =>
  vi.waitFor(async () => expect(await bodies()).toContain(text), { timeout: 15_000, interval: 100 });
const review = (text: string, id = text) =>
  JSON.stringify({ id, commento: text, cliente: { nome: 'Anna' }, stelle: 4 });

it('what is signed comes in by real HTTP, and becomes a mention', async () => {
  expect(await bring(review('Buono il dolcetto'))).toBe(200);
  await arrived('Buono il dolcetto');
});

it('the very same delivery again is acknowledged and adds nothing; after five minutes it is turned away', async () => {
  const body = review('Una volta sola');
  const headers = signed(body);
  for (let time = 0; time < 3; time += 1) expect(await bring(body, headers)).toBe(200);
  await arrived('Una volta sola');
  expect(await bring(body, headers)).toBe(200);
  await bring(review('Dopo la replica'));
  await arrived('Dopo la replica');
  expect((await bodies()).filter((text) => text === 'Una volta sola')).toHaveLength(1);
  expect(await bring(body, signed(body, { at: Date.now() - 6 * 60_000 }))).toBe(401);
  expect(await bring(body, signed(body, { at: Date.now() + 6 * 60_000 }))).toBe(401);
});

it.each<[string, (body: string) => Record<string, string>]>([
  ['without a signature', () => ({})],
  ['signed with another secret', (body) => signed(body, { secret: second })],
  ['signed for another body', () => signed('{}')],
  ['signed for another id', (body) => ({ ...signed(body), 'webhook-id': 'msg_2' })],
  [
    'with a signature of another version',
    (body) => ({
      ...signed(body),
      'webhook-signature': signed(body)['webhook-signature'].replace('v1,', 'v2,'),
    }),
  ],
])('a delivery %s is turned away and kept nowhere', async (_, headers) => {
  const body = review('Falsa');
  expect(await bring(body, headers(body))).toBe(401);
  expect(await bodies()).not.toContain('Falsa');
});

it('while secrets change both hold, and then the new one alone', async () => {
  const change = (values: object) => company.json('PATCH', path, { values });
  await change({ secret: second, earlierSecret: first });
  const [old, fresh] = [review('Con il segreto vecchio'), review('Con il segreto nuovo')];
  expect(await bring(old, signed(old, { secret: first }))).toBe(200);
  expect(await bring(fresh, signed(fresh, { secret: second }))).toBe(200);
  const both = review('Con tutt’e due');
  const [one, two] = [
    signed(both, { secret: 'whsec_dW5hbHRyb3NlZ3JldG8xMjM=' }),
    signed(both, { secret: second }),
  ];
  const headers = { ...two, 'webhook-signature': `${one['webhook-signature']} ${two['webhook-signature']}` };
  expect(await bring(both, headers)).toBe(200);
  await Promise.all(['Con il segreto vecchio', 'Con il segreto nuovo', 'Con tutt’e due'].map(arrived));
  await change({ earlierSecret: 'un-segreto-che-nessuno-usa-piu' });
  expect(await bring(old, signed(old, { secret: first }))).toBe(401);
});

type Tried = {
  readonly tried: {
    readonly count: number;
    readonly list: string;
    readonly places: Readonly<Record<string, string>>;
    readonly things: readonly {
      readonly item: { readonly text: string; readonly author: string | null } | null;
      readonly trouble: string | null;
      readonly fields: Readonly<Record<string, { readonly value: string }>>;
    }[];
  } | null;
};
const tryIt = (given: object) => company.json<Tried>('POST', `${path}/last-delivery/try`, given);
const last = () => company.json<{ delivery: { text: string | null } | null }>('GET', `${path}/last-delivery`);

it('the last delivery can be looked at, and another mapping tried on it until it says the right thing; then it holds', async () => {
  const body = JSON.stringify({
    evento: 'risposte',
    dati: { risposte: [{ codice: 7, parole: 'Sala bellissima', chi: { si: 'Bea' }, giorno: '21/11/2026' }] },
  });
  expect(await bring(body, signed(body, { secret: second }))).toBe(200);
  await vi.waitFor(async () => expect((await last()).delivery?.text).toBe(body), { timeout: 10_000 });

  const guessed = await tryIt({});
  expect(guessed.tried).toMatchObject({ count: 1, things: [{ item: null, trouble: 'no-text' }] });
  expect((await tryIt({ list: '/dati/niente' })).tried).toMatchObject({ count: 0, list: 'nothing' });
  expect((await tryIt({ list: '/dati' })).tried).toMatchObject({ list: 'not-a-list' });

  const mapping = JSON.stringify({
    places: { text: '/parole', author: '/chi/si', time: '/giorno', id: '/codice', url: '/manca' },
  });
  const right = await tryIt({ list: '/dati/risposte', mapping, source: 'Questionario' });
  expect(right.tried).toMatchObject({
    ...{ count: 1, list: 'ok', isGuessed: false },
    things: [
      {
        item: {
          text: 'Sala bellissima',
          author: 'Bea',
          saidAt: expect.stringMatching(/^2026-11-20T23|^2026-11-21/),
        },
        fields: { text: { pointer: '/parole', value: 'Sala bellissima' }, url: { value: '' } },
      },
    ],
  });
  const wrongDate = JSON.stringify({ places: { text: '/parole', time: '/parole' } });
  expect((await tryIt({ list: '/dati/risposte', mapping: wrongDate })).tried?.things[0]?.trouble).toBe(
    'no-date',
  );
  // Nothing has changed by trying.
  expect(await bodies()).not.toContain('Sala bellissima');

  await company.json('PATCH', path, { values: { list: '/dati/risposte', mapping } });
  const again = body.replace('bellissima', 'accogliente');
  expect(await bring(again, signed(again, { secret: second }))).toBe(200);
  await arrived('Sala accogliente');
  expect((await last()).delivery?.text).toBe(again);
});

it('only the last is kept, and for nobody else', async () => {
  const { rows } = await house.house.platform.database.asInstallation((tx) =>
    tx.execute(`select count(*)::int as kept from inbound_deliveries where length(body) > 0`),
  );
  expect(rows[0]).toEqual({ kept: 1 });
  const foreign = path.replace(company.workspaceId, other.workspaceId);
  expect((await company.as(`${foreign}/last-delivery`)).status).toBe(404);
  expect((await other.as(`${path}/last-delivery`)).status).toBe(404);
});
