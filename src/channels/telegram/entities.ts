import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
/** Up to 52 bits, negative for groups (https://core.telegram.org/bots/api#chat). */
const id = z.number().int();

/** https://core.telegram.org/bots/api#user */
export const UserSchema = z.object({
  id,
  is_bot: flag,
  first_name: text,
  last_name: text,
  username: text,
  language_code: text,
});
export type TelegramUser = z.infer<typeof UserSchema>;

/** https://core.telegram.org/bots/api#chat */
export const ChatSchema = z.object({
  id,
  type: z.string(),
  title: text,
  username: text,
  first_name: text,
  last_name: text,
});
export type TelegramChat = z.infer<typeof ChatSchema>;

const EntitySchema = z.object({ type: z.string(), offset: z.number(), length: z.number(), url: text });
export type TelegramEntity = z.infer<typeof EntitySchema>;
const entities = z.array(EntitySchema).optional().catch(undefined);

const FileSchema = z.object({
  file_unique_id: text,
  file_name: text,
  mime_type: text,
  file_size: count,
  emoji: text,
});
export type TelegramFile = z.infer<typeof FileSchema>;
const file = FileSchema.optional().catch(undefined);

const OriginSchema = z
  .object({
    type: z.string(),
    chat: ChatSchema.optional().catch(undefined),
    message_id: id.optional().catch(undefined),
  })
  .optional()
  .catch(undefined);

const said = {
  message_id: id,
  date: count,
  chat: ChatSchema,
  from: UserSchema.optional().catch(undefined),
  /** Who speaks as a chat: a channel, or a group's admin without a name. */
  sender_chat: ChatSchema.optional().catch(undefined),
  is_automatic_forward: flag,
  forward_origin: OriginSchema,
};

/** https://core.telegram.org/bots/api#message: what of it people read. */
export const MessageSchema = z.object({
  ...said,
  message_thread_id: id.optional().catch(undefined),
  is_topic_message: flag,
  edit_date: count,
  reply_to_message: z.object(said).optional().catch(undefined),
  quote: z.object({ text: z.string() }).optional().catch(undefined),
  text,
  entities,
  caption: text,
  caption_entities: entities,
  photo: z.array(FileSchema).optional().catch(undefined),
  video: file,
  animation: file,
  video_note: file,
  voice: file,
  audio: file,
  document: file,
  sticker: file,
  poll: z
    .object({ question: z.string(), options: z.array(z.object({ text: z.string() })).catch([]) })
    .optional()
    .catch(undefined),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional().catch(undefined),
  venue: z
    .object({ title: z.string(), address: z.string().catch('') })
    .optional()
    .catch(undefined),
  contact: z.object({ first_name: text, phone_number: text }).optional().catch(undefined),
  migrate_to_chat_id: id.optional().catch(undefined),
});
export type TelegramMessage = z.infer<typeof MessageSchema>;

const ReactionTypeSchema = z.object({ type: z.string(), emoji: text });
/** https://core.telegram.org/bots/api#messagereactionupdated */
export const ReactionSchema = z.object({
  chat: ChatSchema,
  message_id: id,
  date: count,
  user: UserSchema.optional().catch(undefined),
  actor_chat: ChatSchema.optional().catch(undefined),
  old_reaction: z.array(ReactionTypeSchema).catch([]),
  new_reaction: z.array(ReactionTypeSchema).catch([]),
});
export type TelegramReaction = z.infer<typeof ReactionSchema>;

/** What we ask Telegram to bring; reactions and members come only when named (https://core.telegram.org/bots/api#getupdates). */
export const WANTED = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'message_reaction',
  'my_chat_member',
] as const;

const message = MessageSchema.optional().catch(undefined);
/** https://core.telegram.org/bots/api#update: at most one of the optional parts is there. */
export const UpdateSchema = z.object({
  update_id: id,
  message,
  edited_message: message,
  channel_post: message,
  edited_channel_post: message,
  message_reaction: ReactionSchema.optional().catch(undefined),
});
export type TelegramUpdate = z.infer<typeof UpdateSchema>;

export const messageOf = (update: TelegramUpdate): TelegramMessage | undefined =>
  update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
