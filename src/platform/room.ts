import type { Subscription } from './events/events.ts';
import type { JobDefinition } from './jobs/jobs.ts';

/** What `main` takes from a room besides its routes. */
export type Room = {
  readonly name: string;
  readonly subscriptions?: readonly Subscription[];
  readonly jobs?: readonly JobDefinition[];
  /** Long-lived work, such as receiving from channels; `stop` resolves when it has let go. */
  start?(): Promise<{ stop(): Promise<void> }>;
};
