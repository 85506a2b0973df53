import { mf2 } from 'microformats-parser';
import type { RawItem } from '../events.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { findLink, type PageFacts } from '../web/find-link.ts';
import { slimHtml } from '../web/slim-html.ts';

export const MENTION_TYPE = 'application/vnd.passaparola.webmention+json';

/** How we were told where nobody vouches for it: such an item is held. */
export type Via = 'pingback' | 'trackback';

/** A page as it was found. `target` is the page of ours that it speaks of. */
type SourceDocument = {
  readonly source: string;
  readonly target: string;
  readonly contentType: string;
  readonly text: string;
  /** ISO date of our reading. */
  readonly fetchedAt?: string;
  readonly via?: Via;
  /** What a trackback says of its page: `title`, `excerpt`, `blogName`. */
  readonly told?: Readonly<Record<string, string>>;
};

/**
 * What a page says, as a raw item; undefined when it does not link to the target. Of its microformats the entries are kept, not the whole
 * page. The revision begins with the time of our reading: of two readings the later holds, whatever dates the page gives itself.
 */
export const pageItem = (document: SourceDocument): RawItem | undefined => {
  const { source, target } = document;
  const facts = factsOf(document);
  if (!facts.links) return undefined;
  const items = isHtml(document.contentType) ? readEntries(document) : [];
  const body = JSON.stringify({
    source,
    target,
    ...(facts.title ? { title: facts.title.slice(0, 500) } : {}),
    ...(facts.language ? { language: facts.language } : {}),
    ...(facts.around ? { around: facts.around } : {}),
    ...(document.via === 'trackback' && document.told ? { told: document.told } : {}),
    items,
  }).toWellFormed();
  const digest = textDigest(body);
  return {
    nativeId: mentionId(source, target),
    revision: document.fetchedAt ? `${document.fetchedAt} ${digest}` : digest,
    contentType: MENTION_TYPE,
    encoding: 'utf8',
    body: body.replaceAll('\\u0000', ''),
    context: {
      ...(document.fetchedAt ? { fetchedAt: document.fetchedAt } : {}),
      ...(document.via ? { via: document.via } : {}),
    },
  };
};

/** That a page is gone, or links to us no more. */
export const goneItem = (source: string, target: string, fetchedAt: string): RawItem => ({
  nativeId: mentionId(source, target),
  revision: `gone ${fetchedAt}`,
  contentType: MENTION_TYPE,
  encoding: 'utf8',
  body: JSON.stringify({ source, target, gone: true }),
  context: { fetchedAt },
});

/** Source and target together are one mention: told again, it is read again. */
const mentionId = (source: string, target: string): string => fittingId(`${source} -> ${target}`);

const isHtml = (contentType: string): boolean => /html|^\s*$/i.test(contentType);

/** In JSON a whole value must be the target; in plain text its characters must stand there. */
const factsOf = ({ text, contentType, source, target }: SourceDocument): PageFacts => {
  if (isHtml(contentType)) return findLink(text, source, target);
  const links = /json/i.test(contentType) ? text.includes(JSON.stringify(target)) : text.includes(target);
  return { links };
};

/** The parser of microformats builds trees and calls itself: it is given a page made harmless. */
const readEntries = ({ text, source }: SourceDocument): readonly unknown[] => {
  try {
    const { items } = mf2(slimHtml(text), {
      baseUrl: source,
      experimental: { lang: true, textContent: true },
    });
    const entries = JSON.stringify(items.slice(0, 50));
    return entries.length > 200_000 ? [] : (JSON.parse(entries) as unknown[]);
  } catch {
    return [];
  }
};
