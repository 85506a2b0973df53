import { createHash } from 'node:crypto';

/** SHA-256 in hex. Enough for secrets of 256 random bits, which cannot be guessed; passwords need more. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
