import type { Transaction } from '../../platform/db/database.ts';
import { type ConnectionId, newId, type WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Door } from '../contract.ts';
import { doorUrl, hashOfKey, newDoorKey, tokenOfKey } from '../doors/door-key.ts';
import { endDoors, insertDoor, lockDoors, selectDoors } from '../store/connection-doors.ts';

type Outside = Pick<Platform, 'config' | 'sealer' | 'clock'>;
type Whose = { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId };

/** How long a renewed key still holds: time enough to tell the new one to whoever has the old. */
const KEY_OVERLAP_MS = 7 * 24 * 3_600_000;

const purposeOf = ({ workspaceId, connectionId }: Whose): string => `door:${workspaceId}:${connectionId}`;

/** The door of a connection, made when there is none yet (or when our keys no longer open the one there is). */
export const doorOf = async (tx: Transaction, platform: Outside, whose: Whose): Promise<Door> => {
  const keys = await keysOf(tx, platform, whose);
  if (keys) return asDoor(platform, keys);
  await lockDoors(tx, whose.connectionId);
  const madeMeanwhile = await keysOf(tx, platform, whose);
  return asDoor(platform, madeMeanwhile ?? [await makeKey(tx, platform, whose)]);
};

/** A new key; the one before holds for `KEY_OVERLAP_MS` more. */
export const renewDoor = async (tx: Transaction, platform: Outside, whose: Whose): Promise<Door> => {
  const now = platform.clock.now();
  await lockDoors(tx, whose.connectionId);
  await endDoors(tx, whose.workspaceId, whose.connectionId, {
    endsAt: new Date(now.getTime() + KEY_OVERLAP_MS),
    now,
  });
  await makeKey(tx, platform, whose);
  return doorOf(tx, platform, whose);
};

type Keys = readonly [string, ...string[]];

/** Undefined unless the key in use opens. */
const keysOf = async (tx: Transaction, platform: Outside, whose: Whose): Promise<Keys | undefined> => {
  const rows = await selectDoors(tx, whose.workspaceId, whose.connectionId, platform.clock.now());
  if (!rows[0] || rows[0].endsAt !== null) return undefined;
  const [first, ...earlier] = rows.map(({ sealedKey }) => platform.sealer.open(sealedKey, purposeOf(whose)));
  if (!first?.ok) return undefined;
  return [first.value, ...earlier.flatMap((key) => (key.ok ? [key.value] : []))];
};

const makeKey = async (tx: Transaction, { sealer }: Outside, whose: Whose): Promise<string> => {
  const key = newDoorKey();
  await insertDoor(tx, {
    ...whose,
    id: newId(),
    keyHash: hashOfKey(key),
    sealedKey: sealer.seal(key, purposeOf(whose)),
  });
  return key;
};

const asDoor = ({ config }: Outside, [key, ...earlier]: Keys): Door => ({
  url: doorUrl(config.baseUrl, key),
  token: tokenOfKey(key),
  earlierTokens: earlier.map(tokenOfKey),
});
