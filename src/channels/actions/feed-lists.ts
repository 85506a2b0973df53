import { type Actor, may } from '../../people/index.ts';
import { decodeText } from '../../platform/fetch/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { takeTurns } from '../../platform/take-turns.ts';
import type { ChannelProblem } from '../contract.ts';
import { type OpmlLine, type OpmlProblem, readOpml, writeOpml } from '../feed/opml.ts';
import { readAccount } from '../model/account.ts';
import { type ConnectionRow, selectConnections } from '../store/connections.ts';
import { addConnection } from './add-connection.ts';

/** Feeds asked at once, and how long one call goes on asking: what is not reached then is told to wait. */
const AT_ONCE = 4;
const LONGEST_MS = 20_000;

/** What becomes of a line of the list. `waiting`: not tried yet, ask again with the same file. */
export type FeedLine = OpmlLine & {
  /** Its place in the list, from 1: several may stand on one line of the file. */
  readonly at: number;
  readonly state: 'new' | 'here' | 'added' | 'waiting' | 'refused';
  /** Of `refused`, besides what the line itself says: why the feed was not taken. */
  readonly refusal?: ChannelProblem['kind'] | 'wrong-values';
};

export type FeedListRefusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unreadable'; readonly problem: OpmlProblem };

/**
 * Reads a list of feeds (OPML, in any letters) and says what each line would become; with `add`, joins up those that are new, each tried
 * first like any channel. A line that fails harms no other. What is told to wait is tried by asking again with the same file, `after` the
 * last one that does not wait.
 */
export const takeFeedList = async (
  platform: Platform,
  actor: Actor,
  file: Uint8Array,
  { add, after = 0 }: { readonly add: boolean; readonly after?: number },
): Promise<Result<readonly FeedLine[], FeedListRefusal>> => {
  if (!may(actor, 'connections.manage')) return err({ kind: 'not-allowed' });
  const read = readOpml(decodeText(file, null));
  if (!read.ok) return err({ kind: 'unreadable', problem: read.error });
  const here = addressesOf(await feedsOf(platform, actor));
  const until = platform.clock.now().getTime() + LONGEST_MS;
  const turn = takeTurns(AT_ONCE);
  const lines = read.value.map(async (found, index): Promise<FeedLine> => {
    const line = { ...found, at: index + 1 };
    if (line.url === undefined || 'problem' in line) return { ...line, state: 'refused' };
    if (here.has(line.url)) return { ...line, state: 'here' };
    if (!add || line.at <= after) return { ...line, state: 'new' };
    return turn(async () => {
      if (platform.clock.now().getTime() >= until) return { ...line, state: 'waiting' };
      return join(platform, actor, { ...line, url: line.url });
    });
  });
  return ok(await Promise.all(lines));
};

const join = async (
  platform: Platform,
  actor: Actor,
  line: OpmlLine & { readonly url: string; readonly at: number },
): Promise<FeedLine> => {
  const added = await addConnection(platform, actor, {
    channel: 'feed',
    ...(line.title ? { name: line.title.slice(0, 120) } : {}),
    values: { url: line.url },
  });
  if (added.ok) return { ...line, state: 'added' };
  // Another address of a feed that we have.
  if (added.error.kind === 'already-connected') return { ...line, state: 'here' };
  const refusal = added.error.kind === 'check-failed' ? added.error.problem.kind : 'wrong-values';
  return { ...line, state: 'refused', refusal };
};

/** Our feeds as a list that other programs read. */
export const listFeeds = async (
  platform: Platform,
  actor: Actor,
): Promise<Result<string, FeedListRefusal>> => {
  if (!may(actor, 'connections.read')) return err({ kind: 'not-allowed' });
  const feeds = (await feedsOf(platform, actor)).flatMap((row) => {
    const url = currentAddress(row);
    return url ? [{ title: row.name, url, page: readAccount(row.account)?.url }] : [];
  });
  return ok(writeOpml('Passaparola', feeds, platform.clock.now()));
};

const feedsOf = async (platform: Platform, actor: Actor): Promise<readonly ConnectionRow[]> => {
  const rows = await platform.database.inWorkspace(actor.workspaceId, (tx) =>
    selectConnections(tx, actor.workspaceId),
  );
  return rows.filter(({ channel }) => channel === 'feed');
};

/** As typed, as found and as it is now. */
const addressesOf = (rows: readonly ConnectionRow[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap((row) =>
      [typedAddress(row), readAccount(row.account)?.nativeId, currentAddress(row)].flatMap(
        (url) => url ?? [],
      ),
    ),
  );

const typedAddress = ({ settings }: ConnectionRow): string | undefined =>
  textOf((settings as { readonly url?: unknown }).url);

const currentAddress = (row: ConnectionRow): string | undefined =>
  textOf((row.cursor as { readonly feedUrl?: unknown } | null)?.feedUrl) ?? typedAddress(row);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
