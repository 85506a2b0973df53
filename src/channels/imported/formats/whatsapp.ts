import type { Media } from '../../events.ts';
import { type DateOrder, readWhen } from '../../told/read-when.ts';
import type { Format, Read, TextReader } from '../read.ts';
import { list, text } from '../text/fields.ts';

/**
 * A chat as WhatsApp exports it: `12/03/24, 18:05 - Anna: ciao` (Android) and `[12/03/24, 18:05:09] Anna: ciao` (iOS), in
 * Italian and English, 12 or 24 hours. A line that begins with no date goes on with the message before. Vendor's page:
 * https://faq.whatsapp.com/1180414079177245 (the form itself is not documented: it is read off exports).
 */
export const whatsappFormat: Format = {
  id: 'whatsapp',
  reader: ({ order }, file) => chatReader(chatNameOf(file), order),
  tell: (record, { zone, us, context }) => {
    const who = text(record, 'who');
    const saidAt = readWhen(text(record, 'at'), zone, orderOf(text(record, 'order') || context.order));
    const words = text(record, 'text');
    if (who === '') return { nothing: true };
    if (saidAt === undefined) return { trouble: 'no-date' };
    const { said, media } = withoutMedia(words);
    if (said === '' && media.length === 0) return { trouble: 'no-text' };
    if (isDeleted.test(said)) return { nothing: true };
    const ours = us.has(who.toLowerCase()) || /^(?:tu|you)$/i.test(who);
    const chat = context.chat || text(record, 'chat');
    return {
      told: {
        ...{ form: 'message', visibility: 'direct', ours, addressed: !ours, saidAt, media },
        who: /^\+?[\d\s().-]{6,}$/.test(who)
          ? { id: who.replace(/[^\d+]/g, ''), handle: who }
          : { name: who },
        text: said || wordsOf(media),
        ...(chat ? { thread: chat } : {}),
      },
    };
  },
  identify: (record) => list(record, 'key').join('|') || undefined,
};

/** Invisible marks and narrow spaces stand in dates and before names. */
const withoutMarks = (line: string): string =>
  line.replace(/[\u200e\u200f\u202a-\u202e\ufeff]/g, '').replace(/[\u202f\u00a0]/g, ' ');

const date = String.raw`(\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4})`;
const time = String.raw`(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?)`;
const android = new RegExp(`^${date},?\\s+(?:alle\\s+|ore\\s+|at\\s+)?${time}\\s+[-–]\\s+(.*)$`, 'i');
const apple = new RegExp(`^\\[${date},?\\s+(?:alle\\s+|ore\\s+|at\\s+)?${time}\\]\\s+(.*)$`, 'i');

type Open = {
  readonly line: number;
  readonly at: string;
  readonly who: string;
  readonly lines: string[];
  units: number;
};

/** UTF-16 units of one message: WhatsApp allows 65,536. */
const LONGEST_MESSAGE = 200_000;
/** Messages that are looked at for the order of day and month. */
const ENOUGH_TO_TELL = 400;

const chatReader = (chat: string, asked: string | undefined): TextReader => {
  let buffer = '';
  let line = 1;
  let open: Open | undefined;
  let waiting: Read[] | undefined = [];
  let order: DateOrder | undefined =
    asked === 'dmy' || asked === 'mdy' || asked === 'ymd' ? asked : undefined;
  const times = new Map<string, number>();

  const close = (): readonly Read[] => {
    if (!open) return [];
    const said = open.lines.join('\n').trim();
    const key = `${open.at}|${open.who}|${said.slice(0, 500)}`;
    const nth = (times.get(key) ?? 0) + 1;
    if (times.size > 20_000) times.clear();
    times.set(key, nth);
    return [
      { line: open.line, record: { at: open.at, who: open.who, text: said, chat, key: [key, String(nth)] } },
    ];
  };

  const takeLine = (raw: string): readonly Read[] => {
    const each = withoutMarks(raw);
    const found = android.exec(each) ?? apple.exec(each);
    if (!found) {
      if (!open) return each.trim() === '' ? [] : [{ line, trouble: 'not-understood' }];
      if (open.units < LONGEST_MESSAGE) open.lines.push(each);
      open.units += each.length;
      return [];
    }
    const reads = close();
    const [, day = '', clock = '', rest = ''] = found;
    const named = /^([^:]{1,120}): ?(.*)$/.exec(rest);
    open = {
      line,
      at: `${day}, ${clock}`,
      who: named?.[1]?.trim() ?? '',
      lines: [named?.[2] ?? rest],
      units: rest.length,
    };
    return reads;
  };

  /** Whether the day or the month comes first is told by the first that cannot be a month. */
  const settle = (reads: readonly Read[], isLast: boolean): readonly Read[] => {
    if (waiting === undefined) return reads.map((read) => withOrder(read, order));
    for (const read of reads) waiting.push(read);
    if (order === undefined) order = orderIn(waiting);
    if (order === undefined && !isLast && waiting.length < ENOUGH_TO_TELL) return [];
    const settled = waiting.map((read) => withOrder(read, order));
    waiting = undefined;
    return settled;
  };

  const drain = (isLast: boolean): readonly Read[] => {
    const reads: Read[] = [];
    let at = 0;
    while (at < buffer.length) {
      const end = buffer.indexOf('\n', at);
      if (end < 0 && !isLast && buffer.length - at < LONGEST_MESSAGE) break;
      reads.push(...takeLine(buffer.slice(at, end < 0 ? buffer.length : end).replace(/\r$/, '')));
      line += 1;
      at = end < 0 ? buffer.length : end + 1;
    }
    buffer = buffer.slice(at);
    if (isLast) reads.push(...close());
    return settle(reads, isLast);
  };

  return {
    push: (piece) => {
      buffer += piece;
      return drain(false);
    },
    end: () => drain(true),
  };
};

const withOrder = (read: Read, order: DateOrder | undefined): Read =>
  'record' in read
    ? { line: read.line, record: { ...(read.record as object), order: order ?? 'dmy' } }
    : read;

const orderIn = (reads: readonly Read[]): DateOrder | undefined => {
  for (const read of reads) {
    const parts =
      'record' in read ? text(read.record, 'at').split(',')[0]?.split(/[/.-]/).map(Number) : undefined;
    const [one = 0, two = 0] = parts ?? [];
    if (one > 31) return 'ymd';
    if (one > 12) return 'dmy';
    if (two > 12) return 'mdy';
  }
  return undefined;
};

const orderOf = (order: string | undefined): DateOrder =>
  order === 'mdy' || order === 'ymd' ? order : 'dmy';

const omitted =
  /^<?\s*(?:(immagine|image|foto|photo)|(video|videomessaggio|video note|gif)|(audio|messaggio vocale|voice message|nota vocale)|(documento|document|sticker|scheda contatto|contact card|media))[^<>]{0,40}?(?:omess[oaie]|esclus[oaie]|omitted)\s*>?$/i;
const attachedFile =
  /^(?:<(?:allegato|attached):\s*([^<>]{1,200})>|([^\s<>][^<>]{0,200}\.\w{2,5}) \((?:file allegato|file attached)\))$/i;
const isDeleted =
  /^(?:(?:hai|questo messaggio è stato|this message was|you) (?:eliminato|deleted)[^.]{0,40}\.?|questo messaggio è stato eliminato dall['’]amministratore.*)$/i;

/** Words and what stood for pictures and the like; they themselves are not in the text. */
const withoutMedia = (words: string): { readonly said: string; readonly media: readonly Media[] } => {
  const media: Media[] = [];
  const said = words.split('\n').filter((each) => {
    const found = mediaOf(each.trim());
    if (found) media.push(found);
    return !found;
  });
  return {
    said: said
      .join('\n')
      .replace(/\s*<(?:messaggio modificato|this message was edited)[^<>]{0,20}>\s*$/i, '')
      .trim(),
    media,
  };
};

const mediaOf = (line: string): Media | undefined => {
  const missing = line.length < 120 ? omitted.exec(line) : null;
  if (missing)
    return {
      kind: missing[1] ? 'image' : missing[2] ? 'video' : missing[3] ? 'audio' : 'file',
      name: line.replace(/[<>]/g, ''),
    };
  const file = line.length < 300 ? attachedFile.exec(line) : null;
  const name = file?.[1] ?? file?.[2];
  if (!name) return undefined;
  const kind = /\.(?:jpe?g|png|webp|heic)$/i.test(name)
    ? 'image'
    : /\.(?:mp4|mov|3gp)$/i.test(name)
      ? 'video'
      : /\.(?:opus|m4a|ogg|mp3)$/i.test(name)
        ? 'audio'
        : 'file';
  return { kind, name };
};

const wordsOf = (media: readonly Media[]): string => media.map(({ name = '' }) => `[${name}]`).join(' ');

/** `WhatsApp Chat with Anna.txt`, `Chat WhatsApp con Anna.txt`, `_chat.txt`. */
export const chatNameOf = (file: string): string => {
  const name =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.(?:txt|zip)$/i, '') ?? '';
  return (
    /(?:chat with|chat con|con|with) (.{1,200})$/i.exec(name)?.[1]?.trim() ??
    (name === '_chat' ? '' : name.slice(0, 200))
  );
};
