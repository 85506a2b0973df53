import { z } from 'zod';
import type { RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { CommentSchema, GoneSchema, KeptSchema, PostSchema } from './documents.ts';
import { isCommentUrn, plainUrn } from './urns.ts';

export const LINKEDIN_TYPE = 'application/vnd.passaparola.linkedin+json';

type Context = Readonly<Record<string, string>>;

const BatchSchema = z.object({ results: z.record(z.string(), z.unknown()) });

/**
 * JSON as BATCH_GET of `/rest/dmaComments` or `/rest/dmaPosts` answers (`results` by urn), or our own `{urn, document, person}` and
 * `{gone: true, urn, at}`. `context`: `organization` (our page's urn), `fetchedAt`, `post` (the post that comments were asked of).
 */
export const readRawLinkedin = (bytes: Uint8Array, context: Context): readonly RawItem[] => {
  const document = parse(new TextDecoder().decode(bytes).trim());
  if (document === undefined) return [];
  const batch = BatchSchema.safeParse(document).data;
  const members = batch
    ? Object.entries(batch.results).map(([key, one]) => ({ urn: plainUrn(key), document: one }))
    : Array.isArray(document)
      ? document
      : [document];
  const items = members.slice(0, 5_000).map((member) => rawItemOf(member, context));
  return [...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values()];
};

export const rawItemOf = (kept: unknown, context: Context): RawItem => {
  const body = storable(JSON.stringify(kept ?? null));
  const plain = Object.entries(context).map(([name, value]) => [name, storable(value)] as const);
  return {
    ...identityOf(kept, body),
    contentType: LINKEDIN_TYPE,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(plain),
  };
};

const identityOf = (kept: unknown, body: string): Pick<RawItem, 'nativeId' | 'revision'> => {
  const gone = GoneSchema.safeParse(kept).data;
  if (gone) return { nativeId: fittingId(gone.urn), revision: 'gone' };
  const known = KeptSchema.safeParse(kept).data;
  if (!known) return { nativeId: `digest:${textDigest(body)}`, revision: textDigest(body) };
  const schema = isCommentUrn(known.urn) ? CommentSchema : PostSchema;
  const document = schema.safeParse(known.document).data;
  // With what people read, not with likes; and with who wrote it, once that is known.
  return {
    nativeId: fittingId(known.urn),
    revision: textDigest(document ?? body, known.person !== undefined),
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text.slice(0, 4_096);
  }
};
