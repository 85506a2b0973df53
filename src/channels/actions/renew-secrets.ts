import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { takeTurns } from '../../platform/take-turns.ts';
import type { ChannelProblem } from '../contract.ts';
import { findConnection, lockConnection, updateConnection } from '../store/connections.ts';
import { openSecrets, sealSecrets } from './secrets.ts';

type Values = Readonly<Record<string, unknown>>;
type Outside = Pick<Platform, 'database' | 'sealer' | 'log'>;
type Whose = { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId };

/** Each holds a connection to the database while a vendor answers: few at once, so that none is left without. */
const turn = takeTurns(3);

/** How often what a vendor gave is written again when the database was away just then: it gives it only once. */
const TRIES = 5;
const REST_MS = 1_000;

/**
 * New tokens for old, by one at a time in all processes (a lock of the database, held while the vendor answers; the row
 * itself stays free). `renew` sees what is kept at that moment, and what it brings is sealed before anybody uses it.
 */
export const renewSecrets = (
  platform: Outside,
  whose: Whose,
  renew: (current: Values) => Promise<Result<Values, ChannelProblem>>,
): Promise<Result<Values, ChannelProblem>> => turn(() => renewAlone(platform, whose, renew));

const renewAlone = async (
  platform: Outside,
  whose: Whose,
  renew: (current: Values) => Promise<Result<Values, ChannelProblem>>,
): Promise<Result<Values, ChannelProblem>> => {
  let brought: Values | undefined;
  const { workspaceId, connectionId } = whose;
  try {
    return await platform.database.inWorkspace(workspaceId, async (tx) => {
      const key = JSON.stringify([workspaceId, connectionId]);
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 4323))`);
      const row = await findConnection(tx, workspaceId, connectionId);
      const current = row && !row.removedAt ? openSecrets(platform.sealer, whose, row.secrets) : undefined;
      if (!current) return err({ kind: 'gone', detail: 'the connection has been removed' });
      const renewed = await renew(current);
      if (!renewed.ok) return renewed;
      brought = renewed.value;
      return ok(await keep(tx, platform, whose, renewed.value));
    });
  } catch (error) {
    if (brought === undefined) throw error;
    platform.log.warn(
      { connection: connectionId },
      'renewed tokens are written again: the database did not answer',
    );
    return ok(await keepAgain(platform, whose, brought, error));
  }
};

const keep = async (tx: Transaction, { sealer }: Outside, whose: Whose, change: Values): Promise<Values> => {
  const { workspaceId, connectionId } = whose;
  const row = await lockConnection(tx, workspaceId, connectionId);
  const secrets = { ...openSecrets(sealer, whose, row?.secrets ?? null), ...change };
  if (row && !row.removedAt && Object.keys(change).length > 0) {
    await updateConnection(tx, workspaceId, connectionId, { secrets: sealSecrets(sealer, whose, secrets) });
  }
  return secrets;
};

const keepAgain = async (
  platform: Outside,
  whose: Whose,
  change: Values,
  cause: unknown,
): Promise<Values> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS * attempt).unref());
    const kept = await platform.database
      .inWorkspace(whose.workspaceId, (tx) => keep(tx, platform, whose, change))
      .catch(() => undefined);
    if (kept) return kept;
  }
  throw cause;
};
