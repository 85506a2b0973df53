import type { Channel, Json } from '../../channels/contract.ts';
import type { RawItem } from '../../channels/events.ts';
import type { Reading } from '../../language/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, MentionId, WorkspaceId } from '../../platform/ids.ts';

/** Another process receives for the connection now, or nobody should: the batch was thrown away and will come again. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** What a text says: kept with the mention. Evidence points into the body. */
export type ReadText = (text: {
  readonly title: string | null;
  readonly body: string;
  readonly language: string | null;
}) => Reading | null;

/** How a workspace reads by now: asked once for all the batches of an intake. */
export type ReaderOf = (workspaceId: WorkspaceId) => Promise<ReadText>;

export type IngestInput = {
  readonly workspaceId: WorkspaceId;
  readonly connectionId: ConnectionId;
  readonly channel: Pick<Channel, 'manifest' | 'normalise'>;
  readonly items: readonly RawItem[];
  /** Where receiving goes on from, saved with the items: both or neither. */
  readonly cursor?: { readonly poll?: Json; readonly stream?: Json };
  /** The receiver's word that this connection is its alone; without it the cursor is written as it is. */
  readonly lease?: { readonly holder: string; readonly more: boolean };
  readonly receivedAt: Date;
  /** Keep also what no watch asked for (feeds that are joined for all they say). */
  readonly keepAll?: boolean;
  readonly read?: ReaderOf;
  /** Said long ago and brought in only now: nobody is to be hurried to answer it. */
  readonly past?: boolean;
  /** These waited, and a person says that they count: they are held back no more. */
  readonly approval?: Approval;
  /** Runs in the transaction of each part of the intake, before anybody is told: what it writes holds exactly when the part does. */
  readonly alongside?: (tx: Transaction, taken: Taken) => Promise<void>;
};

type Approval = {
  readonly by: string | null;
  readonly at: Date;
  /** `pending` when the channel is to be told. */
  readonly carriage: 'pending' | null;
};

/** A part of an intake: its items, and the mentions among them that were not there before. */
export type Taken = { readonly items: readonly RawItem[]; readonly fresh: readonly MentionId[] };

export type Ingested = {
  readonly received: number;
  /** Items that we had in this very revision. */
  readonly duplicates: number;
  /** Ids of mentions that are new or read differently now. */
  readonly mentions: readonly string[];
  readonly failed: number;
};
