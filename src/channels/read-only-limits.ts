import type { ContentLimits } from './contract.ts';

/** What may be written where nothing can be. */
export const readOnlyLimits: ContentLimits = {
  text: { max: 0, unit: 'grapheme' },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: [],
  contentWarning: false,
  subject: false,
};
