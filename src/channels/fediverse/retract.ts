import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem } from '../contract.ts';
import { type FediverseContext, findByUri, openClient, readMe, readStatus } from './client.ts';

/**
 * Deletes a status of ours everywhere it went, as far as other servers obey. One that is gone already is no problem; a server
 * that keeps it, since it lets no application delete, is `forbidden`.
 */
export const retractFediverse = async (
  context: FediverseContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const client = openClient(context);
  const me = await readMe(client);
  if (!me.ok) return err(me.error.problem);
  const found = await findByUri(client, nativeId);
  if (!found.ok) return err(found.error.problem);
  if (!found.value) return ok(undefined);
  const { id, account } = found.value;
  if (!isSameAccount(account, me.value.output))
    return err({ kind: 'forbidden', detail: 'the status is not ours' });
  const call = { method: 'DELETE', path: `/api/v1/statuses/${encodeURIComponent(id)}` } as const;
  const deleted = await client.call(call, z.unknown());
  if (deleted.ok) return ok(undefined);
  if (deleted.error.status !== 404) return err(deleted.error.problem);
  const still = await readStatus(client, id);
  return still.ok ? err(kept) : still.error.status === 404 ? ok(undefined) : err(still.error.problem);
};

type Someone = { readonly id: string; readonly uri?: string | undefined; readonly url?: string | undefined };

const isSameAccount = (one: Someone, other: Someone): boolean =>
  one.id === other.id || (one.url !== undefined && one.url === other.url);

const kept: ChannelProblem = {
  kind: 'forbidden',
  detail:
    'this server lets no application delete: the status is still there and has to be removed on its own site',
};
