import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { MANIFEST, SIGNATURE, sha256Of } from './evidence-pack.ts';

const ManifestSchema = z.object({
  v: z.literal(1),
  company: z.string(),
  madeAt: z.string(),
  report: z.object({ number: z.number() }),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});
const SignatureSchema = z.object({
  v: z.literal(1),
  digest: z.string(),
  signature: z.string(),
  publicKey: z.string(),
});

export type PackFault = {
  readonly path: string;
  readonly kind: 'missing' | 'changed' | 'added' | 'unreadable' | 'not-signed';
};

export type VerifiedPack = {
  readonly faults: readonly PackFault[];
  /** Null when the manifest or the signature does not read. */
  readonly says: {
    readonly company: string;
    readonly number: number;
    readonly madeAt: string;
    readonly digest: string;
    readonly publicKey: string;
    readonly files: number;
  } | null;
};

/** Everything that is wrong with a pack: `files` are its entries by path, null where the archive does not give one back. */
export const verifyPack = (files: ReadonlyMap<string, Buffer | null>): VerifiedPack => {
  const manifest = parse(ManifestSchema, files.get(MANIFEST));
  const signed = parse(SignatureSchema, files.get(SIGNATURE));
  const unreadable = [
    ...(manifest ? [] : [{ path: MANIFEST, kind: 'unreadable' as const }]),
    ...(signed ? [] : [{ path: SIGNATURE, kind: 'unreadable' as const }]),
  ];
  if (!manifest || !signed) return { faults: unreadable, says: null };
  const faults: PackFault[] = [];
  const bytes = files.get(MANIFEST);
  if (!bytes || sha256Of(bytes) !== signed.digest) faults.push({ path: MANIFEST, kind: 'changed' });
  if (!isSigned(signed)) faults.push({ path: SIGNATURE, kind: 'not-signed' });
  for (const { path, sha256 } of manifest.files) {
    const content = files.get(path);
    if (content === undefined) faults.push({ path, kind: 'missing' });
    else if (content === null || sha256Of(content) !== sha256) faults.push({ path, kind: 'changed' });
  }
  const known = new Set([...manifest.files.map(({ path }) => path), MANIFEST, SIGNATURE]);
  for (const path of files.keys()) if (!known.has(path)) faults.push({ path, kind: 'added' });
  const { company, madeAt, report } = manifest;
  const { digest, publicKey } = signed;
  return {
    faults,
    says: { company, madeAt, number: report.number, digest, publicKey, files: manifest.files.length },
  };
};

const parse = <Value>(schema: z.ZodType<Value>, bytes: Buffer | null | undefined): Value | undefined => {
  if (!bytes) return undefined;
  try {
    return schema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

const isSigned = ({ digest, signature, publicKey }: z.infer<typeof SignatureSchema>): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(digest, 'hex'), key, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false;
  }
};
