import type { ContentLimits } from '../contract.ts';

/**
 * Telegram does not tell its limits at run time. Read on https://core.telegram.org/bots/api on 2026-11-22: #sendmessage (1-4096
 * characters after entities parsing), #sendphoto (caption 0-1024, 10 MB at most), #sendmediagroup (2-10 in an album). Lengths are in
 * UTF-16 code units, as all of Telegram's offsets. Pictures have no description there.
 */
export const telegramLimits: ContentLimits = {
  text: { max: 4_096, unit: 'utf16' },
  media: {
    max: 10,
    maxBytes: 10_000_000,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    altRequired: false,
    altMax: 2_000,
  },
  visibilities: [],
  contentWarning: false,
  subject: false,
};

export const CAPTION_MAX = 1_024;
