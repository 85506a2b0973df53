import { z } from 'zod';

/** The address of a forum as people write it: `forum.example`, `https://forum.example/community/`. Without a slash at its end. */
export const DiscourseSettingsSchema = z.object({
  site: z
    .string()
    .trim()
    .transform((written) => (/^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`))
    .pipe(z.url({ protocol: /^https?$/ }))
    .transform((written) => {
      const url = new URL(written);
      return url.origin + url.pathname.replace(/\/+$/, '');
    }),
  username: z
    .string()
    .trim()
    .transform((written) => written.replace(/^@/, ''))
    .pipe(z.string().regex(/^[\p{L}\p{M}\p{N}_.-]{1,60}$/u)),
  keepAll: z.boolean().default(false),
  privateMessages: z.boolean().default(true),
  /** Where topics of our own go; the forum's own choice when absent. */
  category: z.number().int().positive().optional(),
});
export type DiscourseSettings = z.infer<typeof DiscourseSettingsSchema>;

export const DiscourseSecretsSchema = z.object({ apiKey: z.string().trim().min(8).max(200) });
export type DiscourseSecrets = z.infer<typeof DiscourseSecretsSchema>;
