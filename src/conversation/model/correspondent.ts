import type {
  Account,
  ChannelProblem,
  ContentLimits,
  Draft,
  Receipt,
  Settlement,
  Violation,
  Words,
} from '../../channels/index.ts';
import type { SystemMail } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ConnectionId, WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Result } from '../../platform/result.ts';

/** A connection seen as what answers through it: `compose`, `send` and `settle` as in the channel's contract, on this very account. */
export type Correspondent = {
  readonly account: Account | null;
  readonly limits: ContentLimits;
  /** What an answer costs, on channels that take money. */
  readonly price?: Words;
  compose(draft: Draft): Result<unknown, readonly Violation[]>;
  send(payload: unknown, opKey: string): Promise<Receipt>;
  settle(payload: unknown, opKey: string, attemptStartedAt: Date): Promise<Settlement>;
};

/** `cannot-answer`: this channel only listens, or the connection has ended; `paused`: not until somebody resumes it. `reason` says it to a person. */
export type CorrespondentProblem =
  | { readonly kind: 'cannot-answer' | 'paused'; readonly reason: Words }
  | { readonly kind: 'channel'; readonly problem: ChannelProblem };

/** To `look` for what has left already a paused connection will do; to `answer` it will not. Default: answer. */
export type OpenCorrespondent = (
  workspaceId: WorkspaceId,
  connectionId: ConnectionId,
  purpose?: 'answer' | 'look',
) => Promise<Result<Correspondent, CorrespondentProblem>>;

/** What the verbs of this room are given: the ground floor, and the way to whoever sends. */
export type Desk = Pick<Platform, 'clock' | 'database' | 'jobs' | 'log'> & {
  readonly openCorrespondent: OpenCorrespondent;
  /** What people type to come here. */
  readonly baseUrl: string;
  /** Writes in the installation's own name; false when it did not leave. */
  sendMail(mail: SystemMail): Promise<boolean>;
  /** Whether every answer waits for an approver now, whoever writes it: asked of the rooms above. */
  readonly everythingWaits: EverythingWaits;
};

/** Lent by a room above: true while there is a crisis. Asked at each writing and again at each sending. */
export type EverythingWaits = (tx: Transaction, workspaceId: WorkspaceId) => Promise<boolean>;
