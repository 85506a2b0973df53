import type { ContentLimits } from '../contract.ts';

/**
 * What one post may contain: the lexicons app.bsky.feed.post (300 graphemes, 3000 bytes) and app.bsky.embed.images
 * (4 images of 2,000,000 bytes, alt required) as published in @atproto/api 0.21.0, read 2026-11-22. The lexicon sets
 * no length for alt; 2000 graphemes is what Bluesky's own app allows. It is the same for every account and server.
 */
export const blueskyLimits: ContentLimits = {
  text: { max: 300, unit: 'grapheme', maxBytes: 3_000 },
  media: {
    max: 4,
    maxBytes: 2_000_000,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    altRequired: true,
    altMax: 2_000,
  },
  visibilities: ['public'],
  contentWarning: false,
  subject: false,
};
