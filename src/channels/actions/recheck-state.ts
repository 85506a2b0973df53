import { z } from 'zod';
import type { Database } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import { channels } from '../registry.ts';
import { selectActiveOf, updateConnection } from '../store/connections.ts';

const StateSchema = z.object({
  /** When the round under way began; absent between two rounds. */
  startedAt: z.iso.datetime().optional(),
  /** The native id up to which it has come. */
  after: z.string().optional(),
  /** When the last full round began: everything older than this was there at that moment or later. */
  passedFrom: z.iso.datetime().optional(),
});

/** How far asking again about what a connection brought has come. */
export type RecheckState = z.infer<typeof StateSchema>;

export type ToRecheck = {
  readonly workspaceId: WorkspaceId;
  readonly connectionId: ConnectionId;
  readonly state: RecheckState;
};

/** Connections of all companies whose channel has to be asked again (`receive.recheck`) and that are in use. */
export const connectionsToRecheck = async (database: Database): Promise<readonly ToRecheck[]> => {
  const asked = channels.filter(({ receive }) => receive.recheck).map(({ manifest }) => manifest.id);
  const rows = await database.asInstallation((tx) => selectActiveOf(tx, asked));
  return rows.map(({ workspaceId, id, recheck }) => ({
    workspaceId,
    connectionId: id,
    state: StateSchema.safeParse(recheck).data ?? {},
  }));
};

export const saveRecheck = async (
  database: Database,
  { workspaceId, connectionId }: Pick<ToRecheck, 'workspaceId' | 'connectionId'>,
  state: RecheckState,
): Promise<void> => {
  await database.inWorkspace(workspaceId, (tx) =>
    updateConnection(tx, workspaceId, connectionId, { recheck: state }),
  );
};
