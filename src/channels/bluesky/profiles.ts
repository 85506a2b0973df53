import { z } from 'zod';
import type { BlueskyClient } from './client.ts';
import { AuthorSchema } from './raw-document.ts';
import { listOf } from './tolerant.ts';

type Author = z.infer<typeof AuthorSchema>;

const MAX_KEPT = 2_000;
const AT_ONCE = 25;

/** Names for DIDs: the stream has only these. Asked for in dozens, kept for a while; who is not found stays a DID. */
export const createProfiles = (client: BlueskyClient) => {
  const kept = new Map<string, Author>();
  const ask = async (dids: readonly string[]): Promise<void> => {
    const answer = await client.query('app.bsky.actor.getProfiles', { actors: dids }, ProfilesSchema);
    if (!answer.ok) return;
    for (const { did, handle, displayName, avatar } of answer.value.output.profiles) {
      kept.set(did, { did, handle, displayName, avatar });
    }
  };
  return async (dids: readonly string[]): Promise<ReadonlyMap<string, Author>> => {
    const wanted = [...new Set(dids)];
    const missing = wanted.filter((did) => !kept.has(did));
    for (let at = 0; at < missing.length; at += AT_ONCE) await ask(missing.slice(at, at + AT_ONCE));
    const found = new Map(wanted.map((did) => [did, kept.get(did) ?? { did }] as const));
    for (const did of [...kept.keys()].slice(0, Math.max(0, kept.size - MAX_KEPT))) kept.delete(did);
    return found;
  };
};

const ProfilesSchema = z.object({ profiles: z.array(z.unknown()).pipe(listOf(AuthorSchema, 100)) });
