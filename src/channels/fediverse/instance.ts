import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ContentLimits } from '../contract.ts';
import type { ApiFailure } from './call-api.ts';
import type { FediverseClient } from './client.ts';
import { webAddress } from './html-links.ts';

/** What an instance says of itself. */
export type Instance = {
  /** What stands behind the @ of its people's names; not always where it is reached. */
  readonly domain: string;
  readonly version: string;
  /** Where it says that it streams (ws or wss); whether it does is another matter. */
  readonly streaming: string | undefined;
  readonly limits: FediverseLimits;
};

export type FediverseLimits = ContentLimits & {
  /** How many characters an address counts as, however long it is. */
  readonly charactersPerUrl: number;
};

const size = z.int().positive().optional().catch(undefined);
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);

const ConfigurationSchema = part({
  urls: part({ streaming: z.string().optional().catch(undefined) }),
  statuses: part({
    max_characters: size,
    max_media_attachments: z.int().nonnegative().optional().catch(undefined),
    characters_reserved_per_url: size,
  }),
  media_attachments: part({
    supported_mime_types: z.array(z.string()).optional().catch(undefined),
    image_size_limit: size,
    description_limit: size,
  }),
});

const InstanceSchema = z.object({
  domain: z.string().optional().catch(undefined),
  uri: z.string().optional().catch(undefined),
  version: z.string().catch(''),
  urls: part({ streaming_api: z.string().optional().catch(undefined) }),
  /** Pleroma, Akkoma and old forks. */
  max_toot_chars: size,
  configuration: ConfigurationSchema,
});
type Answered = z.infer<typeof InstanceSchema>;

/** `/api/v2/instance`, and where that is not known `/api/v1/instance`. */
export const readInstance = async (
  client: FediverseClient,
): Promise<Result<Instance & { readonly headers: Headers }, ApiFailure>> => {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    const answer = await client.call({ path }, InstanceSchema);
    if (answer.ok)
      return ok({ ...instanceOf(answer.value.output, client.origin), headers: answer.value.headers });
    const isOlder = path.includes('v2') && [404, 405, 410].includes(answer.error.status ?? 0);
    if (!isOlder) return answer;
  }
  return err({
    problem: { kind: 'not-found', detail: 'the instance does not say what it is' },
    effect: 'refused',
  });
};

const instanceOf = (answered: Answered, origin: string): Instance => {
  const named = answered.domain ?? answered.uri ?? '';
  const host = new URL(origin).host;
  const domain = (webAddress(named) ? new URL(named).host : named.toLowerCase()) || host;
  const stream = answered.configuration?.urls?.streaming ?? answered.urls?.streaming_api;
  return {
    domain: /^[\w.:[\]-]{1,253}$/.test(domain) ? domain : host,
    version: answered.version.slice(0, 100),
    streaming: streamAddress(stream, origin),
    limits: limitsOf(answered),
  };
};

/** Other programs than Mastodon name the wrong scheme now and then: it follows how the instance itself is reached. */
const streamAddress = (named: string | undefined, origin: string): string | undefined => {
  const url = named ? URL.parse(named) : null;
  if (!url || !/^(wss?|https?):$/.test(url.protocol) || url.username || url.password) return undefined;
  const isPlain = origin.startsWith('http:');
  const isSameHost = url.hostname === new URL(origin).hostname;
  return `${isPlain && isSameHost ? 'ws' : 'wss'}://${url.host}`;
};

const images = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/heic'];

/** Mastodon's own numbers (4.5) where an instance does not say; `description_limit` is told since 4.4. Unit: graphemes. */
const limitsOf = ({ configuration, max_toot_chars }: Answered): FediverseLimits => {
  const { statuses, media_attachments: media } = configuration ?? {};
  const types = media?.supported_mime_types?.filter((type) => images.includes(type)) ?? images.slice(0, 4);
  return {
    text: { max: statuses?.max_characters ?? max_toot_chars ?? 500, unit: 'grapheme' },
    media: {
      max: types.length === 0 ? 0 : (statuses?.max_media_attachments ?? 4),
      maxBytes: Math.min(media?.image_size_limit ?? MASTODON_IMAGE, OUR_IMAGE),
      mimeTypes: types,
      altRequired: false,
      altMax: media?.description_limit ?? 1_500,
    },
    visibilities: ['public', 'unlisted', 'followers', 'direct'],
    contentWarning: true,
    subject: false,
    charactersPerUrl: statuses?.characters_reserved_per_url ?? 23,
  };
};

const MASTODON_IMAGE = 16 * 1024 * 1024;
const OUR_IMAGE = 20 * 1024 * 1024;
