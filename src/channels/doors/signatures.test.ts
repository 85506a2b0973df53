import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameSecret, isSignedWith, type SignatureAlgorithm } from './signatures.ts';

const sign = (algorithm: string, secret: string, bytes: Uint8Array) =>
  createHmac(algorithm, secret).update(bytes).digest();

it('a signature holds for its secret and bytes, in hexadecimal and in base64, and for nothing else', () => {
  const algorithms: SignatureAlgorithm[] = ['sha1', 'sha256', 'sha384', 'sha512'];
  fc.assert(
    fc.property(
      fc.constantFrom(...algorithms),
      fc.string({ minLength: 1 }),
      fc.string({ minLength: 1 }),
      fc.uint8Array(),
      (algorithm, secret, other, bytes) => {
        const made = sign(algorithm, secret, bytes);
        for (const written of [
          made.toString('hex'),
          made.toString('hex').toUpperCase(),
          made.toString('base64'),
          made.toString('base64url'),
        ]) {
          expect(isSignedWith([secret], algorithm, bytes, written)).toBe(true);
          expect(isSignedWith([other, secret], algorithm, bytes, written)).toBe(true);
          if (other !== secret) expect(isSignedWith([other], algorithm, bytes, written)).toBe(false);
        }
        expect(isSignedWith([secret], algorithm, new Uint8Array([...bytes, 0]), made.toString('hex'))).toBe(
          false,
        );
        expect(isSignedWith([secret], algorithm, bytes, made.toString('hex').slice(2))).toBe(false);
      },
    ),
  );
});

it('anything at all may stand where a signature should', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array(), (text, bytes) => {
      expect(isSignedWith(['secret'], 'sha256', bytes, text)).toBe(false);
    }),
  );
  expect(isSignedWith([], 'sha256', new Uint8Array(), '00')).toBe(false);
  expect(
    isSignedWith([''], 'sha256', new Uint8Array(), sign('sha256', '', new Uint8Array()).toString('hex')),
  ).toBe(false);
});

it('secrets are the same only when they are, and an empty one is nobody’s', () => {
  expect(isSameSecret('vendemmia', 'vendemmia')).toBe(true);
  expect(isSameSecret('vendemmie', 'vendemmia')).toBe(false);
  expect(isSameSecret('', '')).toBe(false);
  expect(isSameSecret(undefined, 'vendemmia')).toBe(false);
});
