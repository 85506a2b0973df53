import { ok, type Result } from '../../platform/result.ts';
import type { RawItem } from '../events.ts';
import type { ApiFailure } from './call-api.ts';
import type { FediverseClient } from './client.ts';
import { type Known, MAX_KNOWN, type Self } from './cursor.ts';
import { NotificationSchema, type Status, StatusSchema } from './entities.ts';
import { lineOf } from './line-of.ts';
import { lineContext, rawItemOf } from './read-raw.ts';
import { textOf, visibilityOf } from './status-item.ts';

/** Gathers what comes in as raw items, each with its place in its conversation, and remembers what we hold. */
export const createGathering = (
  client: FediverseClient,
  self: Self,
  begun: readonly Known[],
  fetchedAt: string,
) => {
  const items: RawItem[] = [];
  const known = new Map(begun.map((one) => [one.uri, one]));
  const base = {
    accountId: self.key,
    accountUrl: self.url,
    accountLocalId: self.id,
    instance: client.origin,
    domain: self.domain,
    fetchedAt,
  };
  const byId = (id: string): Known | undefined => known.values().find((one) => one.id === id);

  const remember = (one: Known): void => {
    // Put at the end again: the newest are looked after first.
    known.delete(one.uri);
    known.set(one.uri, one);
    const oldest = known.keys().next().value;
    if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  };

  /** A status or a notification, as it came. What we hold already in this very form is passed over. */
  const take = async (document: unknown): Promise<Result<void, ApiFailure>> => {
    const notice = NotificationSchema.safeParse(document).data;
    const item = rawItemOf(document, base);
    const status = statusIn(document, item);
    if (!status) {
      if (notice) items.push(item);
      return ok(undefined);
    }
    if (status.reblog) return ok(undefined);
    const held = known.get(status.uri);
    if (held?.revision === item.revision) return ok(undefined);
    const line = await lineOf(client, status, byId);
    if (!line.ok) return line;
    items.push(rawItemOf(document, { ...base, ...lineContext(line.value) }));
    const root = line.value[0];
    const open = /^(public|unlisted)$/.test(visibilityOf(status.visibility));
    remember({ id: status.id, uri: status.uri, revision: item.revision, open, ...(root ? { root } : {}) });
    return ok(undefined);
  };

  const remove = (uri: string): void => {
    items.push(rawItemOf({ deleted: true, uri, deletedAt: fetchedAt }, base));
    known.delete(uri);
  };

  return { items, known, byId, take, remove };
};
export type Gathering = ReturnType<typeof createGathering>;

const statusIn = (document: unknown, item: RawItem): Status | undefined =>
  StatusSchema.safeParse(document).data ??
  (item.nativeId.startsWith('notification:')
    ? undefined
    : StatusSchema.safeParse(JSON.parse(item.body)).data);

/** What a watch looks at: words, warning and the descriptions of pictures. */
export const searchableText = (status: Status): string =>
  [textOf(status), status.spoiler_text, ...status.media_attachments.map(({ description }) => description)]
    .filter(Boolean)
    .join('\n');
