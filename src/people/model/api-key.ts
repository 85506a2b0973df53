import { crc32 } from 'node:zlib';

const START = 'pp_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 40 letters of 62 are 238 bits: nobody guesses them, so that a plain digest is enough to keep. */
const LETTERS = 40;
const CHECK_LETTERS = 6;
/** What is shown of a key that is kept only as a digest. */
const SHOWN = START.length + 6;

/**
 * How a key looks, for scanners of leaked secrets: `pp_`, 40 letters and digits, and 6 that are the CRC-32 of those before in base 62, so
 * that a scanner can tell a key from a word that looks like one (the form of GitHub's tokens, github.blog 2021-04-05).
 */
export const API_KEY_PATTERN: RegExp = /^pp_[0-9A-Za-z]{46}$/;

/** A new key from at least 64 random bytes. PURE. */
export const composeApiKey = (random: Uint8Array): string => {
  // A byte from 248 on would favour some letters: it is passed over.
  const usable = [...random].filter((byte) => byte < 248).slice(0, LETTERS);
  if (usable.length < LETTERS) throw new RangeError('too few random bytes for a key');
  const body = START + usable.map((byte) => ALPHABET[byte % 62]).join('');
  return body + checksumOf(body);
};

/** Well formed, checksum included: what is not is no key of ours, and nothing needs to be looked up. PURE. */
export const isApiKey = (text: string): boolean =>
  API_KEY_PATTERN.test(text) && checksumOf(text.slice(0, -CHECK_LETTERS)) === text.slice(-CHECK_LETTERS);

/** The part that may be shown. PURE. */
export const shownPartOf = (key: string): string => key.slice(0, SHOWN);

const checksumOf = (body: string): string => {
  let rest = crc32(body);
  let letters = '';
  for (let index = 0; index < CHECK_LETTERS; index += 1) {
    letters = ALPHABET[rest % 62] + letters;
    rest = Math.floor(rest / 62);
  }
  return letters;
};
