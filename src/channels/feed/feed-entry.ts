import type { Place } from '../events.ts';

/** A piece of text with what is known of its markup. `guess`: plain unless it looks like HTML, as RSS titles go. */
export type Markup = {
  readonly value: string;
  readonly as: 'html' | 'plain' | 'guess';
  /** What relative addresses in it mean (XML Base). */
  readonly base: string | undefined;
};

export type FeedMedia = {
  readonly url: string | undefined;
  readonly mimeType: string | undefined;
  readonly byteLength: number | undefined;
  readonly name?: string | undefined;
};

/** One entry of any format, told in one way; addresses are already absolute, texts still marked up. */
export type FeedEntry = {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: Markup | undefined;
  readonly body: Markup | undefined;
  readonly author: {
    readonly name: string | undefined;
    readonly url: string | undefined;
    readonly email: string | undefined;
    readonly avatarUrl?: string | undefined;
  };
  readonly language: string | undefined;
  /** As written. */
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly media: readonly FeedMedia[];
  /** Pages it is about, such as the address that a linkblog points to. */
  readonly links: readonly string[];
  /** GeoRSS (https://www.ogc.org/standard/georss) or the W3C's geo vocabulary; a line or an area is none. */
  readonly place?: Place | undefined;
  /** The entry it answers (RFC 4685), as its id. */
  readonly inReplyTo: string | undefined;
  /** Where its comments are a feed of their own, and how many there are. */
  readonly commentFeed?: { readonly url: string; readonly count: number | undefined } | undefined;
};

export const feedFormats = ['rss', 'atom', 'rdf', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** What an entry needs to know of its feed to be read alone; all strings, so that it travels in a raw item. */
export type FeedSurroundings = {
  readonly feedUrl?: string;
  readonly feedTitle?: string;
  readonly feedLink?: string;
  readonly feedAuthor?: string;
  readonly feedAuthorUrl?: string;
  /** The base of the whole document. */
  readonly base?: string;
  readonly language?: string;
  /** '1' when the document says `mode="base64"` somewhere (Atom 0.3), which the parser leaves out. */
  readonly base64?: string;
  /** ISO date of our reading: what claims to be of later is no date. */
  readonly fetchedAt?: string;
  /** In a feed of comments: the native id of the post they belong to. */
  readonly commentsOf?: string;
  /** '1' for a site of the company itself. */
  readonly ownSite?: string;
};
