import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, ChannelEvent, Item, Media, RawItem } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import { BY_HAND_TYPE, type HandNote, HandNoteSchema } from './hand-note.ts';

/** A note of what was said as one item. Pure and total. */
export const normaliseByHand = (raw: RawItem): readonly ChannelEvent[] => {
  const note = raw.contentType === BY_HAND_TYPE && raw.encoding === 'utf8' ? readNote(raw.body) : undefined;
  const item = note && itemOf(raw, note);
  if (item) return [{ kind: 'item', item }];
  return [{ kind: 'unrecognised', nativeId: raw.nativeId, reason: 'not a note of something said' }];
};

const readNote = (body: string): HandNote | undefined => {
  try {
    return HandNoteSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

const itemOf = (raw: RawItem, note: HandNote): Item | undefined => {
  const text = cleanBody(note.text);
  const url = webAddress(note.url);
  if (!text && !url && !note.image) return undefined;
  return {
    nativeId: raw.nativeId,
    revision: raw.revision,
    form: note.form,
    visibility: note.form === 'post' ? 'public' : 'direct',
    author: authorOf(raw, note),
    ours: false,
    addressed: note.form === 'call' || note.form === 'encounter',
    text,
    ...(url ? { url } : {}),
    ...(note.saidAt ? { saidAt: new Date(note.saidAt).toISOString() } : {}),
    references: [],
    links: url ? [{ url }] : [],
    media: mediaOf(note),
    replyContext: {},
  };
};

/** The same contact is the same person; a mere name is somebody of this note only. */
const authorOf = (raw: RawItem, note: HandNote): Author => {
  const name = cleanLine(note.who.name, 200);
  const contact = note.who.contact ? cleanLine(note.who.contact, 200) : '';
  return {
    nativeId: fittingId(contact ? `contact:${contactKey(contact)}` : `note:${raw.nativeId}`),
    ...(name ? { name } : {}),
    ...(contact ? { handle: contact } : {}),
  };
};

/** However a telephone number is spaced and a mail address capitalised. */
const contactKey = (contact: string): string =>
  /^[+\d][\d\s().\-/]{4,}$/.test(contact)
    ? contact.replace(/[^\d+]/g, '').replace(/^00/, '+')
    : contact.toLowerCase();

const mediaOf = ({ image }: HandNote): readonly Media[] => {
  if (!image) return [];
  const alt = image.alt ? cleanLine(image.alt, 1_500) : '';
  return [
    {
      kind: 'image',
      url: image.reference,
      ...(alt ? { alt } : {}),
      ...(image.mimeType ? { mimeType: image.mimeType } : {}),
    },
  ];
};

const webAddress = (text: string | undefined): string | undefined => {
  const url = text === undefined ? null : URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
};
