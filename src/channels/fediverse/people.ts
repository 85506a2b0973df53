import { cleanLine } from '../clean-words.ts';
import type { Author } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import type { FediverseAccount } from './entities.ts';
import { webAddress } from './html-links.ts';

/** The key of a person wherever they are seen from: the actor's address (`uri`, Mastodon 4.2), else the profile's. */
export const personKey = (account: FediverseAccount, domain: string): string =>
  fittingId(account.uri || account.url || `acct:${fullAcct(account.acct, domain)}`);

/** `anna@mastodon.example`, also for people of the instance itself, whom it names without. */
export const fullAcct = (acct: string, domain: string): string => {
  const bare = cleanLine(acct, 300).replace(/^@/, '');
  return bare.includes('@') || domain === '' ? bare : `${bare}@${domain}`;
};

export const authorOf = (account: FediverseAccount, domain: string): Author => {
  const name = account.display_name ? cleanLine(account.display_name, 200) : '';
  const acct = fullAcct(account.acct, domain);
  const url = webAddress(account.url) ?? webAddress(account.uri);
  const avatarUrl = webAddress(account.avatar_static) ?? webAddress(account.avatar);
  return {
    nativeId: personKey(account, domain),
    ...(name ? { name } : {}),
    ...(acct ? { handle: `@${acct}` } : {}),
    ...(url ? { url } : {}),
    ...(avatarUrl ? { avatarUrl } : {}),
  };
};
