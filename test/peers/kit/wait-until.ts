import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** What is awaited, for the message of the error. */
  readonly what: string;
  /** Milliseconds after which waiting is a failure. */
  readonly within?: number;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

/** Looks again and again until `look` returns something other than undefined, null or false; throws when it never does. */
export async function waitUntil<Found>(
  look: () => Promise<Found | undefined | null | false> | Found | undefined | null | false,
  { what, within = 15_000, every = 50 }: Patience,
): Promise<Found> {
  const end = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${within} ms in vain for ${what}`);
    await pause(every);
  }
}

/** True when something accepts connections there now. */
export function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.setTimeout(1_000, () => answer(false));
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
