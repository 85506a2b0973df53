import type { GuardedFetch } from '../../platform/fetch/index.ts';

/** The whole network is never silent for so long; a small server may be, and then a new connection costs nothing. */
const SILENCE_MS = 10 * 60_000;
const LOOK_EVERY_MS = 15_000;

export type SocketEars = {
  readonly onOpen: () => void;
  readonly onMessage: (data: string | Uint8Array) => void;
  /** Once, when it ends by itself; never after `close`. */
  readonly onEnd: (detail: string) => void;
};

/** Listens to an address until it ends or `close` is called. */
export const openStreamSocket = (
  http: Pick<GuardedFetch, 'openWebSocket'>,
  address: string,
  { onOpen, onMessage, onEnd }: SocketEars,
): { close(): void } => {
  const socket = http.openWebSocket(address);
  socket.binaryType = 'arraybuffer';
  let isOver = false;
  let lastHeard = performance.now();
  const end = (detail: string): void => {
    if (isOver) return;
    close();
    onEnd(detail);
  };
  const looking = setInterval(() => {
    if (performance.now() - lastHeard > SILENCE_MS) end('the stream fell silent');
  }, LOOK_EVERY_MS).unref();
  const close = (): void => {
    if (isOver) return;
    isOver = true;
    clearInterval(looking);
    socket.close();
  };
  socket.addEventListener('open', () => isOver || onOpen(), { once: true });
  socket.addEventListener('error', () => end('the stream could not be opened or broke'));
  socket.addEventListener('close', ({ code }) => end(`the stream was closed (${code})`));
  socket.addEventListener('message', ({ data }) => {
    if (isOver) return;
    lastHeard = performance.now();
    onMessage(typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer));
  });
  return { close };
};
