/**
 * Ten thousand webmentions in a minute over HTTP at the door of one company, while another company's deliveries come in and its desk is open.
 * `bench/run.ts flood [webmentions [seconds]]`
 */
import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { quantile, round } from './kit/figures.ts';
import { openBench, openCompany } from './kit/open-bench.ts';

const [count = 10_000, seconds = 60] = process.argv.slice(2).map(Number);
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** Our site, and pages that link to it, each a fifth of a second away. */
let site = '';
const server = http.createServer((request, response) => {
  const isOurs = request.url === '/';
  const body = isOurs ? '<title>Cantina</title>' : `<a href="${site}/noi">qui</a>`;
  setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(body), isOurs ? 0 : 200);
});
server.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const bench = await openBench({ allow: '127.0.0.1' });
const [flooded, quiet] = [await openCompany(bench), await openCompany(bench)];

const ask = async <Body>(cookie: string, method: string, path: string, body?: object): Promise<Body> => {
  const { address } = bench.house;
  const response = await fetch(new URL(path, address), {
    method,
    headers: { cookie, 'content-type': 'application/json', origin: address },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
};
type Company = typeof quiet;
const doorOf = async ({ workspaceId, cookie }: Company, channel: string, values: object): Promise<string> => {
  const path = `/api/workspaces/${workspaceId}/connections`;
  const { id } = await ask<{ id: string }>(cookie, 'POST', path, { channel, values });
  const { door } = await ask<{ door: { url: string } }>(cookie, 'GET', `${path}/${id}/door`);
  return new URL(new URL(door.url).pathname, bench.house.address).href;
};
const floodedDoor = await doorOf(flooded, 'webmention', { site });
const quietDoor = await doorOf(quiet, 'webhook', { secret: SECRET, source: 'Questionario' });

const statuses = new Map<number, number>();
const answers: number[] = [];
const mention = async (at: number): Promise<void> => {
  const host = at % 2 === 0 ? site : `http://127.0.${(at >> 8) % 250}.${2 + (at % 250)}:9`;
  const body = new URLSearchParams({ source: `${host}/${at}`, target: `${site}/noi` });
  const start = performance.now();
  const { status } = await fetch(floodedDoor, { method: 'POST', body });
  answers.push(performance.now() - start);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
};

const deliver = async (text: string): Promise<number> => {
  const body = JSON.stringify({ id: text, commento: text });
  const stamp = String(Math.floor(Date.now() / 1_000));
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${text}.${stamp}.${body}`).digest('base64');
  const headers = {
    ...{ 'content-type': 'application/json', 'webhook-id': text, 'webhook-timestamp': stamp },
    'webhook-signature': `v1,${signature}`,
  };
  const start = performance.now();
  await fetch(quietDoor, { method: 'POST', body, headers });
  const path = `/api/workspaces/${quiet.workspaceId}/mentions?limit=5`;
  for (;;) {
    const { mentions } = await ask<{ mentions: { body: string }[] }>(quiet.cookie, 'GET', path);
    if (mentions.some((one) => one.body === text)) return performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const measureWhile = async (until: Promise<unknown>): Promise<{ desk: number[]; heard: number[] }> => {
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  const [desk, heard]: [number[], number[]] = [[], []];
  const watching = (async () => {
    while (!isOver) {
      const start = performance.now();
      await ask(quiet.cookie, 'GET', `/api/workspaces/${quiet.workspaceId}/threads`);
      desk.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  let turn = 0;
  while (!isOver) {
    turn += 1;
    heard.push(await deliver(`parola ${Date.now()} ${turn}`));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await watching;
  return { desk, heard };
};

const say = (what: string, times: readonly number[]): void =>
  console.log(
    `${what.padEnd(58)} ${times.length} times, p50 ${round(quantile(times, 0.5))} ms, p95 ${round(quantile(times, 0.95))} ms, worst ${round(Math.max(...times))} ms`,
  );

const calm = await measureWhile(new Promise((resolve) => setTimeout(resolve, 5_000)));
say('the other company’s desk, in peace', calm.desk);
say('its delivery until it is a mention, in peace', calm.heard);

const pour = async (): Promise<void> => {
  const began = performance.now();
  const sent: Promise<void>[] = [];
  for (let at = 0; at < count; at += 1) {
    const due = began + (at / count) * seconds * 1_000;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(mention(at));
  }
  await Promise.all(sent);
  console.log(
    `${count} webmentions in ${round((performance.now() - began) / 1_000)} s: ${JSON.stringify([...statuses])}`,
  );
};
const { desk, heard } = await measureWhile(pour());
say('a webmention answered', answers);
say('the other company’s desk, meanwhile', desk);
say('its delivery until it is a mention, meanwhile', heard);
server.closeAllConnections();
server.close();
await bench.close();
