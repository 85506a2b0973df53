import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guarded, http1, raw, reaching } from './guarded-fetch.fixture.ts';
import { type Loopback, serveHttp } from './loopback.fixture.ts';

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
