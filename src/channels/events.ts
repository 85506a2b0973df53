/** What a channel gave us, untouched. Unique by connection, `nativeId` and `revision`. */
export type RawItem = {
  readonly nativeId: string;
  /** Changes when the item does: an edit time or a digest of the body. */
  readonly revision: string;
  readonly contentType: string;
  readonly encoding: 'utf8' | 'base64';
  readonly body: string;
  /** What `normalise` needs besides the body to stay pure: our own account (`accountId`), the feed's address... */
  readonly context: Readonly<Record<string, string>>;
};

export type Author = {
  /** The channel's own opaque key (DID, actor URI, mail address): names and handles are attributes. */
  readonly nativeId: string;
  readonly name?: string;
  readonly handle?: string;
  readonly url?: string;
  readonly avatarUrl?: string;
  /** Where they say to be at home, in their own words; only where the channel gives it with what they said. */
  readonly place?: string;
};

/** Where something was said or is about, as the channel tells: a name, coordinates (WGS 84, degrees), or both. */
export type Place = {
  readonly name?: string;
  readonly latitude?: number;
  readonly longitude?: number;
};

export type Media = {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  readonly url?: string;
  /** The channel's own name for what it gives only to us: see `fetchMedia`. */
  readonly key?: string;
  readonly alt?: string;
  readonly name?: string;
  readonly mimeType?: string;
  readonly byteLength?: number;
};

/** Something said. All texts are plain, clean text: no markup, no control characters, no bidi overrides. */
export type Item = {
  readonly nativeId: string;
  readonly revision: string;
  readonly form:
    | 'post'
    | 'reply'
    | 'message'
    | 'article'
    | 'comment'
    | 'review'
    | 'call'
    | 'encounter'
    | 'note';
  readonly visibility: 'public' | 'unlisted' | 'followers' | 'direct';
  readonly author: Author;
  /** One of our own accounts wrote it. */
  readonly ours: boolean;
  /** Spoken to us (mention, answer, message), not merely about us. */
  readonly addressed: boolean;
  /**
   * Nobody vouches for it yet (a pingback, a comment that the site has not let through): it is kept apart, and is no mention until a person
   * of the company says so.
   */
  readonly held?: true;
  /** Not a person's words: waits for nobody. */
  readonly automatic?: 'auto-reply' | 'bounce' | 'list';
  readonly title?: string;
  readonly text: string;
  /** Others' words carried along, such as the quoted part of a mail. */
  readonly quoted?: string;
  readonly contentWarning?: string;
  /** BCP 47, as the source declares it. */
  readonly language?: string;
  /** Stars or points that came with it, of so many at best. */
  readonly rating?: { readonly value: number; readonly best: number };
  readonly place?: Place;
  readonly url?: string;
  /** ISO 8601 with zone, by the channel's clock. Missing or absurd dates are left out: the core uses the time of arrival. */
  readonly saidAt?: string;
  readonly editedAt?: string;
  readonly parentNativeId?: string;
  readonly rootNativeId?: string;
  /** Other native ids of the same conversation, oldest first (mail's References). */
  readonly references: readonly string[];
  readonly links: readonly { readonly url: string; readonly title?: string }[];
  readonly media: readonly Media[];
  /** The channel's own facts that an answer will need (cid, visibility, subject...). Never secrets. */
  readonly replyContext: Readonly<Record<string, string>>;
};

/** What a raw item means. docs/events.md tells it field by field. */
export type ChannelEvent =
  | { readonly kind: 'item'; readonly item: Item }
  /** `ifKnown`: anybody may have said so (a page that is not there); it counts only for what we have. */
  | {
      readonly kind: 'removed';
      readonly nativeId: string;
      readonly removedAt?: string;
      readonly ifKnown?: true;
    }
  | {
      readonly kind: 'reaction';
      readonly reaction: 'like' | 'repost' | 'follow' | 'other';
      readonly author: Author;
      readonly ofNativeId?: string;
      readonly saidAt?: string;
    }
  /** A message of ours did not arrive (RFC 3464). */
  | {
      readonly kind: 'undelivered';
      readonly ofNativeId?: string;
      readonly recipient?: string;
      readonly status?: string;
      readonly reason: string;
    }
  /** How far a message of ours has come, by the channel's clock. In any order; none comes where people or channels do not tell. */
  | {
      readonly kind: 'receipt';
      readonly ofNativeId: string;
      readonly state: 'sent' | 'delivered' | 'read';
      readonly at?: string;
    }
  /** A person asked, through the channel, that what is kept of them be erased. */
  | { readonly kind: 'erasure-asked'; readonly authorNativeId: string }
  | { readonly kind: 'unrecognised'; readonly nativeId: string; readonly reason: string };
