import { createHmac } from 'node:crypto';
import type { Platform } from '../../platform/platform.ts';

const PURPOSE = 'relations:suppression';

type Account = { readonly channel: string; readonly nativeId: string };

/** What stays of an account whose person asked to be forgotten: nobody can read who it was without the installation's key. */
export const hashAccount = (platform: Pick<Platform, 'sealer'>, account: Account): string =>
  hashed(platform.sealer.deriveKey(PURPOSE), account);

/** Tells the same of any account under every key that the installation has had, the newest first: keys are derived once for all of them. */
export const hashesBy = (platform: Pick<Platform, 'sealer'>): ((account: Account) => readonly string[]) => {
  const keys = platform.sealer.deriveKeys(PURPOSE);
  return (account) => keys.map((key) => hashed(key, account));
};

const hashed = (key: Buffer, { channel, nativeId }: Account): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([channel, nativeId]))
    .digest('base64url');
