import { htmlToText, scanTags } from '../../platform/text/index.ts';
import type { Item } from '../events.ts';
import { webAddress } from '../web/own-site.ts';

export type Cooked = {
  readonly said: string;
  readonly quoted: string;
  /** Names without @, in lower case. */
  readonly mentions: readonly string[];
  /** Whose words are quoted. */
  readonly quotes: readonly string[];
  readonly links: Item['links'];
  readonly images: Item['media'];
};

const MOST = 50;

/** The HTML that a forum made of a post (`cooked`): its own words apart from those that it quotes and from previews of links. */
export const readCooked = (html: string, site: string): Cooked => {
  const parts = splitAsides(html.slice(0, 500_000));
  const found = referencesIn(html.slice(0, 500_000), site);
  return { said: htmlToText(parts.said), quoted: htmlToText(parts.quoted), ...found };
};

/** `<aside class="quote">` holds others' words, `<aside class="onebox">` a link's preview; both may hold each other. */
const splitAsides = (html: string): { readonly said: string; readonly quoted: string } => {
  let depth = 0;
  let from = 0;
  let isQuote = false;
  const said: string[] = [];
  const quoted: string[] = [];
  for (const tag of html.matchAll(/<(\/?)aside\b([^<>]*)>/gi)) {
    const isEnd = tag[1] === '/';
    if (isEnd && depth === 0) continue;
    if (depth === 0) said.push(html.slice(from, tag.index), '<br>');
    else if (depth === 1 && isEnd && isQuote) quoted.push(html.slice(from, tag.index));
    if (depth === 0) isQuote = /\bquote\b/.test(tag[2] ?? '');
    depth += isEnd ? -1 : 1;
    if (depth === 0 || (depth === 1 && !isEnd)) from = tag.index + tag[0].length;
  }
  (depth === 0 ? said : isQuote ? quoted : []).push(html.slice(from));
  return { said: said.join(''), quoted: quoted.join('') };
};

const referencesIn = (html: string, site: string): Omit<Cooked, 'said' | 'quoted'> => {
  const mentions = new Set<string>();
  const quotes = new Set<string>();
  const links = new Set<string>();
  const images = new Map<string, string>();
  let inQuote = 0;
  const absolute = (href: string | undefined): string | undefined =>
    href === undefined ? undefined : webAddress(URL.parse(href, `${site}/`)?.href);
  scanTags(html, {
    open: (name, attributes) => {
      const classes = (attributes.class ?? '').split(/\s+/);
      if (name === 'aside') {
        if (classes.includes('quote')) quotes.add((attributes['data-username'] ?? '').toLowerCase());
        inQuote += 1;
      }
      if (inQuote > 0 && name !== 'a') return;
      if (name === 'a') {
        const url = absolute(attributes.href);
        const person = /\/u\/([^/?#]+)$/.exec(URL.parse(url ?? '')?.pathname ?? '')?.[1];
        if (classes.includes('mention')) mentions.add(decode(person ?? '').toLowerCase());
        else if (url && links.size < MOST && !classes.some((one) => unread.has(one))) links.add(url);
      }
      if (name === 'img' && !classes.some((one) => unread.has(one))) {
        const url = absolute(attributes.src);
        if (url && images.size < MOST) images.set(url, attributes.alt ?? '');
      }
    },
    close: (name) => {
      if (name === 'aside' && inQuote > 0) inQuote -= 1;
    },
  });
  return {
    mentions: [...mentions].filter(Boolean),
    quotes: [...quotes].filter(Boolean),
    links: [...links].map((url) => ({ url })),
    images: [...images].map(([url, alt]) => ({
      kind: 'image',
      url,
      ...(alt.trim() ? { alt: alt.trim() } : {}),
    })),
  };
};

/** Signs in the text, people's pictures, hashtags, the links around enlarged pictures and around headings. */
const unread = new Set(['emoji', 'avatar', 'hashtag', 'hashtag-cooked', 'lightbox', 'anchor', 'site-icon']);

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
