import type http from 'node:http';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { http1, raw, reaching } from './guarded-fetch.fixture.ts';

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
