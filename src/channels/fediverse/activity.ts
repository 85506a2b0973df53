import { textDigest } from '../text-digest.ts';

/**
 * ActivityStreams 2.0 (https://www.w3.org/TR/activitystreams-core/, -vocabulary) said in Mastodon's entities, which the rest of this folder reads:
 * documents as found in exports of an outbox, on servers' pages and in deliveries. Pure, total; what is no such document is `undefined`.
 */
export const membersOfActivity = (document: unknown, depth = 0): readonly AsMember[] | undefined => {
  if (!isRecord(document) || 'account' in document || depth > 3) return undefined;
  const type = typeOf(document);
  if (COLLECTIONS.has(type)) {
    const listed = [document.orderedItems, document.items].flatMap(asList).slice(0, 10_000);
    const first = isRecord(document.first) ? (membersOfActivity(document.first, depth + 1) ?? []) : [];
    return [...listed.flatMap((one) => membersOfActivity(one, depth + 1) ?? []), ...first];
  }
  const member = memberOf(document, type);
  return member && [member];
};

/** `parentUri`: what it answers, which Mastodon tells by a number of its own. */
export type AsMember = { readonly document: unknown; readonly parentUri?: string };

type Fields = Readonly<Record<string, unknown>>;

const COLLECTIONS = new Set(['Collection', 'OrderedCollection', 'CollectionPage', 'OrderedCollectionPage']);
const SPEECH = new Set([
  'Note',
  'Article',
  'Page',
  'Question',
  'Event',
  'Image',
  'Video',
  'Audio',
  'Document',
]);
const REACTIONS: Readonly<Record<string, string>> = {
  Announce: 'reblog',
  Like: 'favourite',
  Follow: 'follow',
  EmojiReact: 'pleroma:emoji_reaction',
};

const memberOf = (activity: Fields, type: string): AsMember | undefined => {
  const { object } = activity;
  if (SPEECH.has(type)) return statusOf(activity, activity.attributedTo ?? activity.actor);
  if (type === 'Create' || type === 'Update') {
    return isRecord(object) && SPEECH.has(typeOf(object))
      ? statusOf(object, object.attributedTo ?? activity.actor, activity)
      : undefined;
  }
  const uri = idOf(object);
  if (type === 'Tombstone') return removal(idOf(activity), text(activity.deleted));
  if (type === 'Delete') {
    return removal(uri, (isRecord(object) ? text(object.deleted) : undefined) ?? text(activity.published));
  }
  const reaction = Object.hasOwn(REACTIONS, type) ? REACTIONS[type] : undefined;
  if (!reaction || !idOf(activity.actor)) return undefined;
  const account = accountOf(activity.actor);
  // Only the address of what is meant counts; who wrote that is not said.
  const status = uri && type !== 'Follow' ? { id: textDigest(uri), uri, account } : undefined;
  return {
    document: {
      id: textDigest(idOf(activity) ?? '', type, uri ?? ''),
      type: reaction,
      created_at: text(activity.published),
      account,
      ...(status ? { status } : {}),
    },
  };
};

const removal = (uri: string | undefined, deletedAt: string | undefined): AsMember | undefined =>
  uri ? { document: { deleted: true, uri, ...(deletedAt ? { deletedAt } : {}) } } : undefined;

const statusOf = (object: Fields, author: unknown, activity: Fields = {}): AsMember | undefined => {
  const uri = idOf(object);
  if (!uri || !idOf(author)) return undefined;
  const parentUri = idOf(asList(object.inReplyTo)[0]);
  const said = wordsOf(object);
  const updated =
    text(object.updated) ?? (typeOf(activity) === 'Update' ? text(activity.published) : undefined);
  const summary = text(object.summary) ?? firstOf(object.summaryMap);
  const options = asList(object.oneOf ?? object.anyOf).flatMap((one) =>
    isRecord(one) && text(one.name) ? [{ title: text(one.name) }] : [],
  );
  const place = asList(object.location).find((one) => isRecord(one) && typeOf(one) === 'Place');
  return {
    document: {
      id: textDigest(uri),
      uri,
      url: pageOf(object.url),
      content: said.content,
      spoiler_text: typeOf(object) === 'Article' ? undefined : summary,
      visibility: visibilityOf({ to: object.to ?? activity.to, cc: object.cc ?? activity.cc }),
      language: said.language,
      created_at: text(object.published) ?? text(activity.published),
      edited_at: updated,
      ...(parentUri ? { in_reply_to_id: textDigest(parentUri) } : {}),
      account: accountOf(author),
      mentions: asList(object.tag).flatMap(mentionOf),
      media_attachments: asList(object.attachment).flatMap(attachmentOf),
      ...(options.length > 0 ? { poll: { options } } : {}),
      ...(place ? { location: place } : {}),
    },
    ...(parentUri ? { parentUri } : {}),
  };
};

/** `content`, or the first of `contentMap` with its language; a title before it (`name`, `nameMap`). */
const wordsOf = (object: Fields): { readonly content: string; readonly language: string | undefined } => {
  const map = isRecord(object.contentMap) ? Object.entries(object.contentMap) : [];
  const plain = text(object.content);
  const [language, mapped] = map.find(([, words]) => words === plain) ?? map[0] ?? [];
  const body = plain ?? text(mapped) ?? '';
  const name = text(object.name) ?? firstOf(object.nameMap);
  const isKnown = plain === undefined || mapped === plain;
  return {
    content: name && name !== body ? `<p>${escaped(name)}</p>${body}` : body,
    language: isKnown ? language : undefined,
  };
};

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const PUBLIC = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']);

/** Where nobody is named it was found in the open. */
const visibilityOf = ({ to, cc }: { readonly to: unknown; readonly cc: unknown }): string => {
  const [first, second] = [to, cc].map((one) => asList(one).flatMap((whom) => idOf(whom) ?? []));
  const all = [...(first ?? []), ...(second ?? [])];
  if (all.length === 0 || first?.some((whom) => PUBLIC.has(whom))) return 'public';
  if (second?.some((whom) => PUBLIC.has(whom))) return 'unlisted';
  return all.some((whom) => /\/followers\/?$/.test(whom)) ? 'private' : 'direct';
};

const accountOf = (who: unknown): Fields => {
  const actor = asList(who)[0];
  const uri = idOf(actor) ?? '';
  const known = isRecord(actor) ? actor : {};
  const address = URL.parse(uri);
  const last = address?.pathname.split('/').filter(Boolean).at(-1)?.replace(/^@/, '') ?? '';
  const username = text(known.preferredUsername) ?? last;
  return {
    id: textDigest(uri),
    acct: address && username ? `${username}@${address.host}` : username,
    username,
    display_name: text(known.name) ?? firstOf(known.nameMap),
    uri,
    url: pageOf(known.url) ?? uri,
    avatar: pageOf(asList(known.icon)[0]),
  };
};

const mentionOf = (tag: unknown): readonly Fields[] => {
  const href = isRecord(tag) && typeOf(tag) === 'Mention' ? text(tag.href) : undefined;
  if (!href || !isRecord(tag)) return [];
  return [{ id: textDigest(href), acct: (text(tag.name) ?? '').replace(/^@/, ''), url: href }];
};

const attachmentOf = (one: unknown): readonly Fields[] => {
  const url = isRecord(one) ? pageOf(one.url ?? one.href) : undefined;
  if (!url || !isRecord(one)) return [];
  const top = (text(one.mediaType) ?? typeOf(one)).split('/')[0]?.toLowerCase() ?? '';
  const type = ['image', 'video', 'audio'].includes(top) ? top : 'unknown';
  return [{ type, url, description: text(one.name) ?? text(one.summary) }];
};

/** An address, a Link with `href`, or several of these: the page for people first. */
const pageOf = (value: unknown): string | undefined => {
  const links = asList(value).map((one) =>
    isRecord(one)
      ? { url: text(one.href) ?? text(one.url), type: text(one.mediaType) }
      : { url: text(one), type: undefined },
  );
  return (links.find(({ type }) => type === 'text/html') ?? links[0])?.url;
};

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const firstOf = (map: unknown): string | undefined =>
  isRecord(map) ? text(Object.values(map)[0]) : undefined;

/** The first type that we know something of; full addresses are the same as their names. */
const typeOf = ({ type, '@type': other }: Fields): string => {
  const types = asList(type ?? other).flatMap(
    (one) => text(one)?.replace(/^.*activitystreams#|^as:/, '') ?? [],
  );
  return (
    types.find((one) => COLLECTIONS.has(one) || SPEECH.has(one) || Object.hasOwn(REACTIONS, one)) ??
    types[0] ??
    ''
  );
};

const idOf = (value: unknown): string | undefined => {
  const one = Array.isArray(value) ? value[0] : value;
  const id = isRecord(one)
    ? (text(one.id) ?? text(one['@id']) ?? (typeOf(one) === 'Link' ? text(one.href) : undefined))
    : text(one);
  return id && id.length <= 2_000 ? id : undefined;
};
