import { scanTags } from '../../platform/text/index.ts';

/**
 * Where a page wants to be told of links to it: the first Link header with rel "webmention", else the first `link` or `a` element with it in the
 * document (https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint). `url` is the page's own after redirects. An endpoint of ''
 * is the page itself. Undefined when it wants none.
 */
export const discoverEndpoint = (
  page: { readonly url: string; readonly linkHeader: string | null; readonly html: string },
  rel = 'webmention',
): string | undefined => {
  const ofHeader = linkHeaders(page.linkHeader).find((link) => link.rels.includes(rel));
  const reference = ofHeader?.target ?? elementWith(page.html, rel);
  if (reference === undefined) return undefined;
  const url = URL.parse(reference, page.url);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};

/** Elements without `href` are no links; what stands in comments, in scripts or as text is no element. */
const elementWith = (html: string, rel: string): string | undefined => {
  let found: string | undefined;
  scanTags(html, {
    open: (name, { href, rel: rels }) => {
      if (found !== undefined || href === undefined || (name !== 'link' && name !== 'a')) return;
      if ((rels ?? '').toLowerCase().split(/\s+/).includes(rel)) found = href;
    },
  });
  return found;
};

type LinkHeader = { readonly target: string; readonly rels: readonly string[] };

/** RFC 8288 3: `<target>; rel="a b"; title=..., <target2>; rel=c`. Several header lines come joined by commas. Total. */
export const linkHeaders = (value: string | null): readonly LinkHeader[] => {
  const links: LinkHeader[] = [];
  const entry = /<([^>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)(?:,|$)/g;
  for (const [, target = '', parameters = ''] of (value ?? '').slice(0, 8_000).matchAll(entry)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    const rels = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    links.push({ target, rels });
  }
  return links;
};
