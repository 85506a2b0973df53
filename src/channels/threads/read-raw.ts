import type { RawItem } from '../events.ts';
import { distinct, documentsIn, rawDocument } from '../meta/raw-document.ts';
import { instantOf, instantOfText } from '../meta/tolerant.ts';
import { DeletedSchema, PostSchema, WebhookSchema } from './documents.ts';

export const THREADS_TYPE = 'application/vnd.passaparola.threads+json';

type Context = Readonly<Record<string, string>>;

/**
 * Notifications of the webhook and answers of the Threads API (a list of posts and replies), one or one a line. `context`: `accountId` and
 * `username` of ours. Total.
 */
export const readRawThreads = (bytes: Uint8Array, context: Context): readonly RawItem[] =>
  distinct(
    documentsIn(bytes).flatMap((document) => {
      const webhook = itemsOfWebhook(document, context);
      if (webhook) return webhook;
      const data = (document as { data?: unknown } | null)?.data;
      const members = Array.isArray(data) ? data.slice(0, 1_000) : [document];
      return members.flatMap((member) => postItems(member, context));
    }),
  );

/** Undefined for what is no notification. Of likes and our own publishing nothing is kept. */
export const itemsOfWebhook = (document: unknown, context: Context): readonly RawItem[] | undefined => {
  const webhook = WebhookSchema.safeParse(document).data;
  if (!webhook) return undefined;
  return webhook.values.flatMap(({ field, value }): readonly RawItem[] => {
    if (field === 'replies' || field === 'mentions') return postItems(value, context, true);
    if (field === 'publish') return postItems(value, context);
    const deleted = field === 'delete' ? DeletedSchema.safeParse(value).data : undefined;
    if (!deleted) return [other({ field, value }, context)];
    const at = instantOf(deleted.deleted_at) ?? instantOfText(String(deleted.deleted_at));
    return [removedNode(deleted.id, at, context)];
  });
};

const other = (document: unknown, context: Context): RawItem =>
  rawDocument({ contentType: THREADS_TYPE, nativeId: undefined, document, context });

export const postItems = (node: unknown, context: Context, toUs = false): readonly RawItem[] => {
  const post = PostSchema.safeParse(node).data;
  if (!post) return [other(node, context)];
  return [
    rawDocument({
      contentType: THREADS_TYPE,
      nativeId: post.id,
      revision: [post.text, post.media_type],
      document: { post, ...(toUs ? { toUs } : {}) },
      context,
    }),
  ];
};

export const removedNode = (id: string, at: string | undefined, context: Context): RawItem =>
  rawDocument({
    contentType: THREADS_TYPE,
    nativeId: id,
    revision: ['removed'],
    document: { removedNode: id, ...(at ? { removedAt: at } : {}) },
    context,
  });
