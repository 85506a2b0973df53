import type { Transaction } from '../db/database.ts';
import type { WorkspaceId } from '../ids.ts';

/** Something that happened, as the rooms above hear it. `kind` is `<subject>.<past participle>`. */
export type DomainEvent = {
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
};

/**
 * How an upper room listens. `handle` gets events of one workspace in the order of their ids, inside the
 * transaction that takes them off the outbox: what it writes with `tx` happens exactly once. A throw rolls
 * the batch back and it is tried again one event at a time.
 */
export type Subscription = {
  readonly name: string;
  readonly kinds: readonly string[];
  handle(tx: Transaction, workspaceId: WorkspaceId, events: readonly DomainEvent[]): Promise<void>;
};
