import { createHash } from 'node:crypto';
import { encode, Token, Type } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader } from './firehose-frame.ts';

const cidOf = (block: Uint8Array): Uint8Array =>
  Uint8Array.from([1, 0x71, 0x12, 0x20, ...createHash('sha256').update(block).digest()]);

class Link {
  readonly cid: Uint8Array;
  constructor(cid: Uint8Array) {
    this.cid = cid;
  }
}
const encodeLink = (value: unknown) =>
  value instanceof Link
    ? [new Token(Type.tag, 42), new Token(Type.bytes, Uint8Array.from([0, ...value.cid]))]
    : null;
const toCbor = (value: unknown): Uint8Array => encode(value, { typeEncoders: { Object: encodeLink } });

const varint = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];

const carOf = (cid: Uint8Array, block: Uint8Array): Uint8Array => {
  const header = toCbor({ version: 1, roots: [new Link(cid)] });
  return Uint8Array.from([
    ...varint(header.length),
    ...header,
    ...varint(36 + block.length),
    ...cid,
    ...block,
  ]);
};

/** One post and one deletion, as a relay frames them. `shown` is the block sent along under the post's CID. */
const commitFrame = (shown?: Uint8Array): Uint8Array => {
  const block = toCbor({
    $type: 'app.bsky.feed.post',
    text: 'Un dolcetto 🍷',
    createdAt: '2026-11-22T08:00:00Z',
  });
  const cid = cidOf(block);
  const body = {
    seq: 7,
    repo: 'did:plc:anna',
    time: '2026-11-22T08:00:01Z',
    blocks: carOf(cid, shown ?? block),
    ops: [
      { action: 'create', path: 'app.bsky.feed.post/3kaaa', cid: new Link(cid) },
      { action: 'delete', path: 'app.bsky.feed.post/3kbbb', cid: null },
      { action: 'create', path: 'app.bsky.feed.like/3kccc', cid: new Link(cid) },
    ],
  };
  return Uint8Array.from([...toCbor({ op: 1, t: '#commit' }), ...toCbor(body)]);
};

const changesIn = async (bytes: Uint8Array) => {
  const frame = (await createFrameReader())(bytes);
  return frame.kind === 'commit' ? frame.changes() : [];
};

describe('a frame of the stream', () => {
  it('tells posts written and deleted, and leaves likes alone', async () => {
    const [put, deleted, ...others] = await changesIn(commitFrame());
    expect(put).toMatchObject({
      action: 'put',
      uri: 'at://did:plc:anna/app.bsky.feed.post/3kaaa',
      cid: expect.stringMatching(/^bafyrei[a-z2-7]{52}$/),
      record: { text: 'Un dolcetto 🍷' },
    });
    expect(put?.action === 'put' && put.isAuthentic()).toBe(true);
    expect(deleted).toEqual({ action: 'delete', uri: 'at://did:plc:anna/app.bsky.feed.post/3kbbb' });
    expect(others).toEqual([]);
  });

  it('shows words put into somebody’s mouth as not authentic', async () => {
    const forged = toCbor({
      $type: 'app.bsky.feed.post',
      text: 'Mai detto',
      createdAt: '2026-11-22T08:00:00Z',
    });
    const [put] = await changesIn(commitFrame(forged));
    expect(put?.action === 'put' && put.isAuthentic()).toBe(false);
  });

  it('is an account that ends, a word from the relay, or a refusal', async () => {
    const read = await createFrameReader();
    const frame = (header: object, body: object) => Uint8Array.from([...toCbor(header), ...toCbor(body)]);
    expect(
      read(
        frame({ op: 1, t: '#account' }, { seq: 9, did: 'did:plc:anna', active: false, status: 'deleted' }),
      ),
    ).toEqual({ kind: 'account', seq: 9, did: 'did:plc:anna', isGone: true });
    expect(read(frame({ op: 1, t: '#info' }, { name: 'OutdatedCursor' }))).toEqual({
      kind: 'info',
      name: 'OutdatedCursor',
    });
    expect(read(frame({ op: -1 }, { error: 'FutureCursor' }))).toEqual({
      kind: 'error',
      name: 'FutureCursor',
    });
  });

  it('is read or called unreadable, whatever bytes come', async () => {
    const read = await createFrameReader();
    const real = commitFrame();
    const broken = fc
      .record({ at: fc.nat(real.length - 1), byte: fc.nat(255), length: fc.nat(real.length) })
      .map(({ at, byte, length }) =>
        Uint8Array.from(real, (old, index) => (index === at ? byte : old)).subarray(0, length),
      );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), broken), (bytes) => {
        const frame = read(bytes);
        expect(frame.kind).toBeTypeOf('string');
        if (frame.kind === 'commit') frame.changes();
      }),
      { numRuns: 500 },
    );
  });
});
