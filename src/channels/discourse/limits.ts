import type { ContentLimits } from '../contract.ts';

/**
 * A forum's own settings are for its admins' eyes only: these are Discourse's defaults (config/site_settings.yml, read 2026-11-22):
 * `max_post_length` 32000, `max_image_size_kb` 4096, `authorized_extensions`. Where a forum allows less it says so when asked, and the answer is
 * refused with its own words.
 */
export const discourseLimits: ContentLimits = {
  text: { max: 32_000, unit: 'utf16' },
  media: {
    max: 10,
    maxBytes: 4_194_304,
    mimeTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'],
    altRequired: false,
    altMax: 1_000,
  },
  visibilities: [],
  contentWarning: false,
  subject: true,
};
