import { z } from 'zod';
import { Id, listOf, maybe, Text } from '../meta/tolerant.ts';

const Media = z.object({
  id: maybe(Id),
  caption: maybe(Text),
  filename: maybe(Text),
  mime_type: maybe(z.string().max(200)),
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages and the page of each type */
export const MessageSchema = z.object({
  id: Id,
  /** The phone number; absent for people with a username whose number we may not know. */
  from: maybe(Id),
  /** Business-scoped user id: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
  from_user_id: maybe(Id),
  /** Of echoes: whom we wrote to. */
  to: maybe(Id),
  to_user_id: maybe(Id),
  timestamp: maybe(z.union([z.string(), z.number()])),
  type: z.string().max(100),
  text: maybe(z.object({ body: Text })),
  image: maybe(Media),
  video: maybe(Media),
  audio: maybe(Media),
  document: maybe(Media),
  sticker: maybe(Media),
  button: maybe(z.object({ text: maybe(Text) })),
  interactive: maybe(
    z.object({
      button_reply: maybe(z.object({ title: maybe(Text) })),
      list_reply: maybe(z.object({ title: maybe(Text), description: maybe(Text) })),
    }),
  ),
  location: maybe(
    z.object({
      latitude: maybe(z.number()),
      longitude: maybe(z.number()),
      name: maybe(Text),
      address: maybe(Text),
    }),
  ),
  contacts: maybe(listOf(z.object({ name: maybe(z.object({ formatted_name: maybe(Text) })) }), 50)),
  order: maybe(z.object({ text: maybe(Text) })),
  reaction: maybe(z.object({ message_id: Id, emoji: maybe(z.string().max(50)) })),
  revoke: maybe(z.object({ original_message_id: Id })),
  edit: maybe(z.object({ original_message_id: Id, message: z.unknown() })),
  /** What is answered or was passed on. */
  context: maybe(z.object({ id: maybe(Id), message_id: maybe(Id) })),
  group_id: maybe(Id),
});
export type WhatsappMessage = z.infer<typeof MessageSchema>;

export const ContactSchema = z.object({
  wa_id: maybe(Id),
  user_id: maybe(Id),
  profile: maybe(z.object({ name: maybe(Text), username: maybe(z.string().max(200)) })),
});
export type WhatsappContact = z.infer<typeof ContactSchema>;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status */
export const StatusSchema = z.object({
  id: Id,
  status: z.string().max(50),
  timestamp: maybe(z.union([z.string(), z.number()])),
  recipient_id: maybe(Id),
  recipient_user_id: maybe(Id),
  /** What we said of the message when we sent it. */
  biz_opaque_callback_data: maybe(z.string().max(600)),
  errors: maybe(
    listOf(
      z.object({
        code: z.number(),
        title: maybe(Text),
        error_data: maybe(z.object({ details: maybe(Text) })),
      }),
      10,
    ),
  ),
});
export type WhatsappStatus = z.infer<typeof StatusSchema>;

export const WebhookSchema = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: listOf(
    z.object({
      changes: listOf(
        z.object({
          field: z.string().max(100),
          value: z.object({
            metadata: maybe(z.object({ phone_number_id: maybe(Id), display_phone_number: maybe(Id) })),
            contacts: listOf(z.unknown()),
            messages: listOf(z.unknown()),
            message_echoes: listOf(z.unknown()),
            statuses: listOf(z.unknown()),
          }),
        }),
      ),
    }),
  ),
});

/** One thing out of a notification, as it is kept. */
export const PartSchema = z.object({
  message: maybe(z.unknown()),
  contact: maybe(ContactSchema),
  /** Written by us, on the phone. */
  echo: maybe(z.boolean()),
  status: maybe(z.unknown()),
  dataDeletion: maybe(Id),
  askedAt: maybe(z.string().max(50)),
});
