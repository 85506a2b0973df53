import { z } from 'zod';
import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { readOnlyLimits } from '../read-only-limits.ts';
import { byHandManifest } from './manifest.ts';
import { normaliseByHand } from './normalise.ts';
import { readRawByHand } from './read-raw.ts';

const NothingSchema = z.object({});
type Nothing = z.infer<typeof NothingSchema>;

/** What people write down themselves: nothing to fetch, nothing to send. */
export const byHandChannel: Channel<Nothing, Nothing> = {
  manifest: byHandManifest,
  settingsSchema: NothingSchema,
  secretsSchema: NothingSchema,
  check: async () => ok({ account: { nativeId: 'by-hand' }, notices: [] }),
  limits: async () => ok(readOnlyLimits),
  receive: {},
  readRaw: readRawByHand,
  normalise: normaliseByHand,
};
