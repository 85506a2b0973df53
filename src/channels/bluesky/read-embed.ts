import { z } from 'zod';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Item, Media } from '../events.ts';
import { listOf, maybe, webAddress } from './tolerant.ts';

export type Embedded = {
  readonly media: readonly Media[];
  readonly links: Item['links'];
  readonly quotedUri?: string;
  readonly quoted?: string;
};

/** What a post carries besides its text. `embed` is the record's, `view` the AppView's picture of it where there is one. */
export const readEmbed = (embed: unknown, view: unknown, did: string): Embedded => {
  const record = EmbedSchema.safeParse(embed).data;
  if (!record) return { media: [], links: [] };
  const seen = EmbedSchema.safeParse(view).data;
  const inner = EmbedSchema.safeParse(record.media).data;
  const carrier = inner ?? record;
  const carrierView = inner ? EmbedSchema.safeParse(seen?.media).data : seen;
  const quotedUri = record.record?.uri ?? record.record?.record?.uri;
  const shown = seen?.record?.value ?? seen?.record?.record?.value;
  const quoted = shown?.text ? cleanBody(shown.text) : '';
  return {
    media: [...imagesOf(carrier, carrierView, did), ...videoOf(carrier, carrierView, did)],
    links: linksOf(carrier),
    ...(quotedUri ? { quotedUri } : {}),
    ...(quoted ? { quoted } : {}),
  };
};

const BlobSchema = z.object({
  ref: maybe(z.object({ $link: z.string().regex(/^[a-z2-7]{20,120}$/) })),
  mimeType: maybe(z.string()),
  size: maybe(z.number().int().positive()),
});
const PictureSchema = z.object({
  alt: maybe(z.string()),
  image: maybe(BlobSchema),
  fullsize: maybe(z.string()),
});
const QuotedSchema = z.object({
  uri: maybe(z.string().startsWith('at://')),
  value: maybe(z.object({ text: maybe(z.string()) })),
});
/** images, gallery, video, external, record and recordWithMedia, by what they hold: records and views look alike. */
const EmbedSchema = z.object({
  images: listOf(PictureSchema, 20),
  items: listOf(PictureSchema, 20),
  video: maybe(BlobSchema),
  alt: maybe(z.string()),
  playlist: maybe(z.string()),
  external: maybe(z.object({ uri: z.string(), title: maybe(z.string()) })),
  record: maybe(QuotedSchema.extend({ record: maybe(QuotedSchema) })),
  media: z.unknown().optional(),
});
type Embed = z.infer<typeof EmbedSchema>;

const imagesOf = (embed: Embed, view: Embed | undefined, did: string): readonly Media[] => {
  const shown = [...(view?.images ?? []), ...(view?.items ?? [])];
  return [...embed.images, ...embed.items].map(({ alt, image }, index) => {
    const cid = image?.ref?.$link;
    const fallback = cid && `https://cdn.bsky.app/img/feed_fullsize/plain/${did}/${cid}@jpeg`;
    return mediaOf('image', webAddress(shown[index]?.fullsize) ?? fallback, alt, image);
  });
};

const videoOf = (embed: Embed, view: Embed | undefined, did: string): readonly Media[] => {
  if (!embed.video) return [];
  const cid = embed.video.ref?.$link;
  const fallback = cid && `https://video.bsky.app/watch/${encodeURIComponent(did)}/${cid}/playlist.m3u8`;
  return [mediaOf('video', webAddress(view?.playlist) ?? fallback, embed.alt, embed.video)];
};

const mediaOf = (
  kind: Media['kind'],
  url: string | undefined,
  alt: string | undefined,
  blob: z.infer<typeof BlobSchema> | undefined,
): Media => {
  const clean = alt ? cleanLine(alt, 2_000) : '';
  const type = blob?.mimeType && /^[\w.+-]+\/[\w.+-]+$/.test(blob.mimeType) ? blob.mimeType : undefined;
  return {
    kind,
    ...(url ? { url } : {}),
    ...(clean ? { alt: clean } : {}),
    ...(type ? { mimeType: type } : {}),
    ...(blob?.size ? { byteLength: blob.size } : {}),
  };
};

const linksOf = ({ external }: Embed): Item['links'] => {
  const url = webAddress(external?.uri);
  const title = external?.title ? cleanLine(external.title) : '';
  return url ? [{ url, ...(title ? { title } : {}) }] : [];
};
