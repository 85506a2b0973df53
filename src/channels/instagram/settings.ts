import { z } from 'zod';
import { appIdSchema, GRAPH_HOST, hostSchema, versionSchema } from '../meta/fields.ts';

export const InstagramSettingsSchema = z.object({
  clientId: appIdSchema,
  /** Name or number of the Facebook Page that the account is linked to; empty: the only one. */
  page: z.string().trim().max(200).default(''),
  humanAgent: z.boolean().default(false),
  apiUrl: hostSchema(GRAPH_HOST),
  apiVersion: versionSchema,
});
export type InstagramSettings = z.infer<typeof InstagramSettingsSchema>;
