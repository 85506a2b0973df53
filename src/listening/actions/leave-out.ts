import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Heard } from '../model/hear.ts';
import { keysOf, type PersonKey } from '../model/person-keys.ts';
import { hasSuppressions, readSuppressedSince, writeSuppressions } from '../store/suppressions.ts';
import { hashAccountBy, hashesBy } from './hash-account.ts';

/** Keeps who asked to be left out as keyed hashes: without the installation's key nobody can read who they are. */
export const leaveOut = async (
  platform: Pick<Platform, 'sealer'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  keys: readonly PersonKey[],
  now: Date,
): Promise<void> => {
  await writeSuppressions(tx, workspaceId, keys.map(hashAccountBy(platform)), now);
};

/**
 * What was heard, without those who asked to be left out: their words are not kept when they are heard anew, on any
 * channel. Call it while the connection is locked: an erasure waits for that lock before it writes its list.
 */
export const withoutLeftOut = async (
  platform: Pick<Platform, 'sealer'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  channel: string,
  heard: readonly Heard[],
): Promise<readonly Heard[]> => {
  if (heard.length === 0 || !(await hasSuppressions(tx, workspaceId))) return heard;
  const hashed = hashesBy(platform);
  const hashes = new Map<string, readonly string[]>();
  const hashesOf = (author: Author): readonly string[] => {
    const name = JSON.stringify([author.nativeId, author.handle, author.url]);
    const known = hashes.get(name);
    if (known) return known;
    const made = keysOf({ ...author, channel }).flatMap(hashed);
    hashes.set(name, made);
    return made;
  };
  const all = heard.flatMap(({ events }) => events.flatMap((event) => authorsIn(event).flatMap(hashesOf)));
  const since = await readSuppressedSince(tx, workspaceId, [...new Set(all)]);
  if (since.size === 0) return heard;
  const isOut = (event: Heard['events'][number]) =>
    authorsIn(event)
      .flatMap(hashesOf)
      .some((hash) => {
        const asked = since.get(hash);
        return asked !== undefined && !isNewLetter(event, asked);
      });
  return heard.map((one) => ({ ...one, events: one.events.filter((event) => !isOut(event)) }));
};

/** Who asked to be left out and later writes to us in private wants an answer: that letter is kept, as any other is. */
const isNewLetter = (event: Heard['events'][number], asked: Date): boolean =>
  event.kind === 'item' &&
  event.item.visibility === 'direct' &&
  event.item.addressed &&
  event.item.saidAt !== undefined &&
  Date.parse(event.item.saidAt) > asked.getTime();

type Author = {
  readonly nativeId: string;
  readonly handle?: string | undefined;
  readonly url?: string | undefined;
};

/** Ours are never left out: they are the company's own words. */
const authorsIn = (event: Heard['events'][number]): readonly Author[] => {
  if (event.kind === 'item') return event.item.ours ? [] : [event.item.author];
  return event.kind === 'reaction' ? [event.author] : [];
};
