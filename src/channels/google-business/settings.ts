import { z } from 'zod';
import { apiUrlSchema, clientIdSchema, GoogleSecretsSchema } from '../google/form.ts';

export const BUSINESS_API = 'https://mybusiness.googleapis.com';

export const BusinessSettingsSchema = z.object({
  clientId: clientIdSchema,
  /** `locations/123`, or what occurs in a place's name; empty: all places of the account. */
  location: z.string().trim().max(200).default(''),
  apiUrl: apiUrlSchema(BUSINESS_API),
});
export type BusinessSettings = z.infer<typeof BusinessSettingsSchema>;

export const BusinessSecretsSchema = GoogleSecretsSchema;
export type BusinessSecrets = z.infer<typeof BusinessSecretsSchema>;
