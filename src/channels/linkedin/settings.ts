import { z } from 'zod';
import { OAuthTokensSchema } from '../authorise-kit/index.ts';

export const LINKEDIN_API = 'https://api.linkedin.com';
/** The newest month that we have read about; LinkedIn keeps a version for at least a year. */
export const LINKEDIN_VERSION = '202604';

export const LinkedinSettingsSchema = z.object({
  clientId: z
    .string()
    .trim()
    .regex(/^[\w-]{8,100}$/),
  /** The number of the page; empty when there is one only. */
  page: z
    .string()
    .trim()
    .regex(/^\d{0,20}$/)
    .default(''),
  apiVersion: z
    .string()
    .trim()
    .regex(/^20\d{2}(0[1-9]|1[0-2])$/)
    .default(LINKEDIN_VERSION),
  apiUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .transform((url) => url.replace(/\/+$/, ''))
    .default(LINKEDIN_API),
});
export type LinkedinSettings = z.infer<typeof LinkedinSettingsSchema>;

export const LinkedinSecretsSchema = z
  .object({ clientSecret: z.string().trim().min(1).max(200) })
  .extend(OAuthTokensSchema.shape);
export type LinkedinSecrets = z.infer<typeof LinkedinSecretsSchema>;
