import type { z } from 'zod';
import type { Batch, Json } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { didOf } from './at-uri.ts';
import { MAX_KNOWN, type StreamCursor, writeStreamCursor } from './cursor.ts';
import type { AuthorSchema } from './raw-document.ts';
import { rawItemOf } from './read-raw.ts';
import type { HeardEvent, HeardPost } from './stream-post.ts';

type Put = Extract<HeardPost, { action: 'put' }>;

export type SieveParts = {
  readonly begun: StreamCursor;
  readonly wants: (post: Put) => boolean;
  readonly profilesOf: (
    dids: readonly string[],
  ) => Promise<ReadonlyMap<string, z.infer<typeof AuthorSchema>>>;
  readonly accountId: string;
  readonly onBatch: (batch: Batch) => Promise<void>;
};

/** So many kept back while the last batch is being stored, and no more. */
const MOST_WAITING = 2_000;
/** With nothing to hand over, our place is still noted now and then; a stop in between hears that much again. */
const NOTE_EVERY_MS = 30_000;

type Waiting = {
  readonly did: string;
  readonly document: Readonly<Record<string, unknown>>;
};

/** Holds what concerns us until it is handed over, together with the place in the stream that it covers. */
export const createSieve = ({ begun, wants, profilesOf, accountId, onBatch }: SieveParts) => {
  const known = new Set(begun.known);
  let waiting: Waiting[] = [];
  let place = { seq: begun.seq, time: begun.time };
  let notedAt = Number.NEGATIVE_INFINITY;
  let hasMoved = false;

  const remove = (uri: string, deletedAt: string | undefined): void => {
    known.delete(uri);
    waiting.push({
      document: { uri, deleted: true, ...(deletedAt ? { deletedAt } : {}) },
      did: didOf(uri) ?? '',
    });
  };

  const put = ({ uri, cid, record, did }: Put, time: string | undefined): void => {
    known.add(uri);
    waiting.push({ document: { uri, cid, record, ...(time ? { indexedAt: time } : {}) }, did });
  };

  const take = ({ at, time, goneDid, posts }: HeardEvent): void => {
    // Coming back, a little of what was ours comes again.
    const isAgain = place.seq !== undefined && at <= place.seq;
    for (const post of posts()) {
      const isOurs = isAgain && known.has(post.uri);
      if (post.action === 'put' && !isOurs && wants(post)) put(post, time);
      if (post.action === 'delete' && known.has(post.uri)) remove(post.uri, time);
    }
    // An account that ends takes all it said with it.
    if (goneDid) for (const uri of [...known].filter((one) => didOf(one) === goneDid)) remove(uri, undefined);
    if (known.size > MAX_KNOWN)
      for (const uri of [...known].slice(0, known.size - MAX_KNOWN)) known.delete(uri);
    if (!isAgain) place = { seq: at, time: time ?? place.time };
    hasMoved = true;
  };

  const cursor = (): Json =>
    writeStreamCursor({
      known: [...known],
      relay: begun.relay,
      ...(place.seq === undefined ? {} : { seq: place.seq }),
      ...(place.time === undefined ? {} : { time: place.time }),
    });

  const flush = async (): Promise<void> => {
    const isWorthNoting = hasMoved && performance.now() - notedAt > NOTE_EVERY_MS;
    if (waiting.length === 0 && !isWorthNoting) return;
    const batch = waiting;
    waiting = [];
    hasMoved = false;
    notedAt = performance.now();
    const covered = cursor();
    await onBatch({ items: await itemsOf(batch), cursor: covered });
  };

  const itemsOf = async (batch: readonly Waiting[]): Promise<readonly RawItem[]> => {
    const speaking = batch.filter(({ document }) => !document.deleted);
    const authors = await profilesOf(speaking.map(({ did }) => did));
    return batch.map(({ document, did }) =>
      rawItemOf(document.deleted ? document : { ...document, author: authors.get(did) ?? { did } }, {
        accountId,
      }),
    );
  };

  return {
    take,
    flush,
    cursor,
    /** When what was taken last happened. */
    time: (): string | undefined => place.time,
    isFull: (): boolean => waiting.length >= MOST_WAITING,
  };
};
