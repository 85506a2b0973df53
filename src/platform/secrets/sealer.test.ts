import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSealer } from './sealer.ts';

const key = randomBytes(32);
const sealer = createSealer([key]);
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

it('any string comes back as it was, lone surrogates and all', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), anyText, (plain, purpose) => {
      expect(sealer.open(sealer.seal(plain, purpose), purpose)).toEqual({ ok: true, value: plain });
    }),
  );
});

it('with any one bit flipped it does not open', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.integer({ min: 0, max: 6 }), (plain, place, bit) => {
      const sealed = Buffer.from(sealer.seal(plain, 'p'));
      const at = place % sealed.length;
      sealed[at] = (sealed[at] ?? 0) ^ (1 << bit);
      expect(sealer.open(sealed.toString('latin1'), 'p').ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

it('for another purpose it does not open', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (plain, purpose, other) => {
      fc.pre(purpose !== other);
      expect(sealer.open(sealer.seal(plain, purpose), other)).toEqual({
        ok: false,
        error: { kind: 'cannot-open' },
      });
    }),
  );
});

it('the same secret sealed twice looks different and shows nothing of it', () => {
  const [one, two] = [sealer.seal('parola', 'p'), sealer.seal('parola', 'p')];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]+$/);
});

it('any text at all is refused without an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.string().map((text) => `v1.${text}`),
      ),
      (text) => !sealer.open(text, 'p').ok,
    ),
  );
  expect(sealer.open('postgres://in-clear', 'p')).toEqual({ ok: false, error: { kind: 'not-sealed' } });
});

it('a new key on top seals from now on, and the old one still opens', () => {
  const rotated = createSealer([randomBytes(32), key]);
  const old = sealer.seal('token', 'p');
  expect(rotated.open(old, 'p')).toEqual({ ok: true, value: 'token' });
  expect(rotated.isOutdated(old)).toBe(true);
  const fresh = rotated.seal('token', 'p');
  expect(rotated.isOutdated(fresh)).toBe(false);
  expect(sealer.open(fresh, 'p')).toMatchObject({ ok: false, error: { kind: 'unknown-key' } });
});

it('derived keys are steady, 32 bytes, different for each purpose and from the key itself', () => {
  const [session, links] = [sealer.deriveKey('session'), sealer.deriveKey('links')];
  expect(session).toHaveLength(32);
  expect(session).toEqual(createSealer([key]).deriveKey('session'));
  expect(session).not.toEqual(links);
  expect(session).not.toEqual(key);
  expect(createSealer([randomBytes(32), key]).deriveKeys('session')[1]).toEqual(session);
});
