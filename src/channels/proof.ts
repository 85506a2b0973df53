import { z } from 'zod';
import proofs from './proof.gen.json' with { type: 'json' };

/** Against what a channel's tests passed, strongest first. */
export const proofLevels = ['live-peer', 'recorded', 'specification', 'synthetic'] as const;
export type ProofLevel = (typeof proofLevels)[number];

/** Capabilities as words with spaces between them. */
const ProofsSchema = z.record(z.string(), z.partialRecord(z.enum(proofLevels), z.string()));

export type Proof = { readonly level: ProofLevel; readonly capabilities: readonly string[] };

/**
 * How well a channel is proven: the strongest level that its tests reached, and what they showed there. Read from
 * what the tests wrote down when they passed (scripts/proofs.mjs), never typed by hand. Null for a channel unproven.
 */
export const proofOf = (channelId: string): Proof | null => {
  const levels = known[channelId];
  const level = proofLevels.find((candidate) => levels?.[candidate] !== undefined);
  return level ? { level, capabilities: levels?.[level]?.split(' ').filter(Boolean) ?? [] } : null;
};

const known = ProofsSchema.parse(proofs);
