import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { Signals } from '../db/signals.ts';
import type { WorkspaceId } from '../ids.ts';
import type { Log } from '../log.ts';
import { LIVE_SIGNAL } from './append-live.ts';
import { liveChanges } from './live-changes.table.ts';

export type NumberedChange = {
  readonly sequence: number;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

type Listener = (changes: readonly NumberedChange[]) => void;

/** Reads each workspace's changes once per process and gives them to all the screens open on it. */
export interface LiveHub {
  /** Changes from now on. */
  subscribe(workspaceId: WorkspaceId, listener: Listener): Promise<() => void>;
  /** What came after `sequence`, or 'too-old' when that is no longer kept: the screen must load afresh. */
  since(workspaceId: WorkspaceId, sequence: number): Promise<readonly NumberedChange[] | 'too-old'>;
  close(): void;
}

const AT_ONCE = 1_000;

export const createLiveHub = async (platform: {
  readonly database: Database;
  readonly signals: Signals;
  readonly log: Log;
}): Promise<LiveHub> => {
  const rooms = new Map<
    WorkspaceId,
    { listeners: Set<Listener>; last: number; reading: boolean; again: boolean }
  >();

  const read = async (workspaceId: WorkspaceId): Promise<void> => {
    const room = rooms.get(workspaceId);
    if (!room) return;
    if (room.reading) {
      room.again = true;
      return;
    }
    room.reading = true;
    do {
      room.again = false;
      const changes = await readAfter(platform.database, workspaceId, room.last);
      room.last = changes.at(-1)?.sequence ?? room.last;
      if (changes.length > 0) for (const listener of room.listeners) listener(changes);
      if (changes.length === AT_ONCE) room.again = true;
    } while (room.again);
    room.reading = false;
  };
  const readSafely = (workspaceId: WorkspaceId): void => {
    read(workspaceId).catch((error: unknown) => {
      const room = rooms.get(workspaceId);
      if (room) room.reading = false;
      platform.log.warn({ error: String(error) }, 'live changes could not be read');
    });
  };

  const off = await platform.signals.on(LIVE_SIGNAL, (payload) => {
    if (payload === '') for (const workspaceId of rooms.keys()) readSafely(workspaceId);
    else if (rooms.has(payload)) readSafely(payload);
  });

  return {
    subscribe: async (workspaceId, listener) => {
      const room = rooms.get(workspaceId) ?? {
        listeners: new Set<Listener>(),
        last: await latestSequence(platform.database, workspaceId),
        reading: false,
        again: false,
      };
      const current = rooms.get(workspaceId) ?? room;
      rooms.set(workspaceId, current);
      current.listeners.add(listener);
      return () => {
        current.listeners.delete(listener);
        if (current.listeners.size === 0) rooms.delete(workspaceId);
      };
    },
    since: async (workspaceId, sequence) => {
      const [oldest] = await platform.database.inWorkspace(workspaceId, (tx) =>
        tx
          .select({ sequence: sql<string | null>`min(${liveChanges.sequence})` })
          .from(liveChanges)
          .where(eq(liveChanges.workspaceId, workspaceId)),
      );
      const kept = oldest?.sequence == null ? undefined : Number(oldest.sequence);
      if (kept === undefined || sequence < kept - 1) {
        return sequence === (await latestSequence(platform.database, workspaceId)) ? [] : 'too-old';
      }
      const changes = await readAfter(platform.database, workspaceId, sequence);
      return changes.length === AT_ONCE ? 'too-old' : changes;
    },
    close: off,
  };
};

const readAfter = (database: Database, workspaceId: WorkspaceId, sequence: number) =>
  database.inWorkspace(workspaceId, (tx) =>
    tx
      .select({ sequence: liveChanges.sequence, kind: liveChanges.kind, payload: liveChanges.payload })
      .from(liveChanges)
      .where(and(eq(liveChanges.workspaceId, workspaceId), gt(liveChanges.sequence, sequence)))
      .orderBy(asc(liveChanges.sequence))
      .limit(AT_ONCE),
  ) as Promise<NumberedChange[]>;

const latestSequence = async (database: Database, workspaceId: WorkspaceId): Promise<number> => {
  const [row] = await database.inWorkspace(workspaceId, (tx) =>
    tx
      .select({ sequence: sql<string | null>`max(${liveChanges.sequence})` })
      .from(liveChanges)
      .where(eq(liveChanges.workspaceId, workspaceId)),
  );
  return Number(row?.sequence ?? 0);
};
