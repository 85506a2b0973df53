import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { EventType } from '../model/event-types.ts';
import { readWants, WEBHOOKS_SIGNAL } from '../store/endpoints.ts';

/** What each company wants to be told of, in memory: who wants nothing costs nothing. */
export interface Wants {
  of(workspaceId: WorkspaceId): Promise<ReadonlySet<EventType>>;
  /** Looks again: what a change in this process calls once it is committed. */
  look(workspaceId: WorkspaceId): Promise<void>;
}

const NOTHING: ReadonlySet<EventType> = new Set();

/** Learns all at the first question, then company by company as signals say that it changed. */
export const createWants = ({
  database,
  signals,
  log,
}: Pick<Platform, 'database' | 'signals' | 'log'>): Wants => {
  const wanted = new Map<WorkspaceId, ReadonlySet<EventType>>();
  let learnt: Promise<void> | undefined;

  const gather = (rows: Awaited<ReturnType<typeof readWants>>): void => {
    for (const [workspaceId, ofCompany] of Map.groupBy(rows, (row) => row.workspaceId))
      wanted.set(workspaceId, new Set(ofCompany.flatMap(({ kinds }) => kinds)));
  };
  const lookAtAll = async (): Promise<void> => {
    const rows = await database.asInstallation((tx) => readWants(tx));
    wanted.clear();
    gather(rows);
  };
  const look = async (workspaceId: WorkspaceId): Promise<void> => {
    const rows = await database.inWorkspace(workspaceId, (tx) => readWants(tx, workspaceId));
    if (rows.length === 0) wanted.delete(workspaceId);
    else gather(rows);
  };
  const begin = async (): Promise<void> => {
    await signals.on(WEBHOOKS_SIGNAL, (workspaceId) => {
      (workspaceId === '' ? lookAtAll() : look(workspaceId)).catch((error: unknown) => {
        learnt = undefined;
        log.warn({ error: String(error) }, 'what companies want to be told of could not be read');
      });
    });
    await lookAtAll();
  };
  const ready = (): Promise<void> => {
    learnt ??= begin().catch((error: unknown) => {
      learnt = undefined;
      throw error;
    });
    return learnt;
  };

  return {
    of: async (workspaceId) => {
      await ready();
      return wanted.get(workspaceId) ?? NOTHING;
    },
    look: async (workspaceId) => {
      await ready();
      await look(workspaceId);
    },
  };
};
