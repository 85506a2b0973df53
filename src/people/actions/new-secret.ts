import { randomBytes } from 'node:crypto';

/** 256 random bits as they appear in a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
