import { scanTags } from '../../platform/text/index.ts';
import { resolveUrl } from '../feed/resolve-url.ts';

const SPEAKING = ['u-in-reply-to', 'u-like-of', 'u-repost-of', 'u-bookmark-of'];

/** The first page that this one says to answer, like, repost or keep; else the first that it links to elsewhere. */
export const discoverTarget = (html: string, source: string): string | undefined => {
  let spoken: string | undefined;
  let linked: string | undefined;
  let isInside = 0;
  const host = URL.parse(source)?.host;
  scanTags(html, {
    open: (name, attributes) => {
      const classes = (attributes.class ?? '').split(/\s+/);
      if (classes.some((one) => SPEAKING.includes(one))) isInside = 1;
      if (name !== 'a' && name !== 'link') return;
      const url = resolveUrl(attributes.href, source);
      if (!url) return;
      if (isInside > 0) spoken ??= url;
      else if (name === 'a' && URL.parse(url)?.host !== host) linked ??= url;
    },
    close: () => {
      isInside = spoken === undefined ? isInside : 0;
    },
  });
  return spoken ?? linked;
};
