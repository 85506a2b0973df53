import { z } from 'zod';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { ChannelEvent, Item, Media } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import { Id, instantOf, listOf, maybe, Text, webAddress } from './tolerant.ts';

/** A message as we keep it, whether it was brought to the door or read from its conversation: both say the same. */
export const MessageSchema = z.object({
  mid: Id,
  /** The other one, whoever wrote. */
  person: Id,
  name: maybe(z.string().max(500)),
  username: maybe(z.string().max(200)),
  ours: z.boolean(),
  text: Text.catch(''),
  at: maybe(z.string().max(50)),
  replyTo: maybe(Id),
  media: listOf(z.object({ type: z.string().max(50), url: maybe(z.string().max(4_000)) }), 50),
});
export type Message = z.infer<typeof MessageSchema>;

const Attachment = z.object({
  type: maybe(z.string().max(50)),
  payload: maybe(z.object({ url: maybe(z.string().max(4_000)) })),
});

/** https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages and the pages of each event */
export const MessagingSchema = z.object({
  sender: maybe(z.object({ id: Id })),
  recipient: maybe(z.object({ id: Id })),
  timestamp: maybe(z.union([z.string(), z.number()])),
  message: maybe(
    z.object({
      mid: Id,
      text: maybe(Text),
      is_echo: maybe(z.boolean()),
      is_deleted: maybe(z.boolean()),
      is_unsupported: maybe(z.boolean()),
      reply_to: maybe(z.object({ mid: maybe(Id) })),
      attachments: maybe(listOf(Attachment, 50)),
    }),
  ),
  message_edit: maybe(z.object({ mid: Id, text: maybe(Text) })),
  postback: maybe(z.object({ mid: maybe(Id), title: maybe(Text) })),
  reaction: maybe(
    z.object({ mid: Id, action: maybe(z.string().max(20)), reaction: maybe(z.string().max(50)) }),
  ),
  delivery: maybe(z.object({ mids: maybe(listOf(Id, 500)), watermark: maybe(z.number()) })),
  read: maybe(z.object({ mid: maybe(Id), watermark: maybe(z.number()) })),
});
export type Messaging = z.infer<typeof MessagingSchema>;

/** What one event of messaging means, in the forms that are kept; empty for what tells nothing that we could use. */
export const partsOfMessaging = (event: Messaging): readonly MessagingPart[] => {
  const { sender, recipient, message, message_edit, postback, reaction, delivery, read } = event;
  const at = instantOf(event.timestamp);
  const when = at ? { at } : {};
  if (message?.is_deleted) return [{ removed: message.mid, ...when }];
  if (message) {
    const ours = message.is_echo === true;
    const person = ours ? recipient?.id : sender?.id;
    if (!person) return [];
    const media = (message.attachments ?? []).map(({ type = 'file', payload }) => ({
      type,
      ...(payload?.url ? { url: payload.url } : {}),
    }));
    const unsupported = message.is_unsupported ? [{ type: 'unsupported' }] : [];
    const replyTo = message.reply_to?.mid;
    return [
      {
        message: {
          ...{ mid: message.mid, person, ours, text: message.text ?? '', media: [...media, ...unsupported] },
          ...when,
          ...(replyTo ? { replyTo } : {}),
        },
      },
    ];
  }
  if (message_edit && sender)
    return [
      {
        message: {
          mid: message_edit.mid,
          person: sender.id,
          ours: false,
          text: message_edit.text ?? '',
          media: [],
        },
      },
    ];
  if (postback?.mid && sender)
    return [
      {
        message: {
          mid: postback.mid,
          person: sender.id,
          ours: false,
          text: postback.title ?? '',
          ...when,
          media: [],
        },
      },
    ];
  if (reaction && sender && reaction.action !== 'unreact')
    return [{ reaction: { mid: reaction.mid, person: sender.id, kind: reaction.reaction ?? '', ...when } }];
  const delivered = (delivery?.mids ?? []).map(
    (mid): MessagingPart => ({ receipt: { mid, state: 'delivered', ...when } }),
  );
  return read?.mid ? [{ receipt: { mid: read.mid, state: 'read', ...when } }] : delivered;
};

export type MessagingPart =
  | { readonly message: Message }
  | { readonly removed: string; readonly at?: string }
  | {
      readonly reaction: {
        readonly mid: string;
        readonly person: string;
        readonly kind: string;
        readonly at?: string;
      };
    }
  | {
      readonly receipt: { readonly mid: string; readonly state: 'delivered' | 'read'; readonly at?: string };
    };

const ConversationSchema = z.object({
  messages: maybe(z.object({ data: listOf(z.unknown(), 200) })),
});
const Person = z.object({ id: Id, name: maybe(z.string().max(500)), username: maybe(z.string().max(200)) });
const ListedSchema = z.object({
  id: Id,
  message: maybe(Text),
  created_time: maybe(z.string().max(50)),
  from: maybe(Person),
  to: maybe(z.object({ data: listOf(Person, 20) })),
  attachments: maybe(
    z.object({
      data: listOf(
        z.object({
          mime_type: maybe(z.string().max(200)),
          image_data: maybe(z.object({ url: maybe(z.string().max(4_000)) })),
          video_data: maybe(z.object({ url: maybe(z.string().max(4_000)) })),
          file_url: maybe(z.string().max(4_000)),
        }),
        50,
      ),
    }),
  ),
});

/** https://developers.facebook.com/docs/graph-api/reference/conversation/ : the newest messages, in the same form as those brought to the door. */
export const messagesOfConversation = (document: unknown, us: ReadonlySet<string>): readonly Message[] =>
  (ConversationSchema.safeParse(document).data?.messages?.data ?? []).flatMap((one): Message[] => {
    const read = ListedSchema.safeParse(one).data;
    const ours = read?.from !== undefined && us.has(read.from.id);
    const person = ours ? read?.to?.data.find(({ id }) => !us.has(id)) : read?.from;
    if (!read || !person) return [];
    const at = instantOfText(read.created_time);
    const media = (read.attachments?.data ?? []).map(
      ({ mime_type = '', image_data, video_data, file_url }) => {
        const url = image_data?.url ?? video_data?.url ?? file_url;
        const type = image_data ? 'image' : video_data ? 'video' : (mime_type.split('/')[0] ?? 'file');
        return { type, ...(url ? { url } : {}) };
      },
    );
    return [
      {
        ...{ mid: read.id, person: person.id, ours, text: read.message ?? '', media },
        ...(person.name ? { name: person.name } : {}),
        ...(person.username ? { username: person.username } : {}),
        ...(at ? { at } : {}),
      },
    ];
  });

export const instantOfText = (text: string | undefined): string | undefined => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : instantOf(time);
};

/** What makes a message another revision of itself: what people read of it, however it came to us. */
export const messageRevision = ({ text, media }: Message): readonly unknown[] => [
  text,
  media.map(({ type }) => type),
];

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
