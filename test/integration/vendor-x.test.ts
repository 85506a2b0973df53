import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { type Journey, journeyOf } from '../harness/vendor-journey.ts';
import { startXServer, type XServer } from '../peers/vendors/x/x-server.ts';

type Spending = { readonly spent: number; readonly budget: number; readonly needed?: number };

let vendor: XServer;
let house: TestHouse;
let company: TestCompany;
let journey: Journey;
let connectionId: string;

/** As a person does it: away to X's page and back with what it gave. */
const join = async (): Promise<string> => {
  const left = await company.as(`${journey.home}/connections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      channel: 'x',
      values: {
        ...{ clientId: 'app-della-cantina', clientSecret: 'segreto-della-app', apiUrl: vendor.origin },
        ...{ budget: 0.1, currency: 'USD' },
      },
    }),
  });
  expect(left.status).toBe(202);
  const { authorizeUrl } = (await left.json()) as { authorizeUrl: string };
  const page = await fetch(authorizeUrl, { redirect: 'manual' });
  const first = await company.as(page.headers.get('location') ?? '');
  const back = await company.as(first.headers.get('location') ?? '');
  expect(back.headers.get('location')).toContain('esito=collegato');
  const { connections } = await company.json<{ connections: { id: string }[] }>(
    'GET',
    `${journey.home}/connections`,
  );
  return connections[0]?.id ?? '';
};
const spending = async () =>
  ((await journey.connection(connectionId)) as unknown as { spending: Spending }).spending;

beforeAll(async () => {
  house = await startTestHouse();
  const back = `${house.house.platform.config.baseUrl}/api/connections/oauth/callback`;
  vendor = await startXServer(systemClock, [back]);
  company = await house.company('Cantina a consumo');
  journey = journeyOf(company);
  vendor.say('900001', '@cantina il tappo sapeva di muffa');
  connectionId = await join();
});
afterAll(async () => {
  await house?.stop();
  await vendor?.close();
});

it('a mention comes, and what it cost stands on the channel, to the last thousandth as X counts it', async () => {
  await journey.seen(/tappo/);
  await expect.poll(async () => (await spending()).spent, { timeout: 10_000 }).toBe(vendor.bill());
  expect(await spending()).toMatchObject({ budget: 100_000 });
});

it('whoever answers is told the price before, and the answer leaves once', async () => {
  const mention = await journey.seen(/tappo/);
  const threadId = await journey.threadOf(mention.id);
  const { composer } = await company.json<{ composer: { price: { it: string } } }>(
    'GET',
    `${journey.home}/threads/${threadId}`,
  );
  expect(composer.price.it).toContain('$0.015');
  expect(await journey.answer(mention.id, 'Scusaci: te ne mandiamo un’altra. Marta')).toMatchObject({
    state: 'sent',
  });
  expect(vendor.posts.filter(({ author_id }) => author_id === '77')).toHaveLength(1);
});

it('an answer beyond the budget does not leave, and the channel goes on', async () => {
  const mention = await journey.seen(/tappo/);
  const before = vendor.bill();
  expect(await journey.answer(mention.id, 'Tutto su www.cantina.it')).toMatchObject({
    state: 'failed',
    problem: { kind: 'over-budget' },
  });
  expect(vendor.bill()).toBe(before);
  expect((await spending()).needed).toBeGreaterThan(100_000);
  expect(await journey.connection(connectionId)).toMatchObject({ state: 'active' });
});

it('a token that ended is renewed by itself', async () => {
  vendor.authorization.endAccessTokens();
  expect(await journey.lookNow(connectionId)).toMatchObject({ state: 'active', problem: null });
  expect(vendor.authorization.asked).toContain('refresh_token');
});

it('removed and joined up again in the same month, it has spent what it had', async () => {
  const { spent } = await spending();
  await journey.remove(connectionId);
  expect(vendor.authorization.isGranted()).toBe(false);
  connectionId = await join();
  expect((await spending()).spent).toBeGreaterThanOrEqual(spent);
});
