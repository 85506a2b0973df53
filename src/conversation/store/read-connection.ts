import type { ConnectionId } from '../../platform/ids.ts';

/** The connection that a thread is on, removed ones included: what they brought stays (read-beside.ts). */
export type ThreadConnection = {
  readonly id: ConnectionId;
  readonly name: string;
  readonly channel: string;
  readonly state: 'active' | 'paused' | 'needs-attention' | 'removed';
};
