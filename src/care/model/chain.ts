import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { z } from 'zod';

/** A day of a register as it is published: `statement` is exactly the text whose SHA-256 (hex) is `digest`, signed with Ed25519 (RFC 8032). */
export const SignedDaySchema = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  statement: z.string(),
  digest: z.string(),
  signature: z.string(),
  publicKey: z.string(),
});
export type SignedDay = z.infer<typeof SignedDaySchema>;

const count = z.number().int().min(0);
const StatementSchema = z.object({
  v: z.literal(1),
  register: z.string(),
  day: z.string(),
  previous: z.string().nullable(),
  history: z.string(),
  figures: z.object({
    complaints: count,
    months: z.array(z.object({ month: z.string(), complaints: count, omitted: count })),
    omitted: z.object({ byMistake: count, joined: count }),
  }),
});

/** JSON with keys in order, so that the same facts are the same bytes (after RFC 8785; ours hold no floats but tenths). */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
};

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

type RegisterKey = { readonly privatePem: string; readonly publicKey: string };

export const newRegisterKey = (): RegisterKey => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
};

export const signStatement = (statement: string, { privatePem, publicKey }: RegisterKey) => {
  const digest = digestOf(statement);
  const signature = sign(null, Buffer.from(digest, 'hex'), createPrivateKey(privatePem)).toString('base64');
  return { statement, digest, signature, publicKey };
};

export type ChainFault = {
  readonly day: string;
  readonly kind:
    | 'unreadable'
    | 'changed'
    | 'not-signed'
    | 'broken'
    | 'out-of-order'
    | 'another-key'
    | 'fewer-complaints'
    | 'month-rewritten';
};

/**
 * Everything that is wrong with a chain, day by day: what was changed after it was signed, what was left out, and figures that went down
 * (complaints and omissions together can only grow, in all and in every month).
 */
export const faultsOf = (days: readonly SignedDay[]): readonly ChainFault[] => {
  const faults: ChainFault[] = [];
  const say = (day: string, kind: ChainFault['kind']) => faults.push({ day, kind });
  let before: { readonly day: SignedDay; readonly totals: Totals } | undefined;
  for (const day of days) {
    if (digestOf(day.statement) !== day.digest) say(day.day, 'changed');
    if (!isSigned(day)) say(day.day, 'not-signed');
    const statement = readStatement(day.statement);
    if (!statement || statement.day !== day.day) {
      say(day.day, 'unreadable');
      continue;
    }
    if (statement.previous !== (before?.day.digest ?? null)) say(day.day, 'broken');
    const totals = totalsOf(statement.figures);
    if (before) {
      if (day.day <= before.day.day) say(day.day, 'out-of-order');
      if (day.publicKey !== before.day.publicKey) say(day.day, 'another-key');
      if (totals.all < before.totals.all) say(day.day, 'fewer-complaints');
      for (const [month, complaints] of before.totals.months)
        if ((totals.months.get(month) ?? 0) < complaints) say(day.day, 'month-rewritten');
    }
    before = { day, totals };
  }
  return faults;
};

type Totals = { readonly all: number; readonly months: ReadonlyMap<string, number> };

const totalsOf = ({ complaints, omitted, months }: z.infer<typeof StatementSchema>['figures']): Totals => ({
  all: complaints + omitted.byMistake + omitted.joined,
  months: new Map(months.map((one) => [one.month, one.complaints + one.omitted])),
});

const readStatement = (text: string): z.infer<typeof StatementSchema> | undefined => {
  try {
    return StatementSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const isSigned = ({ digest, signature, publicKey }: SignedDay): boolean => {
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
