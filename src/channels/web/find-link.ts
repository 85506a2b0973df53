import { scanTags } from '../../platform/text/index.ts';
import { nestBase, resolveUrl } from '../feed/resolve-url.ts';

export type PageFacts = {
  /** The page has a link, a picture, a film or the like that leads to the target. */
  readonly links: boolean;
  readonly title?: string;
  readonly language?: string;
  /** The words around the link: of the paragraph, list item or cell that holds it. */
  readonly around?: string;
};

const BLOCKS = new Set(
  'p li blockquote td th div article section dd dt figcaption h1 h2 h3 h4 h5 h6 aside main header footer body'.split(
    ' ',
  ),
);
const REFERENCES = ['href', 'src', 'cite', 'data', 'poster'] as const;
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'title']);
const MOST_WORDS = 2_000;

/**
 * Looks through a page's markup for a link to `target`, as https://www.w3.org/TR/webmention/#webmention-verification wants: elements only, never
 * comments or plain words. Reads a stream of tags: linear in the length, whatever the nesting.
 */
export const findLink = (html: string, pageUrl: string, target: string): PageFacts => {
  const wanted = bareUrl(target);
  let base: string | undefined = pageUrl;
  let [links, title, language, around] = [false, '', '', ''];
  let words = '';
  let isMarked = false;
  let unseen = '';
  const endBlock = (): void => {
    if (isMarked && around === '') around = words.replace(/\s+/g, ' ').trim();
    words = '';
    isMarked = false;
  };
  scanTags(html, {
    open: (name, attributes) => {
      if (name === 'base') base = nestBase(base, attributes.href);
      if (name === 'html' && language === '') language = attributes.lang ?? '';
      if (unseen === '' && UNSEEN.has(name)) unseen = name;
      if (BLOCKS.has(name)) endBlock();
      if (name === 'base' || unseen === 'template') return;
      const leads = REFERENCES.some((attribute) => {
        const url = resolveUrl(attributes[attribute], base);
        return url !== undefined && bareUrl(url) === wanted;
      });
      if (!leads) return;
      links = true;
      isMarked = true;
    },
    text: (text) => {
      if (unseen === 'title' && title.length < 500) title += text;
      if (unseen === '' && words.length < MOST_WORDS) words += text;
    },
    close: (name) => {
      if (unseen === name) unseen = '';
      if (BLOCKS.has(name)) endBlock();
    },
  });
  endBlock();
  return {
    links,
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(language ? { language } : {}),
    ...(around ? { around } : {}),
  };
};

/** Two writings of one address: without the fragment, and with http for https, as sites have moved. */
export const bareUrl = (url: string): string => {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  parsed.hash = '';
  return parsed.href.replace(/^http:/, 'https:');
};
