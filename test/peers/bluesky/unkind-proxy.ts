import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What a proxy does with the next request whose path ends with `to`: lets it through and swallows the answer, cuts
 * the answer in half, never answers, or answers itself.
 */
export type Unkindness = { readonly to: string } & (
  | { readonly how: 'swallow-answer' | 'half-answer' | 'cut-before' }
  | {
      readonly how: 'answer';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body: string;
    }
);

export interface UnkindProxy {
  readonly url: string;
  /** Holds until it has been used `times`. */
  next(unkindness: Unkindness, times?: number): void;
  /** How many requests of that kind came. */
  count(to: string): number;
  stop(): Promise<void>;
}

/** Stands between us and a real server, and fails as networks do. */
export async function startUnkindProxy(target: string): Promise<UnkindProxy> {
  let planned: { unkindness: Unkindness; times: number } | undefined;
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', target).pathname;
    seen.push(path);
    const unkindness = planned && path.endsWith(planned.unkindness.to) ? planned.unkindness : undefined;
    if (planned && unkindness) {
      planned.times -= 1;
      if (planned.times === 0) planned = undefined;
    }
    pass(target, incoming, outgoing, unkindness);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    next: (unkindness, times = 1) => {
      planned = { unkindness, times };
    },
    count: (to) => seen.filter((path) => path.endsWith(to)).length,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pass(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  unkindness: Unkindness | undefined,
): void {
  if (unkindness?.how === 'cut-before') {
    incoming.socket.destroy();
    return;
  }
  if (unkindness?.how === 'answer') {
    incoming.resume();
    outgoing.writeHead(unkindness.status, { 'content-type': 'application/json', ...unkindness.headers });
    outgoing.end(unkindness.body);
    return;
  }
  const onward = httpRequest(
    new URL(incoming.url ?? '/', target),
    { method: incoming.method, headers: incoming.headers },
    (answer) => relay(answer, outgoing, unkindness?.how),
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

function relay(answer: IncomingMessage, outgoing: ServerResponse, how: string | undefined): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => {
    const body = Buffer.concat(chunks);
    if (how === 'swallow-answer') {
      outgoing.destroy();
      return;
    }
    const { 'transfer-encoding': _, ...headers } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': body.length });
    if (how !== 'half-answer') outgoing.end(body);
    else outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
  });
}
