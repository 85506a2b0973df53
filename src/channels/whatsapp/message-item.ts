import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, Item, Media, RawItem } from '../events.ts';
import { instantOf } from '../meta/tolerant.ts';
import { placeName, placeOf } from '../place-of.ts';
import { fittingId } from '../text-digest.ts';
import { MessageSchema, type WhatsappContact, type WhatsappMessage } from './documents.ts';

/**
 * Who wrote, or for what we wrote ourselves who was written to. By the business-scoped id where there is one: a phone number may be hidden
 * today and change tomorrow.
 */
export const authorOf = (
  message: WhatsappMessage,
  contact: WhatsappContact | undefined,
  echo: boolean,
): Author | undefined => {
  const userId = (echo ? message.to_user_id : message.from_user_id) ?? contact?.user_id;
  const phone = (echo ? message.to : message.from) ?? contact?.wa_id;
  const key = userId ?? phone;
  if (!key) return undefined;
  const name = cleanLine(contact?.profile?.name ?? '', 200);
  const username = cleanLine(contact?.profile?.username ?? '', 100).replace(/^@/, '');
  const handle = username ? `@${username}` : phone && /^\d{5,20}$/.test(phone) ? `+${phone}` : '';
  return { nativeId: fittingId(key), ...(name ? { name } : {}), ...(handle ? { handle } : {}) };
};

/** A message as something said: one conversation for each person and number. PURE. */
export const messageItem = (raw: RawItem, message: WhatsappMessage, person: Author, echo: boolean): Item => {
  const edited = message.edit && MessageSchema.safeParse(withId(message.edit.message, message)).data;
  const said = edited ?? message;
  const { phoneNumberId = '' } = raw.context;
  const at = instantOf(message.timestamp);
  const parent = said.context?.id ?? said.context?.message_id;
  const chats = chatsOf(message, person, phoneNumberId, echo);
  return {
    nativeId: fittingId(message.edit?.original_message_id ?? message.id),
    revision: raw.revision,
    form: 'message',
    visibility: 'direct',
    author: echo ? { nativeId: fittingId(phoneNumberId) } : person,
    ours: echo,
    addressed: !echo,
    text: textOf(said),
    ...placeOf({
      name: placeName(said.location?.name, said.location?.address),
      latitude: said.location?.latitude,
      longitude: said.location?.longitude,
    }),
    ...(at ? (message.edit ? { editedAt: at } : { saidAt: at }) : {}),
    ...(parent ? { parentNativeId: fittingId(parent) } : {}),
    ...(chats[0] ? { rootNativeId: chats[0] } : {}),
    references: chats,
    links: [],
    media: mediaOf(said),
    replyContext: replyContextOf(message, person, phoneNumberId, echo),
  };
};

/** By the person's id and by their number too: what we write on the phone tells only the number. */
const chatsOf = (
  message: WhatsappMessage,
  person: Author,
  phoneNumberId: string,
  echo: boolean,
): readonly string[] => {
  const number = (echo ? message.to : message.from) ?? '';
  const whom = message.group_id ? [message.group_id] : [person.nativeId, number].filter(Boolean);
  return [...new Set(whom.map((id) => fittingId(`chat:${phoneNumberId}:${id}`)))];
};

const withId = (message: unknown, { id, timestamp }: WhatsappMessage): unknown =>
  typeof message === 'object' && message !== null ? { ...message, id, timestamp } : undefined;

const textOf = (message: WhatsappMessage): string => {
  const { location, contacts, interactive } = message;
  const place = location && [location.name, location.address, mapOf(location)];
  const chosen = interactive?.button_reply?.title ?? interactive?.list_reply?.title;
  const parts = [
    message.text?.body,
    ...mediaKinds.map(([name]) => message[name]?.caption),
    message.button?.text,
    chosen,
    interactive?.list_reply?.description,
    ...(place ?? []),
    ...(contacts ?? []).map(({ name }) => name?.formatted_name),
    message.order?.text,
  ];
  return cleanBody(parts.filter(Boolean).join('\n'));
};

const mapOf = ({ latitude, longitude }: { latitude?: number | undefined; longitude?: number | undefined }) =>
  latitude === undefined || longitude === undefined ? undefined : `${latitude}, ${longitude}`;

const mediaKinds = [
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['document', 'file'],
  ['sticker', 'image'],
] as const;

/** Meta gives them only to who asks with the token, for some days: what they are is told, and by which id they are asked for. */
const mediaOf = (message: WhatsappMessage): readonly Media[] => {
  if (message.type === 'unsupported') return [{ kind: 'file', name: 'unsupported' }];
  return mediaKinds.flatMap(([field, kind]) => {
    const media = message[field];
    if (!media) return [];
    const name = cleanLine(media.filename ?? '', 200);
    const mimeType = cleanLine(media.mime_type ?? '', 100);
    const key = media.id && /^\d{1,40}$/.test(media.id) ? media.id : '';
    return [
      {
        kind,
        ...(key ? { key } : {}),
        ...(name ? { name } : {}),
        ...(mimeType ? { mimeType } : {}),
      },
    ];
  });
};

/** Groups are listened to; an answer to one would need its own call. */
const replyContextOf = (
  message: WhatsappMessage,
  person: Author,
  phoneNumberId: string,
  echo: boolean,
): Item['replyContext'] => {
  const told = (echo ? message.to : message.from) ?? person.handle?.replace('+', '');
  const number = told && /^\d{5,20}$/.test(told) ? told : undefined;
  return {
    ...(phoneNumberId ? { phoneNumberId } : {}),
    ...(message.group_id ? { group: '1' } : number ? { to: number } : { recipient: person.nativeId }),
  };
};
