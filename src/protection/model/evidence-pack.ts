import { createHash } from 'node:crypto';
import { canonicalJson, signStatement } from '../../care/engine.ts';
import type { EvidenceRecord } from './evidence-record.ts';
import { packPage } from './pack-page.ts';
import { type ZipFile, zipOf } from './zip-of.ts';

export type PackContents = {
  readonly company: string;
  readonly reportId: string;
  readonly number: number;
  readonly kind: string;
  readonly platform: string;
  readonly reasons: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly records: readonly EvidenceRecord[];
  readonly files: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly addedAt: string;
    readonly addedBy: string;
    readonly content: Buffer;
  }[];
  readonly steps: readonly {
    readonly at: string;
    readonly recordedAt: string;
    readonly step: string;
    readonly escalatedTo: string | null;
    readonly by: string;
    readonly note: string;
  }[];
};

export type PackKey = { readonly privatePem: string; readonly publicKey: string };

export const sha256Of = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'signature.json';

/**
 * A pack that stands by itself: a page to read, each piece of evidence as canonical JSON, the files as they were given, a manifest
 * with the SHA-256 of each, and the manifest's digest signed with the company's key (Ed25519, as the register's days are).
 */
export const makePack = (
  contents: PackContents,
  key: PackKey,
): { readonly zip: Buffer; readonly digest: string } => {
  const records = contents.records.map((record, index) => {
    const bytes = Buffer.from(canonicalJson(record));
    return { path: `prove/${index + 1}.json`, bytes, sha256: sha256Of(bytes), record };
  });
  const files = contents.files.map((file, index) => ({
    ...file,
    path: `allegati/${index + 1}-${safeName(file.name)}`,
    bytes: file.content,
    sha256: sha256Of(file.content),
    isImage: file.mediaType.startsWith('image/'),
  }));
  const { company, number, madeAt, madeBy, steps } = contents;
  const page = Buffer.from(packPage({ company, number, madeAt, madeBy, records, files, steps }));
  const inside: readonly ZipFile[] = [{ path: 'leggimi.html', bytes: page }, ...records, ...files];
  const manifest = manifestOf(contents, inside);
  const { digest, signature, publicKey } = signStatement(manifest, key);
  const signed = canonicalJson({ v: 1, digest, signature, publicKey, algorithm: 'Ed25519 of SHA-256' });
  const zip = zipOf([
    ...inside.map(({ path, bytes }) => ({ path, bytes })),
    { path: MANIFEST, bytes: Buffer.from(manifest) },
    { path: SIGNATURE, bytes: Buffer.from(signed) },
  ]);
  return { zip, digest };
};

const manifestOf = (contents: PackContents, files: readonly ZipFile[]): string =>
  canonicalJson({
    v: 1,
    company: contents.company,
    report: {
      id: contents.reportId,
      number: contents.number,
      kind: contents.kind,
      platform: contents.platform,
      reasons: contents.reasons,
    },
    madeAt: contents.madeAt,
    madeBy: contents.madeBy,
    steps: contents.steps.map((step) => ({ ...step })),
    added: contents.files.map(({ name, mediaType, addedAt, addedBy }) => ({
      name,
      mediaType,
      addedAt,
      addedBy,
    })),
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256Of(bytes) })),
  });

/** A name that every system can unpack, and that climbs out of no folder. */
export const safeName = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(-80)
    .replace(/^[.-]+/, '');
  return plain === '' ? 'file' : plain;
};
