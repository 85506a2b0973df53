import type { ThreadId } from '../../platform/ids.ts';
import type { Asking } from './happening.ts';
import type { Deed } from './plan.ts';

/** A deed that was decided, with the conversation held still. */
export type Done = {
  readonly threadId: ThreadId;
  /** Of the conversation, before. */
  readonly version: number;
  readonly deed: Deed;
  readonly asking: Asking;
  readonly mentionId: string | null;
  readonly runId: string | null;
};
