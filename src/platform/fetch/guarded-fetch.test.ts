import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { http1, raw, reaching } from './guarded-fetch.fixture.ts';

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
