import type { z } from 'zod';
import type { Batch } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { didOf } from './at-uri.ts';
import { MAX_KNOWN, type StreamCursor, writeStreamCursor } from './cursor.ts';
import type { PostChange } from './firehose-frame.ts';
import type { AuthorSchema } from './raw-document.ts';
import { rawItemOf } from './read-raw.ts';

type Put = Extract<PostChange, { action: 'put' }>;

export type SieveParts = {
  readonly begun: StreamCursor;
  readonly wants: (change: Put) => boolean;
  readonly profilesOf: (
    dids: readonly string[],
  ) => Promise<ReadonlyMap<string, z.infer<typeof AuthorSchema>>>;
  readonly accountId: string;
  readonly onBatch: (batch: Batch) => Promise<void>;
};

/** So many kept back while the last batch is being stored, and no more. */
const MAX_WAITING = 2_000;
/** With nothing to hand over, our place is still noted every so many events. */
const NOTE_EVERY = 5_000;

type Waiting = {
  readonly did: string;
  readonly document: Readonly<Record<string, unknown>>;
};

/** Holds what concerns us until it is handed over, together with the place in the stream that it covers. */
export const createSieve = ({ begun, wants, profilesOf, accountId, onBatch }: SieveParts) => {
  const known = new Set(begun.known);
  let waiting: Waiting[] = [];
  let seq = begun.seq;
  let noted = begun.seq;
  let isLost = false;

  const remove = (uri: string, deletedAt: string | undefined): void => {
    known.delete(uri);
    waiting.push({
      document: { uri, deleted: true, ...(deletedAt ? { deletedAt } : {}) },
      did: didOf(uri) ?? '',
    });
  };

  const commit = (number: number, changes: readonly PostChange[], time: string | undefined): void => {
    for (const change of changes) {
      if (change.action === 'delete') {
        if (known.has(change.uri)) remove(change.uri, time);
      } else if (wants(change)) {
        known.add(change.uri);
        const { uri, cid, record } = change;
        waiting.push({
          document: { uri, cid, record, ...(time ? { indexedAt: time } : {}) },
          did: didOf(uri) ?? '',
        });
      }
    }
    for (const uri of [...known].slice(0, Math.max(0, known.size - MAX_KNOWN))) known.delete(uri);
    seq = number;
  };

  /** An account that ends takes all it said with it. */
  const account = ({ seq: number, did, isGone }: { seq: number; did: string; isGone: boolean }): void => {
    if (isGone) for (const uri of [...known].filter((one) => didOf(one) === did)) remove(uri, undefined);
    seq = number;
  };

  const flush = async (): Promise<void> => {
    const isWorthNoting = seq !== undefined && (noted === undefined || seq - noted >= NOTE_EVERY);
    if (waiting.length === 0 && !isWorthNoting && !isLost) return;
    isLost = false;
    const batch = waiting;
    waiting = [];
    const cursor = writeStreamCursor({
      known: [...known],
      relay: begun.relay,
      ...(seq === undefined ? {} : { seq }),
    });
    noted = seq;
    await onBatch({ items: await itemsOf(batch), cursor });
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
    commit,
    account,
    pass: (number: number): void => {
      seq = number;
    },
    /** The relay does not know our place: the next time begins with what happens then. */
    startAnew: (): void => {
      seq = undefined;
      isLost = true;
    },
    isFull: (): boolean => waiting.length > MAX_WAITING,
    flush,
  };
};
