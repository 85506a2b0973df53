import { z } from 'zod';
import { SiteSchema } from '../web/own-site.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** A password goes with every request: only over https, but for a site on this very machine. */
const isSafe = (site: string): boolean => {
  const url = URL.parse(site);
  return url?.protocol === 'https:' || LOOPBACK.test(url?.hostname ?? '');
};

export const WordPressSettingsSchema = z.object({
  site: SiteSchema.refine(isSafe, 'https'),
  user: z.string().trim().min(1).max(200),
  /** Whatever is said on our own site is said to us. */
  keepAll: z.boolean().default(true),
});
export type WordPressSettings = z.infer<typeof WordPressSettingsSchema>;

export const WordPressSecretsSchema = z.object({ password: z.string().trim().min(1).max(200) });
export type WordPressSecrets = z.infer<typeof WordPressSecretsSchema>;
