import { scanTags } from '../../platform/text/index.ts';

export type HtmlLinks = {
  /** Pages that the text points to, in their order, each once. */
  readonly pages: readonly string[];
  /** Where its mentions lead: people's pages. */
  readonly people: readonly string[];
};

const MAX_LINKS = 50;

/** The links of a status, told apart by the classes that servers give them (`mention`, `hashtag`). */
export const htmlLinks = (html: string): HtmlLinks => {
  const pages = new Set<string>();
  const people = new Set<string>();
  scanTags(html, {
    open: (name, attributes) => {
      if (name !== 'a' || pages.size + people.size >= MAX_LINKS) return;
      const url = webAddress(attributes.href);
      const classes = (attributes.class ?? '').split(/\s+/);
      if (!url || classes.includes('hashtag') || attributes.rel?.split(/\s+/).includes('tag')) return;
      (classes.includes('mention') ? people : pages).add(url);
    },
  });
  return { pages: [...pages], people: [...people] };
};

/** An http or https address of bearable length, written in the one standard way. */
export const webAddress = (text: string | undefined): string | undefined => {
  const url = text ? URL.parse(text.trim()) : null;
  const isWeb = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isWeb && url.href.length <= 2_048 && !hidden.test(url.href) ? url.href : undefined;
};

const hidden = /[\p{Cc}\p{Cf}]/u;
