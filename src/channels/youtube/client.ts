import { z } from 'zod';
import type { Result } from '../../platform/result.ts';
import { type OAuthClient, openAccess } from '../authorise-kit/index.ts';
import type { ChannelContext } from '../contract.ts';
import { callGoogle, type GoogleAnswer, type GoogleFailure } from '../google/call-google.ts';
import { googleVendor } from '../google/vendor.ts';
import { type Method, spend } from './quota.ts';
import { YOUTUBE_API, type YoutubeSecrets, type YoutubeSettings } from './settings.ts';

export type YoutubeContext = ChannelContext<YoutubeSettings, YoutubeSecrets>;

/** Reads, writes and moderates comments (https://developers.google.com/youtube/v3/docs/comments/insert names it as the one needed). */
export const YOUTUBE_SCOPES = ['https://www.googleapis.com/auth/youtube.force-ssl'];

export const knownOf = ({
  settings,
  secrets,
}: {
  readonly settings: YoutubeSettings;
  readonly secrets: Partial<YoutubeSecrets>;
}): { readonly vendor: ReturnType<typeof googleVendor>; readonly client: OAuthClient } => ({
  vendor: googleVendor(YOUTUBE_SCOPES, settings.apiUrl, YOUTUBE_API),
  client: { clientId: settings.clientId, clientSecret: secrets.clientSecret },
});

export type Youtube = {
  call<Output>(
    method: Method,
    params: Readonly<Record<string, string | number | undefined>>,
    schema: z.ZodType<Output>,
    json?: object,
  ): Promise<Result<GoogleAnswer<Output>, GoogleFailure>>;
};

const verbs: Readonly<Record<Method, 'GET' | 'POST' | 'DELETE'>> = {
  'channels.list': 'GET',
  'commentThreads.list': 'GET',
  'comments.list': 'GET',
  'search.list': 'GET',
  'videos.list': 'GET',
  'comments.insert': 'POST',
  'comments.setModerationStatus': 'POST',
  'comments.delete': 'DELETE',
};

/** The API as our account sees it, each call counted. */
export const openYoutube = (context: YoutubeContext): Youtube => {
  const { vendor, client } = knownOf(context);
  const access = openAccess(context, vendor, client);
  return {
    call: async (method, params, schema, json) => {
      await spend(context, method);
      const path = method.replace(/\.(list|insert|delete)$/, '').replace('.', '/');
      const url = `${context.settings.apiUrl}/youtube/v3/${path}`;
      const call = { method: verbs[method], url, params, ...(json ? { json } : {}) };
      return callGoogle(context, access, call, schema);
    },
  };
};

/** A page of a list; members are read one by one, so that one of another shape does not lose the others. */
export const PageSchema = z.object({
  items: z.array(z.unknown()).catch([]),
  nextPageToken: z.string().optional().catch(undefined),
});
