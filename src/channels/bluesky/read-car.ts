const CID_LENGTH = 36;

/** The blocks of a CAR v1 (https://ipld.io/specs/transport/car/carv1): length, CID of 36 bytes, content. */
export const readCar = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const blocks = new Map<string, Uint8Array>();
  const header = readVarint(bytes, 0);
  let at = header.next + header.value;
  while (at < bytes.length) {
    const { value, next } = readVarint(bytes, at);
    if (value < CID_LENGTH || next + value > bytes.length) throw new Error('a CAR cut short');
    blocks.set(
      keyOf(bytes.subarray(next, next + CID_LENGTH)),
      bytes.subarray(next + CID_LENGTH, next + value),
    );
    at = next + value;
  }
  return blocks;
};

const readVarint = (bytes: Uint8Array, from: number): { readonly value: number; readonly next: number } => {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes[from + index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: from + index + 1 };
  }
  throw new Error('a number too long');
};

/** Bytes as a key of a map. */
export const keyOf = (cid: Uint8Array): string =>
  Buffer.from(cid.buffer, cid.byteOffset, cid.length).toString('latin1');
