import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherEvidence } from '../../src/relations/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { daysAgo, openRelations, type Relations } from './relations-kit.ts';

let test: TestHouse;
let server: Server;
let site = '';
const asked: string[] = [];
const pages = new Map<string, { type: string; body: string | Buffer }>();

/** A picture with something on it, in a size and a format. */
const picture = (side: number, format: 'png' | 'jpeg') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="80"><defs><linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset=".4" stop-color="#eee"/><stop offset="1" stop-color="#333"/></linearGradient></defs><rect width="90" height="80" fill="url(#g)"/><circle cx="30" cy="30" r="20" fill="#fff"/><rect x="55" y="40" width="20" height="30" fill="#111"/></svg>`,
    ),
  )
    .resize(side, side)
    .toFormat(format)
    .toBuffer();

beforeAll(async () => {
  test = await startTestHouse();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages.get(request.url ?? '');
    response
      .writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain' })
      .end(page?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = (body: string) => ({ type: 'text/html', body });
  pages.set('/@anna', html(`<link rel="me" href="${site}/anna">`));
  pages.set('/anna', html(`<a rel="me" href="${site}/@anna">sono anche qui</a>`));
  pages.set('/bruno', html(`<a rel="me" href="${site}/anna">mi fingo Anna</a>`));
  pages.set('/a.png', { type: 'image/png', body: await picture(400, 'png') });
  pages.set('/b.jpg', { type: 'image/jpeg', body: await picture(120, 'jpeg') });
  pages.set('/api/v1/accounts/lookup?acct=carla', {
    type: 'application/json',
    body: JSON.stringify({
      fields: [
        { name: 'Sito', value: `<a href="${site}/carla">x</a>`, verified_at: '2026-01-01T00:00:00Z' },
        { name: 'Altro', value: `<a href="${site}/altro">x</a>`, verified_at: null },
      ],
    }),
  });
});
afterAll(async () => {
  await test.stop();
  await new Promise((resolve) => server.close(resolve));
});

type Suggestions = {
  suggestions: { a: { name: string }; b: { name: string }; evidence: { kind: string }[] }[];
};

/** People who spoke with us, each with the profile and the picture of their account. */
const open = async (
  name: string,
  people: Readonly<Record<string, readonly [url: string | null, avatar: string | null]>>,
  channel = 'bluesky',
) => {
  const company = await openRelations(test, name, channel);
  await company.hear(
    ...Object.keys(people).map((who) => ({
      nativeId: `n-${who}`,
      who,
      text: 'Buongiorno',
      saidAt: daysAgo(2),
    })),
  );
  for (const [who, [url, avatar]] of Object.entries(people))
    await company.rows(sql`update identities set url = ${url}, avatar_url = ${avatar}
      where workspace_id = ${company.workspaceId} and native_id = ${who}`);
  return company;
};
const found = async (company: Relations) =>
  (await company.get<Suggestions>('contacts/suggestions')).suggestions.map(({ a, b, evidence }) => [
    [a.name, b.name].sort().join(' e '),
    evidence.map(({ kind }) => kind),
  ]);

describe('what says that two accounts are one person', () => {
  it('is two profiles that point to each other, not one that points to another', async () => {
    const company = await open('Profili', {
      anna: [`${site}/@anna`, null],
      sito: [`${site}/anna`, null],
      bruno: [`${site}/bruno`, null],
    });
    expect(await found(company)).toEqual([]);
    expect(await gatherEvidence(company.platform, company.workspaceId)).toBe(3);
    expect(await found(company)).toEqual([['Persona anna e Persona sito', ['rel-me']]]);
  });

  it('is the same picture, whatever its size and format', async () => {
    const company = await open('Immagini', { uno: [null, `${site}/a.png`], due: [null, `${site}/b.jpg`] });
    await gatherEvidence(company.platform, company.workspaceId);
    expect(await found(company)).toEqual([['Persona due e Persona uno', ['avatar']]]);
  });

  it('is a field that a server of the fediverse has verified', async () => {
    const company = await open(
      'Campi',
      { carla: [`${site}/@carla`, null], sua: [`${site}/carla`, null] },
      'fediverse',
    );
    await gatherEvidence(company.platform, company.workspaceId);
    expect(await found(company)).toEqual([['Persona carla e Persona sua', ['rel-me']]]);
  });

  it('is looked for once in a while, and never of who objected, who wants quiet, or a channel that forbids profiles', async () => {
    const company = await open('Riguardo', {
      anna: [`${site}/@anna?1`, null],
      quieta: [`${site}/@anna?2`, null],
      vietata: [`${site}/@anna?3`, null],
      opposta: [`${site}/@anna?4`, null],
    });
    await company.patch(`contacts/${await company.contactId('quieta')}`, { consent: 'quiet' });
    await company.patch(`contacts/${await company.contactId('opposta')}`, { consent: 'objected' });
    await company.rows(sql`update identities set profiling = false
      where workspace_id = ${company.workspaceId} and native_id = 'vietata'`);
    asked.length = 0;
    expect(await gatherEvidence(company.platform, company.workspaceId)).toBe(1);
    expect(await gatherEvidence(company.platform, company.workspaceId)).toBe(0);
    expect(asked.filter((url) => url.startsWith('/@anna?'))).toEqual(['/@anna?1']);
  });
});
