import { selectConnections } from '../../channels/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { HeldView } from '../model/held-view.ts';
import { writePlace } from '../model/place.ts';
import { countWaitingHeld, type HeldPlace, type HeldRow, selectHeld } from '../store/held-mentions.ts';

export type HeldPage = {
  readonly held: readonly HeldView[];
  readonly next: string | null;
  /** How many wait in all. */
  readonly waiting: number;
};

/** What waits for a person, or what was refused lately; the latest first. */
export const listHeld = (
  platform: Pick<Platform, 'database'>,
  workspaceId: WorkspaceId,
  asked: {
    readonly state: 'waiting' | 'refused';
    readonly before: HeldPlace | undefined;
    readonly limit: number;
  },
): Promise<HeldPage> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const rows = await selectHeld(tx, workspaceId, asked.state, { ...asked, limit: asked.limit + 1 });
    const connections = await selectConnections(tx, workspaceId);
    const names = new Map(connections.map(({ id, name }) => [id, name]));
    const page = rows.slice(0, asked.limit);
    const last = rows.length > asked.limit ? page.at(-1) : undefined;
    return {
      held: page.flatMap((row) => viewOf(row, names.get(row.connectionId) ?? '')),
      next: last ? writePlace({ saidAt: last.receivedAt.toISOString(), id: last.id }) : null,
      waiting: await countWaitingHeld(tx, workspaceId),
    };
  });

const viewOf = (row: HeldRow, connection: string): readonly HeldView[] =>
  row.shown && (row.state === 'waiting' || row.state === 'refused')
    ? [
        {
          id: row.id,
          channel: row.channel,
          connection,
          ...row.shown,
          receivedAt: row.receivedAt.toISOString(),
          state: row.state,
          refusedAs: row.refusedAs,
          decidedAt: row.decidedAt?.toISOString() ?? null,
          decidedBy: row.decidedBy,
          carriage: row.carriage,
        },
      ]
    : [];
