import type { ChannelEvent, Item } from '../../channels/events.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Heard } from '../model/hear.ts';
import { MOST_HELD, shownOf } from '../model/held.ts';
import { storableJson, storableLine } from '../model/storable.ts';
import { countHeld, decideWaiting, endHeld, readHeldStates, writeHeld } from '../store/held-mentions.ts';
import type { IngestInput } from './ingest-input.ts';

type HeldBack = {
  /** What counts now, and goes on. */
  readonly heard: readonly Heard[];
  /** Something waits that did not, or waits no more: the open screens are to be told. */
  readonly hasChanged: boolean;
};

/**
 * Keeps apart what nobody vouches for, with the connection locked. What is a mention already goes on, whatever its channel says of it
 * by now; so does what the channel itself has let through. What was refused here stays refused.
 */
export const holdBack = async (
  tx: Transaction,
  input: IngestInput,
  heard: readonly Heard[],
  isKnown: (nativeId: string) => boolean,
): Promise<HeldBack> => {
  if (!input.channel.manifest.holds || heard.length === 0) return { heard, hasChanged: false };
  return input.approval ? await letIn(tx, input, heard) : await keepApart(tx, input, heard, isKnown);
};

/** Of what a person approved, that which still waited: a colleague may have refused it a moment ago. */
const letIn = async (tx: Transaction, input: IngestInput, heard: readonly Heard[]): Promise<HeldBack> => {
  if (!input.approval) return { heard, hasChanged: false };
  const { at, by, carriage } = input.approval;
  const wanted = heard.flatMap(({ events }) => events.flatMap((event) => nativeIdOf(event) ?? []));
  const decided = await decideWaiting(tx, input, wanted, { state: 'approved', at, by, carriage });
  const isIn = new Set(decided.map(({ nativeId }) => nativeId));
  return {
    heard: heard.map((one) => ({
      ...one,
      events: one.events.filter((event) => isIn.has(nativeIdOf(event) ?? '')),
    })),
    hasChanged: decided.length > 0,
  };
};

const keepApart = async (
  tx: Transaction,
  input: IngestInput,
  heard: readonly Heard[],
  isKnown: (nativeId: string) => boolean,
): Promise<HeldBack> => {
  const asked = heard.flatMap(({ events }) => events.flatMap((event) => nativeIdOf(event) ?? []));
  const states = await readHeldStates(
    tx,
    input,
    [...new Set(asked)].filter((nativeId) => !isKnown(nativeId)),
  );
  const ended: string[] = [];
  let waiting: number | undefined;
  let hasChanged = false;
  const keep = async (raw: Heard['raw'], item: Item): Promise<void> => {
    const state = states.get(item.nativeId)?.state;
    if (state === 'refused' || state === 'approved') return;
    waiting ??= await countHeld(tx, input);
    if (state !== 'waiting' && waiting >= MOST_HELD) return;
    if (state !== 'waiting') waiting += 1;
    await writeHeld(tx, rowOf(input, raw, item));
    hasChanged = true;
  };
  const left: Heard[] = [];
  for (const one of heard) {
    const events: ChannelEvent[] = [];
    for (const event of one.events) {
      const nativeId = nativeIdOf(event);
      const state = nativeId === undefined ? undefined : states.get(nativeId);
      if (nativeId === undefined || isKnown(nativeId)) events.push(event);
      else if (event.kind === 'item' && event.item.held) await keep(one.raw, event.item);
      else if (!state) events.push(event);
      // Our own decision is on its way to the channel: what it says until then is out of date.
      else if (state.carriage === 'pending') continue;
      // Of what came by a way that cannot be told, a refusal holds for every way by which it may come again.
      else if (state.state === 'refused' && state.carriage === null) continue;
      else {
        ended.push(nativeId);
        if (event.kind === 'item') events.push(event);
      }
    }
    left.push({ ...one, events });
  }
  await endHeld(tx, input, ended);
  return { heard: left, hasChanged: hasChanged || ended.length > 0 };
};

const nativeIdOf = (event: ChannelEvent): string | undefined => {
  if (event.kind === 'item') return event.item.nativeId;
  return event.kind === 'removed' ? event.nativeId : undefined;
};

const rowOf = (
  { workspaceId, connectionId, channel, receivedAt }: IngestInput,
  raw: Heard['raw'],
  item: Item,
) => ({
  workspaceId,
  id: newId(),
  connectionId,
  channel: channel.manifest.id,
  nativeId: item.nativeId,
  raw: storableJson(raw),
  shown: shownOf(item),
  authorNativeId: item.author.nativeId,
  authorHandle: storableLine(item.author.handle),
  authorUrl: storableLine(item.author.url),
  receivedAt,
  state: 'waiting' as const,
});
