import http from 'node:http';
import type { AddressInfo } from 'node:net';

export type Unruly = {
  /** Of the calls whose "METHOD /path" begins so. */
  readonly on: string;
  /** `cut`: passed on, the answer lost. `half`: cut in the middle of the answer. Else an answer of its own. */
  readonly how:
    | 'cut'
    | 'half'
    | {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: string;
      };
};

export interface UnrulyProxy {
  readonly url: string;
  /** "METHOD /path" of all that was asked, in order. */
  readonly asked: string[];
  misbehave(how: Unruly | undefined): void;
  stop(): Promise<void>;
}

/** Stands between us and a real server: passes everything on, and gets in the way when told to. */
export async function startUnrulyProxy(target: string): Promise<UnrulyProxy> {
  const asked: string[] = [];
  let unruly: Unruly | undefined;
  const server = http.createServer(async (request, response) => {
    const line = `${request.method} ${request.url}`;
    asked.push(line);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const how = unruly && line.startsWith(unruly.on) ? unruly.how : undefined;
    if (typeof how === 'object') {
      response.writeHead(how.status, { 'content-type': 'text/html', ...how.headers }).end(how.body ?? '');
      return;
    }
    const { host: _host, connection: _connection, ...headers } = request.headers;
    const onward = http.request(new URL(request.url ?? '/', target), {
      method: request.method,
      headers,
      agent: false,
    });
    onward.on('error', () => response.destroy());
    onward.on('response', async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      const body = Buffer.concat(parts);
      if (how === 'cut') return void request.socket.destroy();
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': body.length });
      if (how !== 'half') return void response.end(body);
      return void response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
    });
    onward.end(Buffer.concat(chunks));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    misbehave: (how) => {
      unruly = how;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
