import type { IncomingMessage } from 'node:http';
import { type ServerSocket, startWebSocketServer } from '../../kit/websocket-server.ts';

/**
 * Jetstream, simulated: the real one is written in Go and not to be had here. Each rule names where it was read, in November 2026:
 * README = README.md of github.com/bluesky-social/jetstream at commit b5b059ce (the version whose addresses and messages the present
 * one keeps: its docs/README.md, 1., "same URLs, same websocket payload"), "Consuming Jetstream" unless said otherwise;
 * cursor.go, doc.go = internal/subscribe of the present version.
 */
export interface JetstreamServer {
  readonly url: string;
  /** How many listen now. */
  listening(): number;
  /** What was asked for, each as path and query, oldest first. */
  readonly asked: readonly string[];
  /** Something happens on the network now. Answers with its `time_us`. */
  tell(event: JetstreamEvent): number;
  /** Like `tell`, to nobody: kept, but those who listen miss it as when a server loses its past. */
  forget(): void;
  /** All connections break without a word. */
  cut(): void;
  stop(): Promise<void>;
}

export type JetstreamEvent =
  | {
      readonly did: string;
      readonly kind: 'commit';
      readonly commit: {
        readonly rev: string;
        readonly operation: 'create' | 'update' | 'delete';
        readonly collection: string;
        readonly rkey: string;
        readonly record?: unknown;
        readonly cid?: string;
      };
    }
  | { readonly did: string; readonly kind: 'identity'; readonly identity: object }
  | { readonly did: string; readonly kind: 'account'; readonly account: object };

type Kept = { readonly timeUs: number; readonly event: JetstreamEvent; readonly text: string };
type Filter = (event: JetstreamEvent) => boolean;

export async function startJetstream(): Promise<JetstreamServer> {
  let kept: Kept[] = [];
  let lastUs = 0;
  const asked: string[] = [];
  const filters = new Map<ServerSocket, Filter>();
  const server = await startWebSocketServer({
    refuse: (request) => {
      asked.push(request.url ?? '');
      return refusal(request);
    },
    opened: (socket) => {
      const query = queryOf(socket.request);
      const filter = filterOf(query.getAll('wantedCollections'));
      filters.set(socket, filter);
      for (const { event, text } of replay(kept, query.get('cursor'))) if (filter(event)) socket.send(text);
    },
  });
  return {
    url: server.url,
    listening: () => server.sockets.length,
    asked,
    tell: (event) => {
      // README, "Example events": microseconds since 1970, and no two alike.
      lastUs = Math.max(lastUs + 1, Date.now() * 1_000);
      const text = JSON.stringify({ time_us: lastUs, ...event });
      kept.push({ timeUs: lastUs, event, text });
      for (const socket of server.sockets) if (filters.get(socket)?.(event)) socket.send(text);
      return lastUs;
    },
    forget: () => {
      kept = [];
    },
    cut: () => {
      for (const socket of [...server.sockets]) socket.cut();
    },
    stop: server.stop,
  };
}

const queryOf = (request: IncomingMessage): URLSearchParams =>
  new URL(request.url ?? '/', 'ws://jetstream').searchParams;

/** What is turned away before anything is sent. */
function refusal(request: IncomingMessage): number | undefined {
  // README: "you can connect to the event stream at: ws://localhost:6008/subscribe".
  if (new URL(request.url ?? '/', 'ws://jetstream').pathname !== '/subscribe') return 404;
  const query = queryOf(request);
  const cursor = query.get('cursor') ?? '';
  // cursor.go, ErrInvalidCursor ("The handler converts this into HTTP 400"): what is no number, and what is negative.
  if (cursor !== '' && !/^\d{1,18}$/.test(cursor)) return 400;
  const wanted = query.getAll('wantedCollections');
  // README: "You can specify at most 100 wanted collections/prefixes."
  if (new Set(wanted).size > 100) return 400;
  // README: "does not support incomplete prefixes i.e. app.bsky.graph.fo*".
  if (wanted.some((one) => !/^[a-z][a-z0-9-]*(\.[a-zA-Z0-9-]+)+(\.\*)?$/.test(one))) return 400;
  // README, "Compression": needs a dictionary that this server does not have.
  if (query.get('compress') === 'true' || request.headers['socket-encoding'] === 'zstd') return 400;
  return undefined;
}

function filterOf(wanted: readonly string[]): Filter {
  return (event) => {
    // README: "Regardless of desired collections, all subscribers recieve Account and Identity events."
    if (event.kind !== 'commit' || wanted.length === 0) return true;
    const { collection } = event.commit;
    return wanted.some((one) =>
      one.endsWith('.*') ? collection.startsWith(one.slice(0, -1)) : collection === one,
    );
  };
}

function replay(kept: readonly Kept[], cursor: string | null): readonly Kept[] {
  // README: "An absent cursor or a cursor from the future will result in live-tail operation"
  if (!cursor || Number(cursor) > Date.now() * 1_000) return [];
  // docs/README.md 2.: "The cursor is inclusive". doc.go: "The timestamp cursor path always clamps": what is too old begins with the
  // oldest that is kept, and nobody is told.
  return kept.filter(({ timeUs }) => timeUs >= Number(cursor));
}
