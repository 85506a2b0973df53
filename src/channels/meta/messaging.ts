import { z } from 'zod';
import { Id, instantOf, instantOfText, listOf, maybe, Text } from './tolerant.ts';

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

/** What makes a message another revision of itself: what people read of it, however it came to us. */
export const messageRevision = ({ text, media }: Message): readonly unknown[] => [
  text,
  media.map(({ type }) => type),
];
