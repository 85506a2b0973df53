import { cleanLine } from '../clean-words.ts';
import type { ChannelEvent, RawItem } from '../events.ts';
import { normaliseMail } from '../mail/normalise.ts';
import { fittingId } from '../text-digest.ts';
import { itemOfTold } from '../told/item-of.ts';
import { formats } from './formats.ts';
import { IMPORTED_TYPE, MAIL_TYPE, prefixOf, readingOf } from './raw-item.ts';
import { type FormatId, formatIds, type Telling } from './read.ts';

/** A record of a file as what was said in it. Pure and total; a letter is the mail channel's affair. */
export const normaliseImported = (raw: RawItem): readonly ChannelEvent[] => {
  if (raw.contentType === MAIL_TYPE) return normaliseMail(raw);
  const telling = tellingOf(raw);
  if ('nothing' in telling) return [];
  if ('trouble' in telling) return [unrecognised(raw, telling.trouble)];
  const item = itemOfTold(raw, telling.told, idsOf(raw));
  return [item ? { kind: 'item', item } : unrecognised(raw, 'no-text')];
};

export const tellingOf = (raw: RawItem): Telling => {
  const format = formatIds.find((id) => id === raw.context.format);
  if (raw.contentType !== IMPORTED_TYPE || raw.encoding !== 'utf8') return { trouble: 'not-understood' };
  try {
    const record: unknown = JSON.parse(raw.body);
    return formats[format ?? ('json' satisfies FormatId)].tell(record, readingOf(raw.context));
  } catch {
    return { trouble: 'not-json' };
  }
};

/** The file's own ids as the channel's: in one source the same everywhere. */
const idsOf =
  ({ context }: RawItem) =>
  (id: string): string =>
    fittingId(`${prefixOf(context.format ?? '', context)}:${id}`);

const unrecognised = (raw: RawItem, reason: string): ChannelEvent => ({
  kind: 'unrecognised',
  nativeId: cleanLine(raw.nativeId, 400) || 'none',
  reason,
});
