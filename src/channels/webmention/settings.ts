import { z } from 'zod';
import { SiteSchema } from '../web/own-site.ts';

export const WebmentionSettingsSchema = z.object({
  /** Only pages of this site can be spoken of. */
  site: SiteSchema,
  /** Whoever sends a webmention speaks of us: all are kept. */
  keepAll: z.boolean().default(true),
});
export type WebmentionSettings = z.infer<typeof WebmentionSettingsSchema>;

export const NoSecretsSchema = z.object({});
export type NoSecrets = z.infer<typeof NoSecretsSchema>;
