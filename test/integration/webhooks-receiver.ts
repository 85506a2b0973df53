import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export type Received = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: {
    readonly type: string;
    readonly number: number;
    readonly timestamp: string;
    readonly data: Record<string, unknown>;
  };
};

type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };
/** How an address of the receiver behaves: its answer, or 'hang' for none. */
export type Manner = (received: Received, count: number) => Answer | 'hang';

export type Receiver = {
  readonly url: string;
  /** What came to one path. */
  at(path: string): readonly Received[];
  behave(path: string, manner: Manner): void;
  /** Throws unless the official library accepts it. */
  verify(received: Received, secret: string): unknown;
  stop(): Promise<void>;
};

/** A real server on loopback that answers as each test wants. */
export const startReceiver = async (): Promise<Receiver> => {
  const seen: Received[] = [];
  const manners = new Map<string, Manner>();
  const server = http.createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const path = request.url ?? '';
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const received: Received = { path, headers, text, body: JSON.parse(text || '{}') };
    seen.push(received);
    const count = seen.filter((one) => one.path === path).length;
    const answer = manners.get(path)?.(received, count) ?? { status: 204 };
    if (answer === 'hang') return;
    response.writeHead(answer.status, answer.headers ?? {});
    response.end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    at: (path) => seen.filter((one) => one.path === path),
    behave: (path, manner) => manners.set(path, manner),
    verify: ({ text, headers }, secret) => new Webhook(secret).verify(text, headers),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
