import pg from 'pg';
import type { Log } from '../log.ts';
import type { DatabaseAddress } from './database.ts';

/** Hears `pg_notify` on a connection of its own, and goes on hearing after the server has been away. */
export interface Signals {
  /** Calls `listener` with the payload of each signal, and with '' after a reconnection (something may have been missed). */
  on(channel: string, listener: (payload: string) => void): Promise<() => void>;
  close(): Promise<void>;
}

const RECONNECT_AFTER_MS = 500;

export const listenToSignals = async (address: DatabaseAddress, log: Log): Promise<Signals> => {
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let client: pg.Client | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(address);
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload ?? '');
    });
    await fresh.connect();
    if (closed) return fresh.end();
    client = fresh;
    for (const channel of listeners.keys()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
  };

  const lost = (which: pg.Client): void => {
    if (closed || client !== which) return;
    client = undefined;
    void reconnect();
  };

  const reconnect = async (): Promise<void> => {
    while (!closed && !client) {
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_AFTER_MS));
      await connect().catch((error: unknown) => log.warn({ error: String(error) }, 'the database is away'));
    }
    for (const each of listeners.values()) for (const listener of each) listener('');
  };

  await connect();
  return {
    on: async (channel, listener) => {
      const known = listeners.get(channel);
      const group = known ?? new Set();
      group.add(listener);
      listeners.set(channel, group);
      if (!known) await client?.query(`listen ${pg.escapeIdentifier(channel)}`);
      return () => group.delete(listener);
    },
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
};
