import { z } from 'zod';
import { appIdSchema, GRAPH_HOST, hostSchema, versionSchema } from '../meta/fields.ts';

export const FacebookSettingsSchema = z.object({
  clientId: appIdSchema,
  /** Name or number of the page, for people who manage several; empty: the only one. */
  page: z.string().trim().max(200).default(''),
  /** Meta gave the app the feature Human Agent: seven days to answer in place of one. */
  humanAgent: z.boolean().default(false),
  apiUrl: hostSchema(GRAPH_HOST),
  apiVersion: versionSchema,
});
export type FacebookSettings = z.infer<typeof FacebookSettingsSchema>;
