import type { RawItem } from '../events.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { type AsMember, membersOfActivity } from './activity.ts';
import { NotificationSchema, RemovalSchema, type Status, StatusSchema } from './entities.ts';

export const FEDIVERSE_TYPE = 'application/vnd.passaparola.fediverse+json';

/**
 * JSON as a Mastodon API answers: one status or notification, a list, JSON lines, a search (`statuses`), a thread
 * (`ancestors`, `descendants`), ActivityStreams 2.0 (notes, activities, collections), messages of the stream (`event`, `payload`), or our own `{deleted: true, uri}`.
 * `context`: `accountId` (address of our actor), `accountUrl` (its page), `instance` (origin), `domain` (what stands behind our names), `fetchedAt`; for
 * a single status also `addressed` ("1"), `parentUri`, `rootUri`, `ancestors` (separated by spaces, oldest first). Parents
 * that stand in the same document are found there.
 */
export const readRawFediverse = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return [];
  const found = parse(text).flatMap(membersOf).slice(0, 10_000);
  const said: readonly AsMember[] = found
    .flatMap((document) => membersOfActivity(document) ?? [{ document }])
    .slice(0, 10_000);
  const parents = parentsIn(said.map(({ document }) => document));
  const items = said.map(({ document, parentUri }) => {
    const known = parentContext(document, parents);
    const line = parentUri && !known.parentUri ? lineContext([parentUri]) : known;
    return rawItemOf(document, { ...line, ...context });
  });
  return [...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values()];
};

/** One document as a raw item. A status carried by a notification is that status: it may come by other ways too. */
export const rawItemOf = (document: unknown, context: Readonly<Record<string, string>>): RawItem => {
  const carried = carriedStatus(document);
  const body = (JSON.stringify(carried?.document ?? document) ?? 'null').toWellFormed();
  const kept = carried?.speaksToUs ? { ...context, addressed: '1' } : { ...context };
  return {
    ...identityOf(carried?.document ?? document, body, context),
    contentType: FEDIVERSE_TYPE,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, clean(value)])),
  };
};

const identityOf = (
  document: unknown,
  body: string,
  context: Readonly<Record<string, string>>,
): Pick<RawItem, 'nativeId' | 'revision'> => {
  const removal = RemovalSchema.safeParse(document).data;
  if (removal) return { nativeId: fittingId(removal.uri), revision: 'deleted' };
  const status = StatusSchema.safeParse(document).data;
  if (status) return { nativeId: fittingId(status.uri), revision: revisionOf(status) };
  const notice = NotificationSchema.safeParse(document).data;
  if (notice) {
    return {
      nativeId: fittingId(`notification:${context.instance ?? ''}/${notice.id}`),
      revision: textDigest(notice.type, notice.account.acct),
    };
  }
  return { nativeId: `digest:${textDigest(body)}`, revision: textDigest(body) };
};

/** Changes with what people read, not with the numbers of likes and votes beside it. */
export const revisionOf = (status: Status): string =>
  textDigest(
    status.content,
    status.spoiler_text,
    status.edited_at,
    status.media_attachments.map(({ url, description }) => [url, description]),
    status.poll?.options.map(({ title }) => title),
  );

const spoken = new Set(['mention', 'quote']);
const said = new Set([...spoken, 'status', 'update']);

/** Notifications that bring words: what counts is the status in them. */
const carriedStatus = (document: unknown) => {
  const notice = NotificationSchema.safeParse(document).data;
  if (!notice?.status || !said.has(notice.type)) return undefined;
  return { document: (document as { status: unknown }).status, speaksToUs: spoken.has(notice.type) };
};

type Parents = ReadonlyMap<string, Status>;

const statusIn = (member: unknown): Status | undefined =>
  StatusSchema.safeParse(carriedStatus(member)?.document ?? member).data;

const parentsIn = (members: readonly unknown[]): Parents =>
  new Map(
    members
      .flatMap((member) => (statusIn(member) ? [statusIn(member) as Status] : []))
      .map((one) => [one.id, one]),
  );

const parentContext = (member: unknown, parents: Parents): Readonly<Record<string, string>> => {
  const line: string[] = [];
  let next = statusIn(member)?.in_reply_to_id;
  while (next !== undefined && line.length < 100) {
    const parent = parents.get(next);
    if (!parent || line.includes(parent.uri)) break;
    line.unshift(parent.uri);
    next = parent.in_reply_to_id;
  }
  return lineContext(line);
};

/** How a raw item tells `normalise` what it answers: the statuses above it, oldest first, by their addresses. */
export const lineContext = (uris: readonly string[]): Readonly<Record<string, string>> => {
  const fitting = uris.map(fittingId).filter((uri) => !/\s/.test(uri));
  const parent = fitting.at(-1);
  const [root] = fitting;
  if (!parent || !root) return {};
  // A conversation of hundreds: its ends are enough to hold it together.
  const ends = fitting.length > 40 ? [...fitting.slice(0, 20), ...fitting.slice(-20)] : fitting;
  return { parentUri: parent, rootUri: root, ancestors: ends.join(' ') };
};

const parse = (text: string): readonly unknown[] => {
  const whole = parseJson(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && text.startsWith('{')
    ? lines.map((line) => parseJson(line) ?? line.slice(0, 4_096))
    : [text.slice(0, 4_096)];
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The documents inside an answer or a message of the stream. */
const membersOf = (document: unknown): readonly unknown[] => {
  if (typeof document !== 'object' || document === null) return [document];
  if ('event' in document && 'payload' in document) {
    const { payload } = document;
    return [typeof payload === 'string' ? (parseJson(payload) ?? payload) : payload];
  }
  const lists = [['statuses'], ['ancestors', 'descendants'], ['notifications']];
  for (const names of lists) {
    const found = names.map((name) => (document as Record<string, unknown>)[name]);
    if (found.some(Array.isArray)) return found.flatMap((one) => (Array.isArray(one) ? one : []));
  }
  return [document];
};

const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();
