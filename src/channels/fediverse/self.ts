import { err, ok, type Result } from '../../platform/result.ts';
import type { ApiFailure } from './call-api.ts';
import { type FediverseClient, readMe } from './client.ts';
import type { Self } from './cursor.ts';
import { readInstance } from './instance.ts';
import { personKey } from './people.ts';

/** Who we are on this instance, and what it is. */
export const readSelf = async (client: FediverseClient): Promise<Result<Self, ApiFailure>> => {
  const me = await readMe(client);
  if (!me.ok) return err(me.error);
  const instance = await readInstance(client);
  if (!instance.ok) return err(instance.error);
  const { id, url = '' } = me.value.output;
  const { domain, version } = instance.value;
  const key = personKey(me.value.output, domain);
  // Others put their own name behind the version they claim: "2.7.2 (compatible; Akkoma 3.15.2)".
  return ok({ id, key, url, domain, isMastodon: /^\d+(\.\d+)+[\w.+-]*$/.test(version) });
};
