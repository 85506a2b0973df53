import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { type Journey, journeyOf } from '../harness/vendor-journey.ts';

const FLOOD = 500;
const AT_ONCE = 40;
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

let house: TestHouse;
let flooded: TestCompany;
let quiet: TestCompany;
let journey: Journey;
let site = '';
let floodedDoor = '';
let quietDoor = '';

/** Our site and somebody's pages that link to it; each page is slow, as those of a flood are. */
const server = http.createServer((request, response) => {
  const body = request.url === '/' ? '<title>Cantina</title>' : `<a href="${site}/noi/dolcetto">qui</a>`;
  setTimeout(
    () => response.writeHead(200, { 'content-type': 'text/html' }).end(body),
    request.url === '/' ? 0 : 200,
  );
});

const doorOf = async (company: TestCompany, channel: string, values: object): Promise<string> => {
  const path = `/api/workspaces/${company.workspaceId}/connections`;
  const { id } = await company.json<{ id: string }>('POST', path, { channel, values });
  return (await company.json<{ door: { url: string } }>('GET', `${path}/${id}/door`)).door.url;
};

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  house = await startTestHouse();
  flooded = await house.company('Cantina sommersa');
  quiet = await house.company('Cantina tranquilla');
  journey = journeyOf(quiet);
  floodedDoor = await doorOf(flooded, 'webmention', { site });
  quietDoor = await doorOf(quiet, 'webhook', { secret: SECRET, source: 'Questionario' });
});
afterAll(async () => {
  await house?.stop();
  server.closeAllConnections();
  server.close();
});

/** Half name pages that there are, half hosts that nobody answers at. */
const mention = async (at: number): Promise<number> => {
  const host = at % 2 === 0 ? site : `http://127.0.0.${2 + (at % 250)}:9`;
  const body = new URLSearchParams({ source: `${host}/${at}`, target: `${site}/noi/dolcetto` });
  return (await fetch(floodedDoor, { method: 'POST', body })).status;
};

const bring = async (text: string): Promise<number> => {
  const body = JSON.stringify({ id: text, commento: text, cliente: { nome: 'Anna' }, stelle: 4 });
  const stamp = String(Math.floor(Date.now() / 1_000));
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${text}.${stamp}.${body}`).digest('base64');
  const headers = {
    ...{ 'content-type': 'application/json', 'webhook-id': text, 'webhook-timestamp': stamp },
    'webhook-signature': `v1,${signature}`,
  };
  return (await fetch(quietDoor, { method: 'POST', body, headers })).status;
};

it(`${FLOOD} webmentions by HTTP are each answered, while another company's delivery comes in and its desk is served`, async () => {
  const statuses: number[] = [];
  let next = 0;
  let isOver = false;
  const pour = async (): Promise<void> => {
    for (let at = next++; at < FLOOD; at = next++) statuses.push(await mention(at));
  };
  const flood = Promise.all(Array.from({ length: AT_ONCE }, pour)).then(() => {
    isOver = true;
  });
  let desks = 0;
  const desk = (async () => {
    while (!isOver) {
      await quiet.json('GET', `${journey.home}/threads`);
      desks += 1;
    }
  })();
  expect(await bring('In mezzo alla piena')).toBe(200);
  // Those of the flood are asked for one after the other for minutes yet: this one does not wait behind them.
  await journey.seen('In mezzo alla piena');
  await flood;
  await desk;
  expect(statuses).toHaveLength(FLOOD);
  // Taken, or turned away because one host is named too often or too many wait: never an error of ours.
  expect(statuses.filter((status) => ![201, 202, 400, 429, 503].includes(status))).toEqual([]);
  expect(statuses.filter((status) => status === 201 || status === 202).length).toBeGreaterThan(0);
  expect(desks).toBeGreaterThan(1);
  expect(await bring('Dopo la piena')).toBe(200);
  await journey.seen('Dopo la piena');
}, 60_000);
