/** An account as a channel knows it. */
export type AccountFacts = {
  readonly channel: string;
  readonly nativeId: string;
  readonly handle?: string | null | undefined;
  readonly url?: string | null | undefined;
};

/** What is hashed of an account: a channel's own id, or (under `any`) what is the same on every channel. */
export type PersonKey = { readonly channel: string; readonly nativeId: string };

const ANY = 'any';

/** Everything by which an account can be known again, on its channel and on any other: what is looked up when it is heard. */
export const keysOf = (account: AccountFacts): readonly PersonKey[] => [
  ...ownKeysOf(account),
  ...(account.url ? typedKeys(account.url) : []),
];

/** The same without its page: several people may share one, and leaving out one must not leave out the others. */
export const ownKeysOf = ({ channel, nativeId, handle }: AccountFacts): readonly PersonKey[] => [
  { channel, nativeId },
  ...[nativeId, handle].flatMap((said) => (said ? typedKeys(said) : [])),
];

/**
 * The key of what somebody typed of themselves: a mail address, a handle with its place, the address of a profile. None
 * where it does not say of which place it is: many are called `anna`.
 */
export const typedKeys = (typed: string): readonly PersonKey[] => {
  const key = spokenKey(typed);
  return saysWhere(key) ? [{ channel: ANY, nativeId: key }] : [];
};

/** True for addresses and for names that hold a place. */
export const saysWhere = (key: string): boolean => /[^./@]\.[^./@]|^did:\w/.test(key);

/** One spelling of an address or handle: without case, scheme, `www`, `@` in front, and what ends a link. */
export const spokenKey = (said: string): string =>
  said
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|acct:)/, '')
    .replace(/^www\./, '')
    .replace(/^@/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
