import { scanTags } from '../../../platform/text/index.ts';

/** A page of links is no profile. */
const MOST_LINKS = 20;

/**
 * Where a profile says that its owner is, too: addresses of `a` and `link` with `rel="me"`, absolute, without fragment, each
 * once, in their order. Total: what is no HTML has none. Source: microformats.org/wiki/rel-me.
 */
export const meLinks = (html: string, pageUrl: string): readonly string[] => {
  const found = new Set<string>();
  scanTags(html, {
    open: (name, { rel = '', href }) => {
      if ((name !== 'a' && name !== 'link') || !href || found.size >= MOST_LINKS) return;
      if (!rel.toLowerCase().split(/\s+/).includes('me')) return;
      const url = profileAddress(href, pageUrl);
      if (url) found.add(url);
    },
  });
  return [...found];
};

/** An address of the web as it is compared; undefined for anything else. */
export const profileAddress = (address: string, base?: string): string | undefined => {
  const url = URL.parse(address.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.href.length > 500)
    return undefined;
  url.hash = '';
  return url.href;
};

/** Whether two addresses are of the same profile: however the end, the capitals of the host and http or https are written. */
export const isSameProfile = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (address: string): string =>
  (profileAddress(address) ?? address)
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();
