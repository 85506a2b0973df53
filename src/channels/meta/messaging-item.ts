import { z } from 'zod';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { ChannelEvent, Item, Media } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import { type Message, MessageSchema } from './messaging.ts';
import { Id, instantOfText, maybe, webAddress } from './tolerant.ts';

const kinds: Readonly<Record<string, Media['kind']>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  ig_reel: 'video',
  reel: 'video',
};

/** A message as something said: one conversation for each person. PURE. `accountId` is ours. */
export const itemOfMessage = (message: Message, accountId: string, revision: string): Item => {
  const person = fittingId(message.person);
  const chat = fittingId(`chat:${accountId}:${message.person}`);
  const name = cleanLine(message.name ?? '', 200);
  const username = cleanLine(message.username ?? '', 100);
  const saidAt = instantOfText(message.at);
  return {
    nativeId: fittingId(message.mid),
    revision,
    form: 'message',
    visibility: 'direct',
    author: message.ours
      ? { nativeId: fittingId(accountId) }
      : { nativeId: person, ...(name ? { name } : {}), ...(username ? { handle: `@${username}` } : {}) },
    ours: message.ours,
    addressed: !message.ours,
    text: cleanBody(message.text),
    ...(saidAt ? { saidAt } : {}),
    ...(message.replyTo ? { parentNativeId: fittingId(message.replyTo) } : {}),
    rootNativeId: chat,
    references: [chat],
    links: [],
    media: message.media.map(({ type, url }): Media => {
      const address = webAddress(url);
      const kind = (Object.hasOwn(kinds, type) && kinds[type]) || 'file';
      return {
        kind,
        ...(address ? { url: address } : {}),
        ...(type === 'unsupported' ? { name: type } : {}),
      };
    }),
    replyContext: { kind: 'message', person },
  };
};

const ReactionSchema = z.object({ mid: Id, person: Id, kind: z.string().catch(''), at: maybe(z.string()) });
const ReceiptSchema = z.object({ mid: Id, state: z.enum(['delivered', 'read']), at: maybe(z.string()) });
export const PartSchema = z.object({
  message: maybe(MessageSchema),
  removed: maybe(Id),
  at: maybe(z.string()),
  reaction: maybe(ReactionSchema),
  receipt: maybe(ReceiptSchema),
  dataDeletion: maybe(Id),
});

/** What a kept part of messaging (or a request of deletion) means; undefined for what is none. PURE. */
export const eventOfPart = (
  document: unknown,
  accountId: string,
  revision: string,
): ChannelEvent | undefined => {
  const part = PartSchema.safeParse(document).data;
  if (!part) return undefined;
  if (part.dataDeletion) return { kind: 'erasure-asked', authorNativeId: fittingId(part.dataDeletion) };
  if (part.message) return { kind: 'item', item: itemOfMessage(part.message, accountId, revision) };
  const at = instantOfText(part.reaction?.at ?? part.receipt?.at ?? part.at);
  if (part.reaction) {
    const { mid, person, kind } = part.reaction;
    const reaction = /^(?:like|love)$/.test(kind) ? 'like' : 'other';
    const author = { nativeId: fittingId(person) };
    return { kind: 'reaction', reaction, author, ofNativeId: fittingId(mid), ...(at ? { saidAt: at } : {}) };
  }
  if (part.receipt) {
    const { mid, state } = part.receipt;
    return { kind: 'receipt', ofNativeId: fittingId(mid), state, ...(at ? { at } : {}) };
  }
  if (!part.removed) return undefined;
  return { kind: 'removed', nativeId: fittingId(part.removed), ...(at ? { removedAt: at } : {}) };
};
