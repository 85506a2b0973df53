import type { RawItem } from '../events.ts';
import { distinct, documentsIn, rawDocument } from '../meta/raw-document.ts';
import { ContactSchema, MessageSchema, StatusSchema, WebhookSchema } from './documents.ts';

export const WHATSAPP_TYPE = 'application/vnd.passaparola.whatsapp+json';

type Context = Readonly<Record<string, string>>;

/**
 * Notifications of the Cloud API as they come to the webhook, one or one a line. `context.phoneNumberId`: what comes for other numbers
 * of the same account is left out; without it everything is taken. Total.
 */
export const readRawWhatsapp = (bytes: Uint8Array, context: Context): readonly RawItem[] =>
  distinct(documentsIn(bytes).flatMap((document) => partsOf(document, context)));

/** What a notification brings, one raw item for each message and each status. */
export const partsOf = (document: unknown, context: Context): readonly RawItem[] => {
  const webhook = WebhookSchema.safeParse(document).data;
  if (!webhook) return [rawDocument({ ...type, nativeId: undefined, document, context })];
  return webhook.entry
    .flatMap(({ changes }) => changes)
    .flatMap(({ value }) => {
      const number = value.metadata?.phone_number_id;
      if (context.phoneNumberId && number && number !== context.phoneNumberId) return [];
      const kept: Context = { ...context, ...(number ? { phoneNumberId: number } : {}) };
      return [
        ...value.messages.map((message) => messageItem({ message }, value.contacts, kept)),
        ...value.message_echoes.map((message) => messageItem({ message, echo: true }, value.contacts, kept)),
        ...value.statuses.map((status) => statusItem(status, kept)),
      ];
    });
};

const type = { contentType: WHATSAPP_TYPE };

const messageItem = (
  part: { readonly message: unknown; readonly echo?: true },
  contacts: readonly unknown[],
  context: Context,
): RawItem => {
  const message = MessageSchema.safeParse(part.message).data;
  const contact = message && contactOf(message, contacts);
  return rawDocument({
    ...type,
    nativeId: message?.id,
    document: { ...part, ...(contact ? { contact } : {}) },
    context,
  });
};

/** Whoever wrote it; for echoes whoever it was written to. A notification with one contact is of that one. */
const contactOf = (
  { from, from_user_id, to, to_user_id }: ReturnType<typeof MessageSchema.parse>,
  contacts: readonly unknown[],
) => {
  const read = contacts.flatMap((one) => ContactSchema.safeParse(one).data ?? []);
  const ids = new Set([from, from_user_id, to, to_user_id].filter(Boolean));
  return (
    read.find(({ user_id, wa_id }) => ids.has(user_id) || ids.has(wa_id)) ??
    (read.length === 1 ? read[0] : undefined)
  );
};

const statusItem = (document: unknown, context: Context): RawItem => {
  const status = StatusSchema.safeParse(document).data;
  return rawDocument({
    ...type,
    nativeId: status && `status:${status.status}:${status.id}`,
    ...(status ? { revision: [status.status, status.timestamp] } : {}),
    document: { status: document },
    context,
  });
};
