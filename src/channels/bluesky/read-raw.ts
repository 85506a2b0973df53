import { z } from 'zod';
import type { RawItem } from '../events.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { BLUESKY_TYPE } from './raw-document.ts';

/**
 * JSON as Bluesky's APIs answer, or our own raw bodies: one object, a list, JSON lines, or an answer holding
 * `notifications`, `posts` or `feed`. `context.accountId` is our DID. What is no JSON comes as one item, to be seen as such.
 */
export const readRawBluesky = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return [];
  return parse(text)
    .flatMap(membersOf)
    .slice(0, 10_000)
    .map((member) => rawItemOf(member, context));
};

const HeadSchema = z.object({
  uri: z.string().optional().catch(undefined),
  cid: z.string().optional().catch(undefined),
  deleted: z.literal(true).optional().catch(undefined),
});

/** One document as a raw item: known by the record's address and, as its revision, the digest (CID) of its content. */
export const rawItemOf = (document: unknown, context: Readonly<Record<string, string>>): RawItem => {
  const body = JSON.stringify(document) ?? 'null';
  const { uri, cid, deleted } = HeadSchema.safeParse(document).data ?? {};
  const revision = deleted ? 'deleted' : cid && /^[\w+/=-]{1,150}$/.test(cid) ? cid : textDigest(body);
  return {
    nativeId: fittingId(uri ?? `digest:${textDigest(body)}`),
    revision,
    contentType: BLUESKY_TYPE,
    encoding: 'utf8',
    body,
    context: { ...context },
  };
};

const parse = (text: string): readonly unknown[] => {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1 && lines[0]?.trimStart().startsWith('{')
      ? lines.map(parseLine)
      : [text.slice(0, 4_096)];
  }
};

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return line.slice(0, 4_096);
  }
};

const membersOf = (value: unknown): readonly unknown[] => {
  if (typeof value !== 'object' || value === null) return [value];
  for (const name of ['notifications', 'posts', 'feed'] as const) {
    const list = (value as Partial<Record<typeof name, unknown>>)[name];
    if (Array.isArray(list)) return list.map(postOf);
  }
  return [postOf(value)];
};

/** An author feed wraps each post. */
const postOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'post' in value && !('uri' in value) ? value.post : value;
