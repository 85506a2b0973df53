import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Media } from '../events.ts';
import { webAddress } from '../web/own-site.ts';
import type { TelegramEntity, TelegramFile, TelegramMessage } from './entities.ts';

/** What people read: the text, the caption of pictures, a poll's question and options, a place. */
export const textOf = (message: TelegramMessage): string =>
  cleanBody(
    message.text ??
      message.caption ??
      (message.poll && pollText(message.poll)) ??
      (message.venue && [message.venue.title, message.venue.address].filter(Boolean).join('\n')) ??
      (message.location && `📍 ${message.location.latitude}, ${message.location.longitude}`) ??
      (message.contact && [message.contact.first_name, message.contact.phone_number].join(' ')) ??
      message.sticker?.emoji ??
      '',
  );

const pollText = ({ question, options }: NonNullable<TelegramMessage['poll']>): string =>
  [question, '', ...options.slice(0, 20).map((option) => `• ${option.text}`)].join('\n');

/** Files are fetched with the bot's own token in their address: none is kept, only what they are. */
export const mediaOf = (message: TelegramMessage): readonly Media[] => {
  const of = (kind: Media['kind'], file: TelegramFile | undefined): readonly Media[] =>
    file ? [{ kind, ...describe(file) }] : [];
  return [
    ...(message.photo?.length ? of('image', message.photo.at(-1)) : []),
    ...of('video', message.video ?? message.animation ?? message.video_note),
    ...of('audio', message.voice ?? message.audio),
    // An animation comes as a document too, for programs that know no animations.
    ...(message.animation ? [] : of(isImage(message.document) ? 'image' : 'file', message.document)),
  ];
};

const isImage = (file: TelegramFile | undefined): boolean => /^image\//i.test(file?.mime_type ?? '');

const describe = (file: TelegramFile) => {
  const name = cleanLine(file.file_name ?? '', 200);
  const mimeType = cleanLine(file.mime_type ?? '', 100);
  const size = file.file_size;
  return {
    ...(name ? { name } : {}),
    ...(mimeType ? { mimeType } : {}),
    ...(size !== undefined && Number.isSafeInteger(size) && size >= 0 ? { byteLength: size } : {}),
  };
};

type Part = { readonly kind: string; readonly words: string; readonly url: string | undefined };

/** Offsets and lengths are in UTF-16 code units (https://core.telegram.org/bots/api#messageentity), as JavaScript's own. */
const partsOf = (message: TelegramMessage): readonly Part[] => {
  const text = message.text ?? message.caption ?? '';
  const entities: readonly TelegramEntity[] = message.entities ?? message.caption_entities ?? [];
  return entities.slice(0, 200).map(({ type, offset, length, url }) => ({
    kind: type,
    words: text.slice(Math.max(0, offset), Math.max(0, offset) + Math.max(0, length)).toWellFormed(),
    url,
  }));
};

export const linksOf = (message: TelegramMessage): readonly { readonly url: string }[] => {
  const urls = partsOf(message).flatMap(({ kind, words, url }) => {
    const written = kind === 'text_link' ? url : kind === 'url' ? words : undefined;
    const address = webAddress(written && (/^[a-z]+:/i.test(written) ? written : `https://${written}`));
    return address ? [address] : [];
  });
  return [...new Set(urls)].map((url) => ({ url }));
};

export const mentionsBot = (message: TelegramMessage, botName: string): boolean => {
  const name = `@${botName}`.toLowerCase();
  return partsOf(message).some(
    ({ kind, words }) =>
      (kind === 'mention' && words.toLowerCase() === name) ||
      (kind === 'bot_command' && words.toLowerCase().endsWith(name)),
  );
};
