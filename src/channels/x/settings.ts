import { z } from 'zod';
import { OAuthTokensSchema } from '../authorise-kit/index.ts';
import { DOLLARS_A_EURO, MICRO } from './prices.ts';

export const X_API = 'https://api.x.com';

export const XSettingsSchema = z.object({
  /** Of the company's own app; empty with a token pasted for reading. */
  clientId: z.string().trim().max(200).default(''),
  /** Needed with a pasted token, which is nobody's. */
  username: z
    .string()
    .trim()
    .transform((written) => written.replace(/^@/, ''))
    .pipe(z.string().regex(/^\w{0,15}$/))
    .default(''),
  /** A month, in whole units of `currency`. */
  budget: z.number().min(0).max(100_000).default(5),
  currency: z.enum(['USD', 'EUR']).default('EUR'),
  publicSearch: z.boolean().default(true),
  apiUrl: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(X_API),
});
export type XSettings = z.infer<typeof XSettingsSchema>;

/** The budget in millionths of a dollar. */
export const budgetOf = ({ budget, currency }: Pick<XSettings, 'budget' | 'currency'>): number =>
  Math.floor(budget * (currency === 'EUR' ? DOLLARS_A_EURO : 1) * MICRO);

export const XSecretsSchema = z
  .object({
    clientSecret: z.string().trim().min(1).optional(),
    /** Of the app alone: it reads, and cannot write. */
    bearerToken: z.string().trim().min(20).max(500).optional(),
  })
  .extend(OAuthTokensSchema.shape);
export type XSecrets = z.infer<typeof XSecretsSchema>;
