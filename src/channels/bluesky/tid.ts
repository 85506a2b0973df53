import { createHash } from 'node:crypto';

/**
 * A record key in TID form (https://atproto.com/specs/tid: 53 bits of microseconds, 10 of a clock's number, in 13
 * sortable characters) that depends on `opKey` alone, so that a second attempt writes to the very same place. A
 * UUIDv7 (RFC 9562 5.7) lends its own instant; of other keys one from the years 2024 to 2026 is drawn.
 */
export const tidOf = (opKey: string): string => {
  const digest = createHash('sha256').update(`passaparola:bluesky:${opKey}`).digest();
  const noise = digest.readUIntBE(0, 6);
  const born = uuid7Milliseconds(opKey);
  const micros =
    born === undefined
      ? SINCE_MICROS + BigInt(noise % SPAN_MICROS)
      : BigInt(born) * 1_000n + BigInt(noise % 1_000);
  return encode((micros << 10n) | BigInt(digest.readUInt16BE(6) % 1_024));
};

const SINCE_MICROS = BigInt(Date.UTC(2024, 0, 1)) * 1_000n;
const SPAN_MICROS = 2 * 365 * 24 * 60 * 60 * 1_000_000;

const uuid7Milliseconds = (key: string): number | undefined => {
  const [, high, low] =
    /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.exec(key) ?? [];
  const born = high && low ? Number.parseInt(high + low, 16) : Number.NaN;
  // 53 bits of microseconds end in the year 2255.
  return born < Date.UTC(2200, 0, 1) ? born : undefined;
};

const alphabet = '234567abcdefghijklmnopqrstuvwxyz';

const encode = (value: bigint): string =>
  Array.from({ length: 13 }, (_, index) => alphabet[Number((value >> BigInt(60 - index * 5)) & 31n)]).join(
    '',
  );
