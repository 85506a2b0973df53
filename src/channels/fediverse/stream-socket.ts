import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import type { FediverseContext } from './client.ts';

/** So long without a word, and a connection may be dead without our knowing: a new one costs little. */
const SILENCE_MS = 15 * 60_000;
const TICK_MS = 250;
const MAX_QUEUE = 1_000;

export type Listening = {
  readonly token: string;
  /** What to listen to now: asked at each tick, as watches change. Each is a message to the server. */
  readonly wanted: () => readonly Subscription[];
  readonly onOpen: () => void;
  /** One at a time, in their order; rejects when what came could not be kept. */
  readonly onMessages: (messages: readonly string[]) => Promise<ChannelProblem | undefined>;
  readonly signal: AbortSignal;
};

export type Subscription = { readonly stream: 'user' } | { readonly stream: 'hashtag'; readonly tag: string };

/**
 * One WebSocket for all we listen to (https://docs.joinmastodon.org/methods/streaming/#websocket), until `signal`
 * or the end of the connection; what came before is handed over first. The token goes in a header: addresses get logged.
 */
export const listenTo = async (
  { http }: Pick<FediverseContext, 'http'>,
  address: string,
  { token, wanted, onOpen, onMessages, signal }: Listening,
): Promise<Result<void, ChannelProblem>> => {
  if (signal.aborted) return ok(undefined);
  const socket = http.openWebSocket(`${address}/api/v1/streaming`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const queue: string[] = [];
  const subscribed = new Map<string, Subscription>();
  let lastHeard = performance.now();
  let working: Promise<void> | undefined;
  let release = (): void => undefined;

  const subscribe = (): void => {
    const now = new Map(wanted().map((one) => [JSON.stringify(one), one]));
    for (const [key, one] of now) {
      if (!subscribed.has(key)) socket.send(JSON.stringify({ type: 'subscribe', ...one }));
      subscribed.set(key, one);
    }
    for (const [key, one] of subscribed) {
      if (now.has(key)) continue;
      socket.send(JSON.stringify({ type: 'unsubscribe', ...one }));
      subscribed.delete(key);
    }
  };

  type End = Result<void, ChannelProblem> | { readonly thrown: unknown };
  const ended = await new Promise<End>((resolve) => {
    const fail = (detail: string) => resolve(err({ kind: 'unreachable', detail }));
    const work = async (): Promise<void> => {
      const problem = await onMessages(queue.splice(0, 50));
      if (problem) resolve(err(problem));
    };
    const tick = setInterval(() => {
      if (performance.now() - lastHeard > SILENCE_MS) resolve(ok(undefined));
      if (socket.readyState === socket.OPEN) subscribe();
      if (working || queue.length === 0) return;
      working = work()
        .catch((thrown: unknown) => resolve({ thrown }))
        .finally(() => {
          working = undefined;
        });
    }, TICK_MS);
    const leave = () => resolve(ok(undefined));
    signal.addEventListener('abort', leave, { once: true });
    const open = () => {
      subscribe();
      onOpen();
    };
    socket.addEventListener('open', open, { once: true });
    socket.addEventListener('error', () => fail('the stream could not be opened or broke'));
    socket.addEventListener('close', ({ code }) => fail(`the stream was closed (${code})`));
    socket.addEventListener('message', ({ data }) => {
      lastHeard = performance.now();
      if (typeof data === 'string') queue.push(data);
      if (queue.length > MAX_QUEUE) fail('more came than could be kept up with');
    });
    release = () => {
      clearInterval(tick);
      signal.removeEventListener('abort', leave);
    };
  });
  release();
  socket.close();
  await working;
  if ('thrown' in ended) throw ended.thrown;
  if (queue.length > 0 && !signal.aborted) await onMessages(queue.splice(0));
  return ended;
};
