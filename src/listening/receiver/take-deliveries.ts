import {
  claimWaiting,
  DELIVERIES_SIGNAL,
  endDeliveries,
  type OpenConnection,
  openConnection,
  type PostponedDelivery,
  type PushDelivery,
  type RawItem,
  type ReadDelivery,
  takeWaiting,
  type Waiting,
} from '../../channels/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { takeTurns } from '../../platform/take-turns.ts';
import { restFor, withTimeCap } from '../../platform/time-cap.ts';
import { ingest } from '../actions/ingest.ts';
import type { ReaderOf } from '../actions/ingest-input.ts';
import { keepsAll } from '../model/hear.ts';

type DeliveryPace = {
  /** Milliseconds between two looks when nobody told us that something waits. */
  readonly lookEvery: number;
  /** A reading that takes longer is tried again later. */
  readonly readCap: number;
  /** How long a stop waits for what is under way. */
  readonly grace: number;
};

const usualPace: DeliveryPace = { lookEvery: 5_000, readCap: 60_000, grace: 5_000 };

/** Connections served at once: the flood of one takes one of these places, in its turn among the others. */
const CONNECTIONS_AT_ONCE = 4;
/** Deliveries of one connection that are taken in together, and how many of them are read at once. */
const BATCH = 50;
const READ_AT_ONCE = 5;

type Options = { readonly read?: ReaderOf | undefined; readonly pace?: Partial<DeliveryPace> };

/**
 * Reads what was brought to the doors of all workspaces, and takes it in. A connection gives its place to the others after each
 * batch, so that a flood at one door waits behind itself and not before them.
 */
export const startTakingDeliveries = async (
  platform: Platform,
  options: Options = {},
): Promise<{ stop(): Promise<void> }> => {
  const pace = { ...usualPace, ...options.pace };
  const stopping = new AbortController();
  const underway = new Map<string, Promise<void>>();
  let wake = new AbortController();

  const look = async (): Promise<void> => {
    const free = CONNECTIONS_AT_ONCE - underway.size;
    if (free <= 0) return;
    for (const whose of await claimWaiting(platform, free, [...underway.keys()])) begin(whose);
  };
  const begin = (whose: Waiting): void => {
    const work = takeBatch(platform, whose, { ...options, pace })
      .catch((error: unknown) =>
        platform.log.error(
          { connectionId: whose.connectionId, error: nameOf(error) },
          'a delivery met an error',
        ),
      )
      .finally(() => {
        underway.delete(whose.connectionId);
        wake.abort();
      });
    underway.set(whose.connectionId, work);
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      await look().catch(() => platform.log.warn({}, 'deliveries wait: the database did not answer'));
      await restFor(pace.lookEvery, AbortSignal.any([stopping.signal, wake.signal]));
    }
  };
  const off = await platform.signals.on(DELIVERIES_SIGNAL, () => wake.abort());
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      off();
      await running;
      await withTimeCap(Promise.all(underway.values()), pace.grace);
    },
  };
};

const takeBatch = async (
  platform: Platform,
  whose: Waiting,
  options: Options & { readonly pace: DeliveryPace },
): Promise<void> => {
  const deliveries = await takeWaiting(platform, whose, BATCH);
  if (deliveries.length === 0) return;
  const opened = await openConnection(platform, whose.workspaceId, whose.connectionId);
  const turn = takeTurns(READ_AT_ONCE);
  const readings = await Promise.all(
    deliveries.map((delivery) =>
      turn(() => readOne(platform, opened.ok ? opened.value : undefined, delivery, options.pace)),
    ),
  );
  const items = readings.flatMap((reading) => reading.items);
  if (opened.ok && items.length > 0) {
    await ingest(platform, {
      ...whose,
      channel: opened.value.channel,
      items,
      receivedAt: platform.clock.now(),
      keepAll: keepsAll(opened.value.channel.manifest.id, opened.value.context.settings),
      ...(options.read ? { read: options.read } : {}),
    });
  }
  await endDeliveries(platform, whose, {
    read: readings.flatMap(({ read }) => read ?? []),
    postponed: readings.flatMap(({ postponed }) => postponed ?? []),
    keepsLast: opened.ok && opened.value.channel.receive.push?.keepsLast === true,
  });
};

type Reading = {
  readonly items: readonly RawItem[];
  readonly read?: ReadDelivery;
  readonly postponed?: PostponedDelivery;
};

/** Never throws for the channel's sake: a throw is a bug, and tried again like any problem. */
const readOne = async (
  platform: Platform,
  opened: OpenConnection | undefined,
  delivery: PushDelivery,
  pace: DeliveryPace,
): Promise<Reading> => {
  const { id, attempt } = delivery;
  const again = (problem: string): Reading => ({ items: [], postponed: { id, attempt, problem } });
  const push = opened?.channel.receive.push;
  if (!push) return again('misconfigured');
  try {
    const result = await withTimeCap(push.read(opened.context, delivery), pace.readCap);
    if (result === 'too-late') return again('timeout');
    if (!result.ok) return again(result.error.kind);
    const { items, refusal } = result.value;
    return { items, read: { id, outcome: refusal ?? (items.length > 0 ? 'taken' : 'nothing') } };
  } catch (error) {
    const facts = { channel: opened.channel.manifest.id, error: nameOf(error) };
    platform.log.error(facts, 'a delivery could not be read');
    return again('error');
  }
};

/** The message of an error may quote what was received: its name does not. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
