import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Sealer } from '../../platform/secrets/index.ts';

type Whose = { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId };

const purposeOf = ({ workspaceId, connectionId }: Whose): string =>
  `connection:${workspaceId}:${connectionId}`;

/** Null when there is nothing to keep. Bound to its row: moved to another, it does not open. */
export const sealSecrets = (
  sealer: Sealer,
  whose: Whose,
  secrets: Readonly<Record<string, unknown>>,
): string | null =>
  Object.keys(secrets).length === 0 ? null : sealer.seal(JSON.stringify(secrets), purposeOf(whose));

/** Undefined when it cannot be opened: another key, or changed since. */
export const openSecrets = (
  sealer: Sealer,
  whose: Whose,
  sealed: string | null,
): Readonly<Record<string, unknown>> | undefined => {
  if (sealed === null) return {};
  const opened = sealer.open(sealed, purposeOf(whose));
  return opened.ok ? (JSON.parse(opened.value) as Record<string, unknown>) : undefined;
};
