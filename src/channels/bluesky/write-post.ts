import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { SendContext } from '../contract.ts';
import type { BlueskyClient } from './client.ts';
import type { BlueskyPayload } from './compose.ts';
import type { DetectedFacet } from './detect-facets.ts';
import type { BlueskySecrets, BlueskySettings } from './settings.ts';
import type { XrpcFailure } from './xrpc.ts';

/** A record of app.bsky.feed.post. */
export type PostInput = Readonly<Record<string, unknown>>;

/** Resolves who is mentioned and uploads the pictures: all that comes before the post itself. */
export const writePost = async (
  context: SendContext<BlueskySettings, BlueskySecrets>,
  client: BlueskyClient,
  payload: BlueskyPayload,
): Promise<Result<PostInput, XrpcFailure>> => {
  const facets = await resolveFacets(client, payload.facets);
  if (!facets.ok) return facets;
  const images = await uploadImages(context, client, payload.images);
  if (!images.ok) return images;
  return ok({
    $type: 'app.bsky.feed.post',
    text: payload.text,
    createdAt: context.clock.now().toISOString(),
    ...(payload.langs.length > 0 ? { langs: payload.langs } : {}),
    ...(facets.value.length > 0 ? { facets: facets.value } : {}),
    ...(payload.reply ? { reply: payload.reply } : {}),
    ...(images.value.length > 0 ? { embed: { $type: 'app.bsky.embed.images', images: images.value } } : {}),
  });
};

type Feature = Readonly<Record<string, string>>;

const resolveFacets = async (
  client: BlueskyClient,
  facets: readonly DetectedFacet[],
): Promise<Result<readonly object[], XrpcFailure>> => {
  const resolved: object[] = [];
  for (const { byteStart, byteEnd, target } of facets) {
    const feature = await featureOf(client, target);
    if (!feature.ok) return feature;
    if (feature.value) resolved.push({ index: { byteStart, byteEnd }, features: [feature.value] });
  }
  return ok(resolved);
};

/** A handle that nobody has stays plain text. */
const featureOf = async (
  client: BlueskyClient,
  target: DetectedFacet['target'],
): Promise<Result<Feature | undefined, XrpcFailure>> => {
  if (target.kind === 'link') return ok({ $type: 'app.bsky.richtext.facet#link', uri: target.uri });
  if (target.kind === 'tag') return ok({ $type: 'app.bsky.richtext.facet#tag', tag: target.tag });
  const found = await client.query(
    'com.atproto.identity.resolveHandle',
    { handle: target.handle.toLowerCase() },
    z.object({ did: z.string() }),
  );
  if (found.ok) return ok({ $type: 'app.bsky.richtext.facet#mention', did: found.value.output.did });
  return found.error.effect === 'refused' ? ok(undefined) : found;
};

const UploadedSchema = z.object({ blob: z.looseObject({ $type: z.literal('blob') }) });

const uploadImages = async (
  context: SendContext<BlueskySettings, BlueskySecrets>,
  client: BlueskyClient,
  images: BlueskyPayload['images'],
): Promise<Result<readonly object[], XrpcFailure>> => {
  const uploaded: object[] = [];
  for (const { id, mimeType, alt, width, height } of images) {
    const body = new Uint8Array(await context.loadMedia(id));
    const answer = await client.upload({ body, mimeType }, UploadedSchema);
    if (!answer.ok) return answer;
    const aspectRatio = width && height ? { aspectRatio: { width, height } } : {};
    uploaded.push({ image: answer.value.output.blob, alt, ...aspectRatio });
  }
  return ok(uploaded);
};
