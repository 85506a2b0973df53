import { parseDate } from '../../parse-date.ts';
import { pointAt } from '../../told/pointer.ts';
import type { Reading } from '../../told/told.ts';
import type { Format, Read, Telling, TextReader } from '../read.ts';
import { list, text } from '../text/fields.ts';
import { jsonReader } from '../text/json-reader.ts';

/** X's own archive: scripts that hold lists. Vendor's page: https://help.x.com/en/managing-your-account/how-to-download-your-x-archive (the files explain themselves in its README.txt). */
export const xFormat: Format = {
  id: 'x',
  reader: () => flattened(jsonReader()),
  tell: (record, reading) => {
    const tweet = pointAt(record, '/tweet') ?? (text(record, 'full_text') ? record : undefined);
    if (tweet !== undefined) return post(tweet, reading);
    const direct = pointAt(record, '/messageCreate');
    if (direct !== undefined) return message(direct, text(record, 'conversation'), reading);
    return { trouble: 'not-understood' };
  },
  identify: (record) =>
    text(pointAt(record, '/tweet'), 'id_str', 'id') ||
    text(pointAt(record, '/messageCreate'), 'id') ||
    text(record, 'id_str') ||
    undefined,
  wants: /(?:^|\/)(?:tweets?|community-tweet|direct-messages(?:-group)?)(?:-part\d+)?\.js$/i,
  about: /(?:^|\/)account\.js$/i,
  aboutOf: (whole) => {
    const reader = jsonReader();
    const [first] = [...reader.push(whole), ...reader.end()];
    const account = first && 'record' in first ? pointAt(first.record, '/account') : undefined;
    const [id, name, owner] = [
      text(account, 'accountId'),
      text(account, 'username'),
      text(account, 'accountDisplayName'),
    ];
    return {
      ...(id ? { ownerId: id } : {}),
      ...(name ? { ownerHandle: name } : {}),
      ...(owner ? { owner } : {}),
    };
  },
};

/** A conversation holds its messages: each is a record of its own. */
const flattened = (reader: TextReader): TextReader => {
  const flat = (reads: readonly Read[]): readonly Read[] =>
    reads.flatMap((read): readonly Read[] => {
      const conversation = 'record' in read ? pointAt(read.record, '/dmConversation') : undefined;
      if (conversation === undefined) return [read];
      return list(conversation, 'messages')
        .filter((one) => pointAt(one, '/messageCreate') !== undefined)
        .map((one) => ({
          line: read.line,
          record: {
            conversation: text(conversation, 'conversationId'),
            messageCreate: pointAt(one, '/messageCreate'),
          },
        }))
        .reverse();
    });
  return { push: (piece) => flat(reader.push(piece)), end: () => flat(reader.end()) };
};

const post = (tweet: unknown, { context }: Reading): Telling => {
  const words = unescaped(text(tweet, 'full_text', 'text'));
  const saidAt = parseDate(inOrder(text(tweet, 'created_at')));
  if (words === '') return { trouble: 'no-text' };
  if (saidAt === undefined) return { trouble: 'no-date' };
  // What was only passed on is not our words.
  if (/^RT @\w{1,20}: /.test(words)) return { nothing: true };
  const id = text(tweet, 'id_str', 'id');
  const answered = text(tweet, 'in_reply_to_status_id_str', 'in_reply_to_status_id');
  const handle = context.ownerHandle ?? '';
  return {
    told: {
      ...{
        form: answered ? 'reply' : 'post',
        visibility: 'public',
        ours: true,
        addressed: false,
        text: words,
        saidAt,
      },
      who: { id: context.ownerId, handle, name: context.owner },
      ...(id ? { url: `https://x.com/${handle || 'i/web'}/status/${id}` } : {}),
      language: text(tweet, 'lang'),
      ...(answered ? { parent: answered } : {}),
    },
  };
};

const message = (direct: unknown, conversation: string, { us, context }: Reading): Telling => {
  const words = text(direct, 'text');
  const saidAt = parseDate(text(direct, 'createdAt'));
  const sender = text(direct, 'senderId');
  if (words === '') return list(direct, 'mediaUrls').length > 0 ? { nothing: true } : { trouble: 'no-text' };
  if (saidAt === undefined) return { trouble: 'no-date' };
  const ours = sender === context.ownerId || us.has(sender.toLowerCase());
  return {
    told: {
      ...{ form: 'message', visibility: 'direct', ours, addressed: !ours, text: words, saidAt },
      who: ours
        ? { id: sender, handle: context.ownerHandle, name: context.owner }
        : { id: sender, name: sender },
      thread: conversation || undefined,
    },
  };
};

/** `Wed Oct 10 20:19:24 +0000 2018` with the year where others have it. */
const inOrder = (date: string): string =>
  date.replace(/^(\w{3}) (\w{3}) (\d{1,2}) ([\d:]{5,8}) ([+-]\d{4}) (\d{4})$/, '$1, $3 $2 $6 $4 $5');

const unescaped = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
