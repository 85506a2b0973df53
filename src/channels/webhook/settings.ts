import { z } from 'zod';

export const schemes = ['standard', 'stamped', 'plain'] as const;

const pointer = z
  .string()
  .trim()
  .max(300)
  .regex(/^(?:\/.*)?$/);

export const WebhookSettingsSchema = z.object({
  /** What brings these things, in people's words: it tells its ids from others'. */
  source: z.string().trim().max(100).default(''),
  scheme: z.enum(schemes).default('standard'),
  /** The header that holds the signature, where the sender does not follow Standard Webhooks. */
  header: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9-]{1,60}$/)
    .default('x-signature'),
  /** Where in a delivery the list of things is; empty: the delivery is one thing, or a list of them. */
  list: pointer.default(''),
  /** JSON (told/mapping.ts); empty: guessed by names. */
  mapping: z.string().max(20_000).default(''),
  zone: z.string().trim().max(60).default('Europe/Rome'),
  keepAll: z.boolean().default(true),
});
export type WebhookSettings = z.infer<typeof WebhookSettingsSchema>;

export const WebhookSecretsSchema = z.object({
  secret: z.string().trim().min(16).max(500),
  /** Accepted as well while the sender changes over. */
  earlierSecret: z.string().trim().max(500).optional(),
});
export type WebhookSecrets = z.infer<typeof WebhookSecretsSchema>;
