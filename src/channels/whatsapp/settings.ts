import { z } from 'zod';
import { appIdSchema, GRAPH_HOST, hostSchema, versionSchema } from '../meta/fields.ts';

const id = z
  .string()
  .trim()
  .regex(/^\d{5,30}$/);

export const WhatsappSettingsSchema = z.object({
  clientId: appIdSchema,
  /** Of the number in the Cloud API: not the number itself. */
  phoneNumberId: id,
  /** Of the WhatsApp Business account that the number belongs to. */
  businessAccountId: id,
  apiUrl: hostSchema(GRAPH_HOST),
  apiVersion: versionSchema,
});
export type WhatsappSettings = z.infer<typeof WhatsappSettingsSchema>;

export const WhatsappSecretsSchema = z.object({
  clientSecret: z.string().trim().min(8).max(200),
  earlierClientSecret: z.string().trim().max(200).optional(),
  /** Of a system user: it does not end unless it was made so. */
  accessToken: z.string().trim().min(10).max(2_000),
});
export type WhatsappSecrets = z.infer<typeof WhatsappSecretsSchema>;
