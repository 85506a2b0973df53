import { scanTags } from '../../platform/text/index.ts';
import { nestBase, resolveUrl } from './resolve-url.ts';

export type HtmlReferences = {
  readonly links: readonly { readonly url: string; readonly title?: string }[];
  readonly images: readonly { readonly url: string; readonly alt?: string }[];
};

const MAX_LINKS = 50;
const MAX_IMAGES = 20;
const MAX_TITLE = 200;

/** The pages that a piece of HTML links to and the pictures it shows, absolute, each once, in their order. */
export const htmlReferences = (html: string, outerBase: string | undefined): HtmlReferences => {
  const links = new Map<string, string>();
  const images = new Map<string, string>();
  let base = outerBase;
  let open: string | undefined;
  scanTags(html, {
    open: (name, attributes) => {
      if (name === 'base') base = nestBase(base, attributes.href);
      if (name === 'a') open = note(links, resolveUrl(attributes.href, base), '', MAX_LINKS);
      if (name === 'img') {
        note(images, resolveUrl(attributes.src, base), attributes.alt ?? '', MAX_IMAGES);
      }
    },
    text: (text) => {
      const title = open === undefined ? '' : (links.get(open) ?? '');
      if (open !== undefined && title.length < MAX_TITLE) links.set(open, title + text);
    },
    close: (name) => {
      if (name === 'a') open = undefined;
    },
  });
  return {
    links: [...links].map(([url, title]) => ({ url, ...(title.trim() ? { title } : {}) })),
    images: [...images].map(([url, alt]) => ({ url, ...(alt.trim() ? { alt } : {}) })),
  };
};

const note = (
  found: Map<string, string>,
  url: string | undefined,
  word: string,
  max: number,
): string | undefined => {
  if (url === undefined || found.has(url) || found.size >= max) return undefined;
  found.set(url, word);
  return url;
};
