import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';

type Answer = (request: Request, environment: never) => Response | Promise<Response>;

export type Door = {
  /** The real one, also when the system was asked to choose (port 0). */
  readonly port: number;
  /** From now on requests get answers; before, 503 and a word to come back. */
  open(answer: Answer): void;
  /** No new requests; those under way end, and open streams are cut after a moment of grace. */
  close(): Promise<void>;
};

const GRACE_MS = 1_000;

/**
 * Takes the port before anything else is made ready: a port that is taken is known at once, and the real
 * number is known to all that needs our own address. Rejects with the system's error (EADDRINUSE...).
 */
export const createDoor = async (host: string, port: number): Promise<Door> => {
  let answer: Answer = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  const server = createAdaptorServer({
    fetch: (request, environment) => answer(request, environment as never),
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    open: (given) => {
      answer = given;
    },
    close: () => closeServer(server),
  };
};

const closeServer = async (server: ServerType): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(cut);
};
