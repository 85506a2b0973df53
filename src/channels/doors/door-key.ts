import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 256 bits, 43 characters of the URL-safe alphabet (RFC 4648 5). */
export const newDoorKey = (): string => randomBytes(32).toString('base64url');

export const isDoorKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** The door's own secret for vendors: made from the key, and telling nothing of it. */
export const tokenOfKey = (key: string): string =>
  createHmac('sha256', key).update('passaparola door token').digest('base64url');

export const doorUrl = (baseUrl: string, key: string): string => `${baseUrl.replace(/\/+$/, '')}/in/${key}`;
