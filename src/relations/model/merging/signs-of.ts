import { foldText } from '../../../platform/text/index.ts';
import type { Account, Sign } from './account.ts';
import { normalUrl, ownDomain, ownHost, ownMailDomain } from './normal-url.ts';

/** A mark that an account bears. Accounts of two contacts that bear the same may be one person's. */
export type Mark = Sign & {
  /** More contacts than this with the same mark, and it is no person's but a company's, a default picture's, or chance. */
  readonly most: number;
};

/** A name of one word is anybody's. */
const FULL_NAME = /\p{L}{2,} \p{L}{2,}/u;

/** All the marks of an account but rel=me, which takes two. */
export const marksOf = (account: Account): readonly Mark[] => {
  const { avatarHash, name, handle } = account;
  const mail = mailOf(account);
  const fullName = name === null ? '' : foldText(name).trim().replace(/\s+/g, ' ');
  const nick = handle === null ? '' : (foldText(handle).replace(/^@/, '').split(/[@.]/)[0] ?? '');
  return [
    ...(mail ? [{ kind: 'mail' as const, shared: mail, most: 3 }] : []),
    ...account.links.filter(({ verified }) => verified).flatMap(({ url }) => mark('link', normalUrl(url), 3)),
    ...mark('avatar', avatarHash, 3),
    ...[...new Set(domainsOf(account))].map((shared) => ({ kind: 'domain' as const, shared, most: 2 })),
    ...(nick.length >= 5 ? [{ kind: 'handle' as const, shared: nick, most: 3 }] : []),
    ...(FULL_NAME.test(fullName) ? [{ kind: 'name' as const, shared: fullName, most: 3 }] : []),
  ];
};

/** The addresses by which others can link to this account, and those that it links to itself. */
export const addressesOf = ({
  url,
  links,
}: Account): { readonly own: string | null; readonly linked: readonly string[] } => ({
  own: url === null ? null : normalUrl(url),
  linked: links.flatMap((link) => normalUrl(link.url) ?? []),
});

const mark = (kind: Mark['kind'], shared: string | null, most: number): readonly Mark[] =>
  shared ? [{ kind, shared, most }] : [];

const mailOf = ({ channel, nativeId, handle }: Account): string | null => {
  if (channel !== 'mail') return null;
  const address = [nativeId, handle ?? ''].find((text) => /^[^\s@]+@[^\s@]+$/.test(text));
  return address?.toLowerCase() ?? null;
};

/** Of its links, of its letter box, and of a handle that is a domain (AT Protocol). */
const domainsOf = (account: Account): readonly string[] => {
  const mail = mailOf(account);
  const handle = account.channel === 'bluesky' ? (account.handle ?? '').toLowerCase().replace(/^@/, '') : '';
  return [
    ...account.links.flatMap(({ url }) => ownDomain(url) ?? []),
    ...(account.channel === 'feed' && account.url ? [ownDomain(account.url) ?? []].flat() : []),
    ...(mail ? [ownMailDomain(mail) ?? []].flat() : []),
    ...(handle ? [ownHost(handle) ?? []].flat() : []),
  ];
};
