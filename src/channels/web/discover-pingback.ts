import { scanTags } from '../../platform/text/index.ts';

/**
 * Where a page takes pingbacks: its X-Pingback header, else its first `link` element with rel "pingback", whose address must be absolute
 * (https://www.hixie.ch/specs/pingback/pingback-1.0#TOC2). Undefined when it takes none.
 */
export const discoverPingback = (page: {
  readonly header: string | null;
  readonly html: string;
}): string | undefined => {
  const named = absolute(page.header?.trim());
  if (named) return named;
  let found: string | undefined;
  scanTags(page.html, {
    open: (name, { href, rel }) => {
      if (found !== undefined || name !== 'link') return;
      if ((rel ?? '').toLowerCase().split(/\s+/).includes('pingback')) found = absolute(href?.trim());
    },
  });
  return found;
};

const absolute = (address: string | undefined): string | undefined => {
  const url = address && /^https?:\/\//i.test(address) ? URL.parse(address) : null;
  return url && !url.username && !url.password ? url.href : undefined;
};
