import { createHash } from 'node:crypto';
import type http from 'node:http';
import zlib from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createGuardedFetch, type GuardedFetch, type GuardedFetchSettings } from './guarded-fetch.ts';
import { type Loopback, serveHttp, serveRaw } from './loopback.fixture.ts';

const open: GuardedFetch[] = [];
const servers: Loopback[] = [];
const guarded = (settings: Partial<GuardedFetchSettings> = {}): GuardedFetch => {
  const made = createGuardedFetch({ allowPrivateAddresses: [], userAgent: 'Passaparola/test', ...settings });
  open.push(made);
  return made;
};
const reaching = (settings: Partial<GuardedFetchSettings> = {}) =>
  guarded({ allowPrivateAddresses: ['127.0.0.1'], ...settings });
const http1 = async (handler: http.RequestListener, host?: string) => {
  const server = await serveHttp(handler, host);
  servers.push(server);
  return server;
};
const raw = async (...[answer]: Parameters<typeof serveRaw>) => {
  const server = await serveRaw(answer);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((made) => made.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('a private address', () => {
  let secret: Loopback;
  beforeAll(async () => {
    secret = await serveHttp((_request, response) => response.end('SECRET'));
  });
  afterAll(() => secret.close());

  const hosts = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '017700000001',
    '0177.0.0.1',
    '0x7f000001',
    '0x7f.1',
    '127.0.0.1.',
    '0.0.0.0',
    '0',
    'localhost',
    'LOCALHOST',
    '１２７.０.０.１',
    '①②⑦.0.0.1',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:7f00:0001]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '[2001::1]',
    '169.254.169.254',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ];
  it.each(hosts)('is refused written as %s, by every way through the door', async (host) => {
    const door = guarded();
    const url = `http://${host}:${secret.port}/`;
    const result = await door.request(url);
    expect(result).toMatchObject({ ok: false, error: { kind: 'blocked-address' } });
    await expect(door.fetch(url)).rejects.toMatchObject({ problem: { kind: 'blocked-address' } });
    expect(await door.checkHost(new URL(url).hostname)).toMatchObject({
      ok: false,
      error: { kind: 'blocked-address' },
    });
    expect(secret.seen).toEqual([]);
  });

  it('is not reached by a name written with its root dot', async () => {
    expect(await guarded().request(`http://localhost.:${secret.port}/`)).toMatchObject({ ok: false });
    expect(secret.seen).toEqual([]);
  });

  it('is refused behind a name that anyone may register', async () => {
    const door = guarded({ resolve: async () => [{ address: '169.254.169.254', family: 4 }] });
    expect(await door.request('http://innocente.example/')).toEqual({
      ok: false,
      error: { kind: 'blocked-address', host: 'innocente.example', address: '169.254.169.254' },
    });
  });

  it('is refused to sockets of other protocols, named or literal', async () => {
    const door = guarded();
    const error = await new Promise((resolve) => door.socketGuard.lookup('localhost', {}, resolve));
    expect(error).toMatchObject({ problem: { kind: 'blocked-address', host: 'localhost' } });
    expect(await door.checkHost('::1')).toMatchObject({ ok: false });
  });

  it('is refused to a WebSocket', async () => {
    const door = guarded();
    expect(() => door.openWebSocket(`ws://127.0.0.1:${secret.port}/`)).toThrow('blocked-address');
    const socket = door.openWebSocket(`ws://localhost:${secret.port}/`);
    await new Promise((resolve) => socket.addEventListener('error', resolve));
    expect(secret.seen).toEqual([]);
  });

  it('is reached when the operator named it', async () => {
    const result = await reaching().request(secret.origin);
    expect(result.ok && result.value.text()).toBe('SECRET');
    secret.seen.length = 0;
  });
});

describe('rebinding', () => {
  it('gains nothing: an address that was public when checked is judged again when connected to', async () => {
    const target = await http1((_request, response) => response.end('SECRET'));
    const answers = ['8.8.8.8', '127.0.0.1'];
    const door = guarded({ resolve: async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }] });
    expect(await door.checkHost('rebind.example')).toMatchObject({ ok: true, value: { address: '8.8.8.8' } });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const result = await door.request(`http://rebind.example:${target.port}/`);
      expect(result).toMatchObject({ ok: false, error: { kind: 'blocked-address', address: '127.0.0.1' } });
    }
    expect(target.seen).toEqual([]);
  });

  it('asks once for each connection and uses that answer', async () => {
    const target = await http1((_request, response) => response.end('ok'));
    const answers = ['127.0.0.1', '10.0.0.1'];
    const door = reaching({ resolve: async () => [{ address: answers.shift() ?? '10.0.0.1', family: 4 }] });
    const result = await door.request(`http://once.example:${target.port}/`);
    expect(result.ok && result.value.text()).toBe('ok');
    expect(answers).toEqual(['10.0.0.1']);
  });

  it('keeps only the public addresses of a name that has both', async () => {
    const door = guarded({
      resolve: async () => [
        { address: '10.0.0.1', family: 4 },
        { address: '8.8.8.8', family: 4 },
      ],
    });
    expect(await door.checkHost('both.example')).toEqual({
      ok: true,
      value: { address: '8.8.8.8', family: 4 },
    });
  });
});

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

describe('a bad address', () => {
  it.each([
    ['not a url', 'malformed'],
    ['http://', 'malformed'],
    ['ftp://example.com/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['http://user:pw@example.com/', 'credentials'],
    ['http://8.8.8.8:25/', 'port'],
  ])('%s is refused as %s', async (url, reason) => {
    expect(await guarded().request(url)).toEqual({ ok: false, error: { kind: 'bad-url', reason } });
  });

  it('that does not exist is told apart from one that does not answer', async () => {
    const door = reaching({
      resolve: async () => {
        throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
      },
    });
    expect(await door.request('http://nessuno.example/')).toEqual({
      ok: false,
      error: { kind: 'dns', host: 'nessuno.example', code: 'ENOTFOUND' },
    });
    const gone = await serveHttp(() => undefined);
    await gone.close();
    expect(await door.request(gone.origin)).toEqual({
      ok: false,
      error: { kind: 'connection', code: 'ECONNREFUSED' },
    });
  });

  it('that speaks plainly where TLS is expected is a TLS problem', async () => {
    const plain = await raw((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    expect(await reaching().request(`https://127.0.0.1:${plain.port}/`)).toMatchObject({
      ok: false,
      error: { kind: 'tls' },
    });
  });
});

describe('a server that sends too much', () => {
  const tooLarge = (limitBytes: number) => ({
    ok: false,
    error: { kind: 'too-large', part: 'body', limitBytes },
  });

  it('is cut off at the cap, announced or not', async () => {
    let sent = 0;
    const big = await http1((request, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      if (request.url === '/announced') response.setHeader('content-length', 50 * 1024 * 1024);
      const push = () => {
        while (sent < 50 * 1024 * 1024 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', push);
        }
        response.end();
      };
      push();
    });
    const limitBytes = 10 * 1024 * 1024;
    expect(await reaching().request(`${big.origin}/announced`)).toEqual(tooLarge(limitBytes));
    expect(await reaching().request(`${big.origin}/streamed`)).toEqual(tooLarge(limitBytes));
    expect(sent).toBeLessThan(50 * 1024 * 1024);
  });

  const packers: [string, (plain: Buffer) => Buffer][] = [
    ['gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['deflate', zlib.deflateSync],
    ['gzip, gzip', (plain) => zlib.gzipSync(zlib.gzipSync(plain))],
  ];
  it.each(packers)('compressed by %s is counted unpacked', async (encoding, pack) => {
    const packed = pack(Buffer.alloc(20 * 1024 * 1024));
    const bomb = await http1((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(packed),
    );
    expect(await reaching().request(bomb.origin)).toEqual(tooLarge(10 * 1024 * 1024));
    const answer = await reaching().fetch(bomb.origin);
    await expect(answer.arrayBuffer()).rejects.toMatchObject({ problem: { kind: 'too-large' } });
  });

  it('together with many others is read in turns: what is in memory at once stays within the budget', async () => {
    const megabyte = 1024 * 1024;
    let [finished, most] = [0, 0];
    const started = new Set<http.ServerResponse>();
    const site = await http1((_request, response) => {
      started.add(response);
      most = Math.max(most, started.size);
      response.on('finish', () => {
        started.delete(response);
        finished += 1;
      });
      response.setHeader('content-length', 4 * megabyte);
      response.end(Buffer.alloc(4 * megabyte));
    });
    const door = reaching({ limits: { maxBytesAtOnce: 8 * megabyte } });
    let [held, mostHeld] = [0, 0];
    await Promise.all(
      Array.from({ length: 8 }, () =>
        door.keeping(async () => {
          const answer = await door.request(site.origin);
          expect(answer.ok && answer.value.bytes().length).toBe(4 * megabyte);
          held += 4;
          mostHeld = Math.max(mostHeld, held);
          await new Promise((resolve) => setTimeout(resolve, 10));
          held -= 4;
        }),
      ),
    );
    expect(mostHeld).toBeLessThanOrEqual(8);
    expect(finished).toBe(8);
    // All were asked at once: only the reading waits.
    expect(most).toBeGreaterThan(2);
  });

  it('of headers is refused', async () => {
    const flood = await raw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n${'x: yyyyyyyyyyyyyyyy\r\n'.repeat(20_000)}\r\nhi`),
    );
    expect(await reaching().request(flood.origin)).toMatchObject({
      ok: false,
      error: { kind: 'too-large', part: 'headers' },
    });
  });
});

describe('a server that cheats or stalls', () => {
  it('with half a body is a broken connection, not a short answer', async () => {
    const half = await raw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"half":'));
    expect(await reaching().request(half.origin)).toMatchObject({ ok: false, error: { kind: 'connection' } });
  });

  it('with half of a gzip stream is broken too', async () => {
    const packed = zlib.gzipSync(Buffer.from('ciao '.repeat(10_000)));
    const half = await raw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${packed.length}\r\n\r\n`);
      socket.end(packed.subarray(0, packed.length / 2));
    });
    expect(await reaching().request(half.origin)).toMatchObject({ ok: false, error: { kind: 'connection' } });
  });

  it('that drips is given up at the total time', async () => {
    const drip = await http1((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const door = reaching({ limits: { totalTimeoutMs: 300 } });
    expect(await door.request(drip.origin)).toEqual({
      ok: false,
      error: { kind: 'timeout', stage: 'total' },
    });
    const answer = await door.fetch(drip.origin);
    await expect(answer.text()).rejects.toMatchObject({ problem: { kind: 'timeout', stage: 'total' } });
  });

  it('that never answers is given up', async () => {
    const silent = await raw(() => undefined);
    expect(await reaching({ limits: { headersTimeoutMs: 200 } }).request(silent.origin)).toEqual({
      ok: false,
      error: { kind: 'timeout', stage: 'headers' },
    });
  });

  it('that is left by the caller stops at once', async () => {
    const silent = await raw(() => undefined);
    const leave = AbortSignal.timeout(50);
    expect(await reaching().request(silent.origin, { signal: leave })).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    });
    await expect(reaching().fetch(silent.origin, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('with JSON that is none gives a Result, with a wrong media type named', async () => {
    const html = await http1((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Manutenzione'),
    );
    const result = await reaching().request(html.origin);
    expect(result.ok && result.value.json()).toEqual({
      ok: false,
      error: { kind: 'bad-json', contentType: 'text/html' },
    });
  });

  it('with a status nobody defined is still an answer', async () => {
    const odd = await raw((socket) => socket.end('HTTP/1.1 999 Nope\r\ncontent-length: 0\r\n\r\n'));
    expect(await reaching().request(odd.origin)).toMatchObject({ ok: true, value: { status: 999 } });
  });
});

describe('a form with files', () => {
  it('is sent with its own boundary, whole, and again after a redirect that asks for it', async () => {
    const echo = await http1(async (request, response) => {
      if (request.url === '/old') return response.writeHead(307, { location: '/new' }).end();
      response.setHeader('content-type', request.headers['content-type'] ?? 'none');
      return response.end(Buffer.concat(await request.toArray()));
    });
    const form = new FormData();
    form.set('file', new Blob(['pixel'], { type: 'image/png' }), 'vigna.png');
    form.set('alt', 'La vigna, a novembre');
    for (const path of ['/direct', '/old']) {
      const answer = await reaching().request(`${echo.origin}${path}`, { method: 'POST', body: form });
      if (!answer.ok) throw new Error(answer.error.kind);
      const { headers } = answer.value;
      const heard = await new Response(answer.value.bytes(), { headers }).formData();
      const file = heard.get('file') as File;
      expect([file.name, file.type, await file.text()]).toEqual(['vigna.png', 'image/png', 'pixel']);
      expect(heard.get('alt')).toBe('La vigna, a novembre');
    }
  });

  it('says the kind of a blob, unless the caller says another', async () => {
    const echo = await http1((request, response) => response.end(request.headers['content-type'] ?? 'none'));
    const body = new Blob(['x'], { type: 'image/webp' });
    const said = async (headers: Record<string, string>) => {
      const answer = await reaching().request(echo.origin, { method: 'POST', body, headers });
      return answer.ok && answer.value.text();
    };
    expect(await said({})).toBe('image/webp');
    expect(await said({ 'Content-Type': 'image/avif' })).toBe('image/avif');
  });
});

describe('the fetch for libraries', () => {
  it('takes Requests and init as the global one, and answers with the global Response', async () => {
    const echo = await http1((request, response) => {
      let body = '';
      request
        .on('data', (chunk) => {
          body += chunk;
        })
        .on('end', () =>
          response
            .writeHead(201, { 'content-type': 'application/json' })
            .end(JSON.stringify({ method: request.method, body, ua: request.headers['user-agent'] })),
        );
    });
    const { fetch } = reaching();
    const byRequest = await fetch(new Request(`${echo.origin}/r`, { method: 'POST', body: 'ciao' }));
    expect(byRequest).toBeInstanceOf(Response);
    expect(byRequest.url).toBe(`${echo.origin}/r`);
    expect(await byRequest.json()).toEqual({ method: 'POST', body: 'ciao', ua: 'Passaparola/test' });
    const form = new FormData();
    form.set('file', new Blob(['x']), 'vino.txt');
    expect(
      ((await (await fetch(echo.origin, { method: 'PUT', body: form })).json()) as { body: string }).body,
    ).toContain('vino.txt');
    const stream = new Blob(['a', 'b']).stream();
    expect(
      ((await (await fetch(echo.origin, { method: 'POST', body: stream })).json()) as { body: string }).body,
    ).toBe('ab');
  });

  it('gives answers without a body', async () => {
    const empty = await http1((_request, response) => response.writeHead(204).end());
    const answer = await reaching().fetch(empty.origin);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });
});

describe('a WebSocket', () => {
  it('speaks through the guard to a peer that may be reached', async () => {
    const peer = await raw((socket, request) => {
      const key = /sec-websocket-key: (\S+)/i.exec(request)?.[1] ?? '';
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
      socket.write(`${[...head, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
      // One unmasked text frame (RFC 6455 5.2).
      socket.write(Buffer.concat([Buffer.of(0x81, 4), Buffer.from('ciao')]));
    });
    const socket = reaching().openWebSocket(`ws://127.0.0.1:${peer.port}/`);
    const heard = await new Promise((resolve) =>
      socket.addEventListener('message', ({ data }) => resolve(data)),
    );
    expect(heard).toBe('ciao');
    socket.close();
  });
});
