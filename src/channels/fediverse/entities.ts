import { z } from 'zod';

/**
 * What we read of Mastodon's entities (https://docs.joinmastodon.org/entities/): tolerant, since a dozen kinds of server speak
 * this language each in its own way. Whatever is missing or of another shape is left out; only what an item cannot be without is asked for.
 */
const text = z.string().optional().catch(undefined);
const list = <Item>(item: z.ZodType<Item>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((values) => values.slice(0, 500).flatMap((value) => item.safeParse(value).data ?? []));

const Id = z.union([z.string().min(1).max(200), z.int().transform(String)]);
const optionalId = Id.optional().catch(undefined);

export const AccountSchema = z.object({
  id: Id,
  acct: z.string(),
  username: text,
  display_name: text,
  uri: text,
  url: text,
  avatar: text,
  avatar_static: text,
});
export type FediverseAccount = z.infer<typeof AccountSchema>;

const MentionSchema = z.object({ id: optionalId, acct: text, url: text });

const AttachmentSchema = z.object({
  type: text,
  url: text,
  remote_url: text,
  preview_url: text,
  description: text,
});
export type Attachment = z.infer<typeof AttachmentSchema>;

const PollSchema = z.object({ options: list(z.object({ title: z.string() })) });

const plain = {
  id: Id,
  uri: z.string().min(1),
  url: text,
  content: z.string().catch(''),
  spoiler_text: text,
  visibility: text,
  language: text,
  created_at: text,
  edited_at: text,
  in_reply_to_id: optionalId,
  in_reply_to_account_id: optionalId,
  account: AccountSchema,
  mentions: list(MentionSchema),
  media_attachments: list(AttachmentSchema),
  poll: PollSchema.optional().catch(undefined),
  /** Not Mastodon's: ActivityStreams' `Place`. */
  location: z
    .object({
      name: text,
      latitude: z.number().optional().catch(undefined),
      longitude: z.number().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  card: z.object({ url: z.string(), title: text }).optional().catch(undefined),
};
const PlainStatusSchema = z.object(plain);

export const StatusSchema = z.object({
  ...plain,
  reblog: PlainStatusSchema.optional().catch(undefined),
  /** 4.5: `{state, quoted_status}`; older forks put the status itself. */
  quote: z
    .union([
      z.object({ quoted_status: PlainStatusSchema }).transform((quote) => quote.quoted_status),
      PlainStatusSchema,
    ])
    .optional()
    .catch(undefined),
});
export type Status = z.infer<typeof StatusSchema>;

export const NotificationSchema = z.object({
  id: Id,
  type: z.string(),
  created_at: text,
  account: AccountSchema,
  status: StatusSchema.optional().catch(undefined),
});
export type FediverseNotification = z.infer<typeof NotificationSchema>;

/** Our own mark for what is no longer there. */
export const RemovalSchema = z.object({ deleted: z.literal(true), uri: z.string().min(1), deletedAt: text });
