import { z } from 'zod';
import { ok } from '../../platform/result.ts';
import type { Channel, Manifest } from '../contract.ts';
import { readOnlyLimits } from '../read-only-limits.ts';
import { importedManifest, linkedinArchiveManifest } from './manifest.ts';
import { normaliseImported } from './normalise.ts';
import { readRawImported } from './read-raw.ts';

const NothingSchema = z.object({});
type Nothing = z.infer<typeof NothingSchema>;

const channelOf = (
  manifest: Manifest,
  usual: Readonly<Record<string, string>>,
): Channel<Nothing, Nothing> => ({
  manifest,
  settingsSchema: NothingSchema,
  secretsSchema: NothingSchema,
  check: async () => ok({ account: { nativeId: manifest.id }, notices: [] }),
  limits: async () => ok(readOnlyLimits),
  receive: {},
  readRaw: (bytes, context) => readRawImported(bytes, { ...usual, ...context }),
  normalise: normaliseImported,
});

/** Past conversation from files: nothing to fetch, nothing to send. The room of imports brings them in. */
export const importedChannel: Channel<Nothing, Nothing> = channelOf(importedManifest, {});

export const linkedinArchiveChannel: Channel<Nothing, Nothing> = channelOf(linkedinArchiveManifest, {
  format: 'linkedin',
});
