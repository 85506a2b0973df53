import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRegisterKey } from '../../care/engine.ts';
import { readArchive } from '../../channels/index.ts';
import { makePack, type PackContents, safeName } from './evidence-pack.ts';
import type { EvidenceRecord } from './evidence-record.ts';
import { fileTypeOf } from './file-type.ts';
import { verifyPack } from './verify-pack.ts';
import { zipOf } from './zip-of.ts';

const record: EvidenceRecord = {
  v: 1,
  collectedAt: '2026-03-02T08:00:00.000Z',
  collectedBy: 'Marta',
  channel: 'mail',
  connection: 'Posta',
  mentionId: '0195',
  nativeId: '<a@b>',
  parentNativeId: null,
  rootNativeId: null,
  url: null,
  author: { name: 'Ignoto', handle: null, url: null, nativeId: 'x' },
  saidAt: '2026-03-01T08:00:00.000Z',
  firstSeenAt: '2026-03-01T08:01:00.000Z',
  editedAt: null,
  removedAt: null,
  title: null,
  body: '<script>alert(1)</script> Siete "ladri" & peggio',
  quoted: null,
  contentHash: 'h',
  rating: null,
  media: [],
  versions: [],
  originals: [],
};

const contents: PackContents = {
  company: 'Cantina & Figli',
  reportId: 'r',
  number: 3,
  kind: 'insult',
  platform: 'Google',
  reasons: '',
  madeAt: '2026-03-02T09:00:00.000Z',
  madeBy: 'Marta',
  records: [record],
  files: [
    {
      name: '../schermo è.png',
      mediaType: 'image/png',
      addedAt: '2026-03-02T09:00:00.000Z',
      addedBy: 'Marta',
      content: Buffer.from('png'),
    },
  ],
  steps: [],
};

const entriesOf = (zip: Buffer): Map<string, Buffer | null> => {
  const archive = readArchive(zip);
  return new Map(archive?.entries.map((entry) => [entry.path, archive.open(entry) ?? null]));
};

describe('a pack of evidence', () => {
  const key = newRegisterKey();
  const { zip, digest } = makePack(contents, key);

  it('is whole as it was made, and says by whom and with which key', () => {
    const { faults, says } = verifyPack(entriesOf(zip));
    expect(faults).toEqual([]);
    expect(says).toMatchObject({
      company: 'Cantina & Figli',
      number: 3,
      digest,
      publicKey: key.publicKey,
      files: 3,
    });
  });

  it('holds a page that reads without a network and runs nothing of what it quotes', () => {
    const page = entriesOf(zip).get('leggimi.html')?.toString() ?? '';
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Siete &quot;ladri&quot; &amp; peggio');
    expect(page).not.toMatch(/<script|https?:\/\//);
  });

  it('shows whichever byte of whichever file is changed', () => {
    const entries = entriesOf(zip);
    const places = [...entries].flatMap(([path, bytes]) => (bytes ? [{ path, bytes }] : []));
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        ({ path, bytes }, at, by) => {
          const place = at % bytes.length;
          const changed = Buffer.from(bytes);
          changed.writeUInt8((changed.readUInt8(place) + by) % 256, place);
          const { faults } = verifyPack(new Map([...entries, [path, changed]]));
          // Letters of base64 that stand for the same bytes, and what the reader skips, change nothing that is signed.
          if (path !== 'signature.json') expect(faults.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('shows what was taken out, what was put in, and another hand', () => {
    const less = entriesOf(zip);
    less.delete('prove/1.json');
    expect(verifyPack(less).faults).toEqual([{ path: 'prove/1.json', kind: 'missing' }]);
    const more = new Map([...entriesOf(zip), ['prove/9.json', Buffer.from('{}')]]);
    expect(verifyPack(more).faults).toEqual([{ path: 'prove/9.json', kind: 'added' }]);
    const other = makePack({ ...contents, reasons: 'altro' }, newRegisterKey()).zip;
    const forged = new Map([
      ...entriesOf(zip),
      ['signature.json', entriesOf(other).get('signature.json') ?? null],
    ]);
    expect(verifyPack(forged).faults).toEqual([{ path: 'manifest.json', kind: 'changed' }]);
    expect(verifyPack(new Map()).says).toBeNull();
  });
});

describe('an archive of ours', () => {
  it('gives back every file as it was, however well it packs', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((part) => Buffer.from(part)),
      fc.nat(400_000).map((size) => Buffer.alloc(size, 'a')),
    );
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), (all) => {
        const files = all.map((one, index) => ({ path: `è/${index}.bin`, bytes: one }));
        expect([...entriesOf(zipOf(files))]).toEqual(files.map((file) => [file.path, file.bytes]));
      }),
      { numRuns: 30 },
    );
  });

  it('names files so that they climb out of no folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(safeName(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
      }),
    );
  });
});

describe('what people add', () => {
  it('is taken for what its bytes are, and nothing that could run is taken', () => {
    expect(fileTypeOf(Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image/png');
    expect(fileTypeOf(Buffer.from('%PDF-1.7'))).toBe('application/pdf');
    expect(fileTypeOf(Buffer.from('From: a@b\n\nCiao'))).toBe('text/plain; charset=utf-8');
    expect(fileTypeOf(Buffer.from('<!DOCTYPE html><script>1</script>'))).toBeUndefined();
    expect(fileTypeOf(Buffer.from('<svg onload=alert(1)>'))).toBeUndefined();
    expect(fileTypeOf(Buffer.from('PK\x03\x04', 'latin1'))).toBeUndefined();
    expect(fileTypeOf(Buffer.alloc(0))).toBeUndefined();
  });
});
