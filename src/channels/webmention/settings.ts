import { z } from 'zod';
import { SiteSchema } from '../web/own-site.ts';

export const WebmentionSettingsSchema = z.object({
  /** Only pages of this site can be spoken of. */
  site: SiteSchema,
  /** Whoever sends a webmention speaks of us: all are kept. */
  keepAll: z.boolean().default(true),
  /** Pages that our own new posts link to are told of it. */
  tellLinks: z.boolean().default(false),
  /** Where our posts are read from; the site's own word without it. */
  feed: z.preprocess((given) => (given === '' ? undefined : given), SiteSchema.optional()),
});
export type WebmentionSettings = z.infer<typeof WebmentionSettingsSchema>;

export const NoSecretsSchema = z.object({});
export type NoSecrets = z.infer<typeof NoSecretsSchema>;
