import type { createGuardedAgent } from './guarded-agent.ts';
import type { FetchLimits } from './limits.ts';
import type { AddressPolicy } from './public-address.ts';

/** What every way through the door shares. */
export interface Door {
  readonly policy: AddressPolicy;
  readonly dispatcher: ReturnType<typeof createGuardedAgent>;
  readonly limits: FetchLimits;
  readonly userAgent: string;
}
