import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { sameOriginOnly } from './same-origin.ts';

const ask = async (baseUrl: string, url: string, headers: Record<string, string>, method = 'POST') => {
  const app = new Hono().use(sameOriginOnly({ baseUrl })).all('*', (context) => context.text('done'));
  return (await app.request(url, { method, headers })).status;
};
const site = 'https://passaparola.example.it';

describe('a request that changes something', () => {
  it.each([
    ['from our own pages', site, `${site}/api/x`, { origin: site }],
    ['from a program, without any origin', site, `${site}/api/x`, {}],
    [
      'from our pages behind a proxy that speaks http to us',
      site,
      'http://passaparola.example.it/api/x',
      { origin: site },
    ],
    [
      'from this machine by its other name',
      'http://127.0.0.1:4321',
      'http://localhost:4321/api/x',
      { origin: 'http://localhost:4321' },
    ],
    [
      'from this machine on the port that the system chose',
      'http://127.0.0.1:0',
      'http://127.0.0.1:50123/api/x',
      { origin: 'http://127.0.0.1:50123' },
    ],
  ])('%s passes', async (_, baseUrl, url, headers) => {
    expect(await ask(baseUrl, url, headers as Record<string, string>)).toBe(200);
  });

  it.each([
    ['from another site', site, `${site}/api/x`, { origin: 'https://evil.example' }],
    ['from a neighbour on the same domain', site, `${site}/api/x`, { origin: 'https://blog.example.it' }],
    ['from a page without an origin', site, `${site}/api/x`, { origin: 'null' }],
    ['over plain http', site, `${site}/api/x`, { origin: 'http://passaparola.example.it' }],
    ['that only the fetch metadata betrays', site, `${site}/api/x`, { 'sec-fetch-site': 'cross-site' }],
    ['from a subdomain, by its fetch metadata', site, `${site}/api/x`, { 'sec-fetch-site': 'same-site' }],
    [
      'from another program on this machine',
      'http://127.0.0.1:4321',
      'http://127.0.0.1:4321/api/x',
      { origin: 'http://127.0.0.1:8080' },
    ],
    [
      'from a foreign name pointed at this machine',
      'http://127.0.0.1:4321',
      'http://evil.example:4321/api/x',
      { origin: 'http://evil.example:4321' },
    ],
  ])('%s is refused', async (_, baseUrl, url, headers) => {
    expect(await ask(baseUrl, url, headers as Record<string, string>)).toBe(403);
  });
});

it('a request that only reads passes from anywhere: it answers nothing to a foreign page anyway', async () => {
  expect(await ask(site, `${site}/api/x`, { origin: 'https://evil.example' }, 'GET')).toBe(200);
});
