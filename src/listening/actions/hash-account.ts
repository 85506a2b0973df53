import { createHmac } from 'node:crypto';
import type { Platform } from '../../platform/platform.ts';
import type { PersonKey } from '../model/person-keys.ts';

/** The name under which the key is derived: it stays as it was first written, or nobody left out would be known again. */
const PURPOSE = 'relations:suppression';

type Hash = (account: PersonKey) => string;

/** What stays of an account whose person asked to be forgotten: nobody can read who it was without the installation's key. */
export const hashAccountBy = (platform: Pick<Platform, 'sealer'>): Hash => {
  const key = platform.sealer.deriveKey(PURPOSE);
  return (account) => hashed(key, account);
};

/** Tells the same of any account under every key that the installation has had, the newest first: keys are derived once for all of them. */
export const hashesBy = (platform: Pick<Platform, 'sealer'>): ((account: PersonKey) => readonly string[]) => {
  const keys = platform.sealer.deriveKeys(PURPOSE);
  return (account) => keys.map((key) => hashed(key, account));
};

/** HMAC-SHA-256 of channel and native id, base64url. */
const hashed = (key: Buffer, { channel, nativeId }: PersonKey): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([channel, nativeId]))
    .digest('base64url');
