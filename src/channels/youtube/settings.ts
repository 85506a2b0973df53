import { z } from 'zod';
import { apiUrlSchema, clientIdSchema, GoogleSecretsSchema } from '../google/form.ts';

export const YOUTUBE_API = 'https://www.googleapis.com';

export const YoutubeSettingsSchema = z.object({
  clientId: clientIdSchema,
  /** Looks for videos in which the watches' words occur: up to 90 searches a day. */
  searchVideos: z.boolean().default(false),
  apiUrl: apiUrlSchema(YOUTUBE_API),
});
export type YoutubeSettings = z.infer<typeof YoutubeSettingsSchema>;

export const YoutubeSecretsSchema = GoogleSecretsSchema;
export type YoutubeSecrets = z.infer<typeof YoutubeSecretsSchema>;
