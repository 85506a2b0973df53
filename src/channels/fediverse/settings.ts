import { isIP } from 'node:net';
import { z } from 'zod';

/**
 * The origin of an instance from what people write: `mastodon.uno`, `https://mastodon.uno/@cantina`,
 * `@cantina@mastodon.uno`. Undefined for what names no server. A token never travels in the clear: http stays only for bare
 * addresses of one's own house, which no certificate covers.
 */
export const instanceOrigin = (written: string): string | undefined => {
  const text = written.trim();
  const scheme = /^(https?):\/\//i.exec(text)?.[0] ?? '';
  const rest = text.slice(scheme.length);
  const handle = scheme ? undefined : /^@?[^@:/\s]+@([^@/\s]+)\/?$/.exec(rest)?.[1];
  const url = URL.parse(`${scheme.toLowerCase() || 'https://'}${handle ?? rest}`);
  if (!url || url.username || url.password) return undefined;
  const isAddress = isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0 || url.hostname === 'localhost';
  if (!isAddress && !/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname)) {
    return undefined;
  }
  if (url.protocol === 'http:' && !isAddress) url.protocol = 'https:';
  return url.origin;
};

export const FediverseSettingsSchema = z.object({
  instance: z.string().transform((written, issues) => {
    const origin = instanceOrigin(written);
    if (origin) return origin;
    issues.addIssue({ code: 'custom', message: 'names no server' });
    return z.NEVER;
  }),
  /** Looks for the watches' words on the instance, besides what is said to us. */
  publicSearch: z.boolean().default(true),
});
export type FediverseSettings = z.infer<typeof FediverseSettingsSchema>;

export const FediverseSecretsSchema = z
  .object({
    /** What the sign-in brought. */
    accessToken: z.string().trim().min(1).optional(),
    /** Made by hand in the instance's own settings; goes before the other. */
    pastedToken: z.string().trim().min(1).optional(),
    /** The scopes that came with `accessToken`, separated by spaces. */
    grantedScope: z.string().optional(),
  })
  .refine((secrets) => secrets.accessToken ?? secrets.pastedToken, { path: ['pastedToken'] });
export type FediverseSecrets = z.infer<typeof FediverseSecretsSchema>;
