import { countGraphemes } from '../../platform/text/index.ts';

/**
 * The length of a status as Mastodon counts it (app/validators/status_length_validator.rb, 4.5): graphemes of warning and
 * text together, each address as `perUrl` characters, of `@anna@mastodon.example` only `@anna`.
 */
export const countStatus = (text: string, contentWarning: string, perUrl: number): number =>
  countGraphemes(contentWarning) +
  countGraphemes(text.replace(address, (url) => shortUrl(url, perUrl)).replace(remoteName, '$1$2'));

const address = /https?:\/\/[^\s<>"“”«»]+/gi;

const shortUrl = (url: string, perUrl: number): string => {
  const bare = url.replace(/[.,;:!?'’)\]}]+$/, '');
  const tail = url.slice(bare.length);
  // Without a dotted host it is no address to Mastodon, and counts in full.
  return /^https?:\/\/[^\s/.]+(\.[^\s/.]+)+/i.test(bare) ? 'x'.repeat(perUrl) + tail : url;
};

const remoteName =
  /(^|[^\w/])(@[a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_]+)?)@[\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_])?/giu;
