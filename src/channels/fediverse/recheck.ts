import { ok, type Result } from '../../platform/result.ts';
import type { ApiFailure } from './call-api.ts';
import { type FediverseClient, type FediverseContext, readStatus } from './client.ts';
import type { Known, Self } from './cursor.ts';
import type { Gathering } from './gather.ts';

const AT_ONCE = 10;

/**
 * Looks whether what we hold is still there and still says the same: the newest, one part of the others in turn, and what was
 * missed the last time. Gone is what was missing twice, or said to be gone (410): a server under repair
 * must not make us forget.
 */
export const recheck = async (
  context: FediverseContext,
  client: FediverseClient,
  { self, gathering, round }: { readonly self: Self; readonly gathering: Gathering; readonly round: number },
): Promise<Result<void, ApiFailure>> => {
  for (const one of chosen([...gathering.known.values()], round)) {
    const presence = await look(context, client, self, one, gathering);
    if (!presence.ok) return presence;
    if (presence.value === 'gone' || (presence.value === 'missing' && one.missed)) gathering.remove(one.uri);
    else note(gathering, one, presence.value === 'missing');
  }
  return ok(undefined);
};

const chosen = (known: readonly Known[], round: number): ReadonlySet<Known> => {
  const newest = known.slice(-AT_ONCE);
  const others = known.slice(0, -AT_ONCE);
  const parts = Math.max(1, Math.ceil(others.length / AT_ONCE));
  const from = (round % parts) * AT_ONCE;
  return new Set([
    ...newest.toReversed(),
    ...others.slice(from, from + AT_ONCE),
    ...known.filter(({ missed }) => missed),
  ]);
};

/** In its old place: looking at something does not make it newer. */
const note = ({ known }: Gathering, { uri }: Known, missed: boolean): void => {
  const current = known.get(uri);
  if (!current) return;
  const { missed: _, ...rest } = current;
  known.set(uri, missed ? { ...rest, missed } : rest);
};

type Presence = 'there' | 'missing' | 'gone';

const look = async (
  context: FediverseContext,
  client: FediverseClient,
  self: Self,
  one: Known,
  gathering: Gathering,
): Promise<Result<Presence, ApiFailure>> => {
  const answer = await readStatus(client, one.id);
  if (!answer.ok) {
    if (answer.error.status === 410) return ok('gone');
    if (answer.error.status === 404) return ok('missing');
    return answer.error.effect === 'refused' && answer.error.status !== 401 ? ok('there') : answer;
  }
  const taken = await gathering.take(answer.value.output);
  if (!taken.ok) return taken;
  const isElsewhere = URL.parse(one.uri)?.origin !== client.origin;
  return one.open && isElsewhere && !self.isMastodon ? ok(await lookAtSource(context, one.uri)) : ok('there');
};

/** Where the author's server told only followers of a deletion, its own address tells everybody. */
const lookAtSource = async ({ http }: FediverseContext, uri: string): Promise<Presence> => {
  const headers = { accept: 'application/activity+json, application/ld+json' };
  const answer = await http.request(uri, { headers, timeoutMs: 10_000, maxBytes: 1_000_000 });
  if (!answer.ok) return 'there';
  return answer.value.status === 410 ? 'gone' : answer.value.status === 404 ? 'missing' : 'there';
};
