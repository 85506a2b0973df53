import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import type { BlueskyContext } from './session.ts';

/** A relay is never silent for so long; a small server may be, and then a new connection costs nothing. */
const SILENCE_MS = 10 * 60_000;
const FLUSH_EVERY_MS = 250;

export type Listening = {
  readonly onOpen: () => void;
  /** A problem ends listening. */
  readonly onMessage: (bytes: Uint8Array) => ChannelProblem | undefined;
  /** Hands over what has gathered; called again only when the last time is over. Rejects when that fails. */
  readonly flush: () => Promise<void>;
  readonly signal: AbortSignal;
};

/** Listens until `signal` or the end of the connection, and hands over what came before it leaves. */
export const listenTo = async (
  { http }: Pick<BlueskyContext, 'http'>,
  address: string,
  { onOpen, onMessage, flush, signal }: Listening,
): Promise<Result<void, ChannelProblem>> => {
  if (signal.aborted) return ok(undefined);
  const socket = http.openWebSocket(address);
  socket.binaryType = 'arraybuffer';
  let lastHeard = performance.now();
  let flushing: Promise<void> | undefined;
  let release = (): void => undefined;
  const ended = await new Promise<Result<void, ChannelProblem> | { readonly thrown: unknown }>((resolve) => {
    const fail = (detail: string) => resolve(err({ kind: 'unreachable', detail }));
    const tick = setInterval(() => {
      if (performance.now() - lastHeard > SILENCE_MS) fail('the stream fell silent');
      flushing ??= flush()
        .catch((thrown: unknown) => resolve({ thrown }))
        .finally(() => {
          flushing = undefined;
        });
    }, FLUSH_EVERY_MS);
    const leave = () => resolve(ok(undefined));
    signal.addEventListener('abort', leave, { once: true });
    socket.addEventListener('open', onOpen, { once: true });
    socket.addEventListener('error', () => fail('the stream could not be opened or broke'));
    socket.addEventListener('close', ({ code }) => fail(`the stream was closed (${code})`));
    socket.addEventListener('message', ({ data }) => {
      lastHeard = performance.now();
      const problem = data instanceof ArrayBuffer ? onMessage(new Uint8Array(data)) : undefined;
      if (problem) resolve(err(problem));
    });
    release = () => {
      clearInterval(tick);
      signal.removeEventListener('abort', leave);
    };
  });
  release();
  socket.close();
  await flushing;
  if ('thrown' in ended) throw ended.thrown;
  await flush();
  return ended;
};
