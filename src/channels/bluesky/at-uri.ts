/** The parts of an at:// address of a record (https://atproto.com/specs/at-uri-scheme). */
export type AtUri = { readonly did: string; readonly collection: string; readonly rkey: string };

export const POSTS = 'app.bsky.feed.post';

/** Undefined for what is no address of a record of a DID. */
export const readAtUri = (uri: string): AtUri | undefined => {
  const [, did, collection, rkey] =
    /^at:\/\/(did:[a-z]+:[\w.:%-]{1,500})\/([a-zA-Z0-9.-]{1,300})\/([\w.:~-]{1,512})$/.exec(uri) ?? [];
  return did && collection && rkey ? { did, collection, rkey } : undefined;
};

export const writeAtUri = ({ did, collection, rkey }: AtUri): string => `at://${did}/${collection}/${rkey}`;

/** Whose record it is. */
export const didOf = (uri: string | undefined): string | undefined =>
  uri === undefined ? undefined : readAtUri(uri)?.did;

/** The page of a post for people. A handle reads better, a DID lasts longer; either opens it. */
export const postPage = (uri: string, handle?: string): string | undefined => {
  const parts = readAtUri(uri);
  if (parts?.collection !== POSTS) return undefined;
  return `${profilePage(parts.did, handle)}/post/${encodeURIComponent(parts.rkey)}`;
};

export const profilePage = (did: string, handle?: string): string =>
  `https://bsky.app/profile/${handle ? encodeURIComponent(handle) : did}`;
