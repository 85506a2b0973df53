import { type Capability, capabilities, type Support, type Words } from './contract.ts';

/** A whole table of capabilities from the ones a channel has; all others are absent for the reason given. */
export const supportOf = (
  present: Partial<Record<Capability, Support>>,
  otherwise: Words,
): Readonly<Record<Capability, Support>> =>
  Object.fromEntries(
    capabilities.map((capability) => [capability, present[capability] ?? { how: 'absent', why: otherwise }]),
  ) as Record<Capability, Support>;
