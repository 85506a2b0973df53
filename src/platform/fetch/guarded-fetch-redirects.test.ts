import type http from 'node:http';
import { describe, expect, it } from 'vitest';
import { http1, reaching } from './guarded-fetch.fixture.ts';

describe('a redirect', () => {
  it('to a private address is refused', async () => {
    const inner = await http1((_request, response) => response.end('SECRET'), '127.0.0.2');
    const outer = await http1((_request, response) =>
      response.writeHead(302, { location: inner.origin }).end(),
    );
    expect(await reaching().request(outer.origin)).toMatchObject({
      ok: false,
      error: { kind: 'blocked-address', address: '127.0.0.2' },
    });
    await expect(reaching().fetch(outer.origin)).rejects.toMatchObject({
      problem: { kind: 'blocked-address' },
    });
    expect(inner.seen).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'data:text/plain,hi', 'gopher://example.com/', 'javascript:alert(1)'])(
    'to %s is refused',
    async (location) => {
      const outer = await http1((_request, response) => response.writeHead(301, { location }).end());
      expect(await reaching().request(outer.origin)).toMatchObject({
        ok: false,
        error: { kind: 'bad-url', reason: 'scheme' },
      });
    },
  );

  it('chain ends after five', async () => {
    const chain = await http1((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 0) return response.end('arrived');
      return response.writeHead(302, { location: `/${step - 1}` }).end();
    });
    const five = await reaching().request(`${chain.origin}/5`);
    expect(five.ok && five.value.text()).toBe('arrived');
    expect(await reaching().request(`${chain.origin}/6`)).toEqual({
      ok: false,
      error: { kind: 'too-many-redirects', limit: 5 },
    });
  });

  it('tells where an address has moved for good, up to the first passing hop', async () => {
    const server = await http1((request, response) => {
      const to: Record<string, [number, string]> = {
        '/a': [301, '/b'],
        '/b': [308, '/c'],
        '/c': [302, '/d'],
      };
      const next = to[request.url ?? ''];
      return next ? response.writeHead(next[0], { location: next[1] }).end() : response.end('feed');
    });
    const result = await reaching().request(`${server.origin}/a`);
    expect(result).toMatchObject({
      ok: true,
      value: { movedTo: `${server.origin}/c`, url: `${server.origin}/d` },
    });
  });

  it('to another origin loses everything that may identify us, to the same keeps it', async () => {
    const heard: http.IncomingHttpHeaders[] = [];
    const other = await http1((request, response) => {
      heard.push(request.headers);
      response.end();
    });
    const first = await http1((request, response) => {
      if (request.url === '/same') {
        heard.push(request.headers);
        return response.end();
      }
      return response.writeHead(302, { location: request.url === '/go' ? '/same' : other.origin }).end();
    });
    const headers = { Authorization: 'Bearer x', cookie: 'a=b', 'x-api-key': 'k', Accept: 'text/plain' };
    await reaching().request(`${first.origin}/go`, { headers });
    await reaching().request(`${first.origin}/away`, { headers });
    expect(heard[0]).toMatchObject({
      authorization: 'Bearer x',
      cookie: 'a=b',
      'x-api-key': 'k',
      accept: 'text/plain',
    });
    expect(Object.keys(heard[1] ?? {})).not.toEqual(expect.arrayContaining(['authorization']));
    expect(heard[1]).toMatchObject({ accept: 'text/plain', 'user-agent': 'Passaparola/test' });
    expect(heard[1]?.cookie ?? heard[1]?.['x-api-key']).toBeUndefined();
  });

  it('never carries a body to another origin, and after 303 asks without one', async () => {
    const heard: string[] = [];
    const read = (request: http.IncomingMessage, done: (body: string) => void) => {
      let body = '';
      request
        .on('data', (chunk) => {
          body += chunk;
        })
        .on('end', () => done(body));
    };
    const other = await http1((request, response) =>
      read(request, (body) => {
        heard.push(`other:${body}`);
        response.end();
      }),
    );
    const first = await http1((request, response) =>
      read(request, (body) => {
        heard.push(`${request.method} ${request.url} ${body}`);
        if (request.url === '/see') return response.writeHead(303, { location: '/done' }).end();
        if (request.url === '/keep') return response.writeHead(307, { location: '/done' }).end();
        if (request.url === '/away') return response.writeHead(307, { location: other.origin }).end();
        return response.end();
      }),
    );
    const post = { method: 'POST', body: 'segreto' };
    await reaching().request(`${first.origin}/see`, post);
    await reaching().request(`${first.origin}/keep`, post);
    expect(await reaching().request(`${first.origin}/away`, post)).toMatchObject({
      ok: false,
      error: { reason: 'body-elsewhere' },
    });
    expect(heard).toEqual([
      'POST /see segreto',
      'GET /done ',
      'POST /keep segreto',
      'POST /done segreto',
      'POST /away segreto',
    ]);
  });
});
