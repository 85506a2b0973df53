import topLevelDomains from 'tlds' with { type: 'json' };
import { countGraphemes, countUtf8Bytes } from '../../platform/text/index.ts';

/** A stretch of a text that leads somewhere; offsets are UTF-8 bytes (lexicon app.bsky.richtext.facet). */
export type DetectedFacet = {
  readonly byteStart: number;
  readonly byteEnd: number;
  /** A mention's handle is resolved to a DID only when sending. */
  readonly target:
    | { readonly kind: 'mention'; readonly handle: string }
    | { readonly kind: 'link'; readonly uri: string }
    | { readonly kind: 'tag'; readonly tag: string };
};

/** Mentions, links and hashtags as people write them, in the order of the text, none over another. Pure. */
export const detectFacets = (text: string): readonly DetectedFacet[] => {
  const found = [...mentionsIn(text), ...linksIn(text), ...tagsIn(text)].sort((a, b) => a.start - b.start);
  const apart: Found[] = [];
  for (const one of found) {
    if (one.start >= (apart.at(-1)?.end ?? 0)) apart.push(one);
  }
  return apart.map(({ start, end, target }) => ({
    byteStart: countUtf8Bytes(text.slice(0, start)),
    byteEnd: countUtf8Bytes(text.slice(0, end)),
    target,
  }));
};

/** Offsets in UTF-16 units. */
type Found = { readonly start: number; readonly end: number; readonly target: DetectedFacet['target'] };

const mentionsIn = (text: string): readonly Found[] =>
  [...text.matchAll(/(?<=^|[\s(])@([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?![\w])/gi)].flatMap((match) => {
    const handle = match[1] ?? '';
    if (!isDomain(handle)) return [];
    return [
      { start: match.index, end: match.index + 1 + handle.length, target: { kind: 'mention', handle } },
    ];
  });

const linksIn = (text: string): readonly Found[] =>
  [
    ...text.matchAll(/(?<=^|[\s(])(?:https?:\/\/\S+|[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+(?:[/?#:]\S*)?)/gi),
  ].flatMap((match) => {
    const written = withoutTrailing(match[0]);
    const uri = /^https?:/i.test(written) ? written : `https://${written}`;
    const isNamed = uri === written || isDomain(/^[^/?#:]*/.exec(written)?.[0] ?? '');
    if (!isNamed || !URL.canParse(uri)) return [];
    return [{ start: match.index, end: match.index + written.length, target: { kind: 'link', uri } }];
  });

/** What ends the sentence, not the address: `(vedi cantina.it/vini).` */
const withoutTrailing = (address: string): string => {
  const cut = address.replace(/[.,;:!?'"»”’]+$/u, '');
  return cut.endsWith(')') && !cut.includes('(') ? withoutTrailing(cut.slice(0, -1)) : cut;
};

const tagsIn = (text: string): readonly Found[] =>
  [...text.matchAll(/(?<=^|\s)[#＃]((?:(?!\u20e2)[^\s\u00ad\u2060\u200a-\u200d])+)/gu)].flatMap((match) => {
    const tag = (match[1] ?? '').replace(/\p{P}+$/u, '');
    const isWord = /[^\d\s\p{P}]/u.test(tag) && !tag.startsWith('\ufe0f');
    if (!isWord || countGraphemes(tag) > 64) return [];
    return [{ start: match.index, end: match.index + 1 + tag.length, target: { kind: 'tag', tag } }];
  });

const known: ReadonlySet<string> = new Set(topLevelDomains);

/** `.test` is where networks for trying things out live (RFC 6761). */
const isDomain = (name: string): boolean => {
  const last = name.split('.').at(-1)?.toLowerCase() ?? '';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name) && (known.has(last) || last === 'test');
};
