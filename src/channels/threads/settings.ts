import { z } from 'zod';
import { OAuthTokensSchema } from '../authorise-kit/index.ts';
import { appIdSchema, hostSchema } from '../meta/fields.ts';

export const THREADS_HOST = 'https://graph.threads.net';

export const ThreadsSettingsSchema = z.object({
  clientId: appIdSchema,
  /** Looks for the watches' words among public posts, besides what is said to us. */
  publicSearch: z.boolean().default(true),
  apiUrl: hostSchema(THREADS_HOST),
});
export type ThreadsSettings = z.infer<typeof ThreadsSettingsSchema>;

export const ThreadsSecretsSchema = z
  .object({
    clientSecret: z.string().trim().min(8).max(200),
    earlierClientSecret: z.string().trim().max(200).optional(),
  })
  // Absent once its giver took the permission back.
  .extend(OAuthTokensSchema.partial().shape);
export type ThreadsSecrets = z.infer<typeof ThreadsSecretsSchema>;
