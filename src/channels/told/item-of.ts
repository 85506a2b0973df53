import { cleanBody, cleanLine } from '../clean-words.ts';
import type { Author, Item, Media, RawItem } from '../events.ts';
import { fittingId } from '../text-digest.ts';
import type { Told } from './told.ts';

/** What was told, cleaned, as an item; undefined when nothing readable is left. `ids` puts the file's own ids into the channel's. */
export const itemOfTold = (raw: RawItem, told: Told, ids: (id: string) => string): Item | undefined => {
  const text = cleanBody(told.text);
  const title = cleanLine(told.title ?? '');
  const media = (told.media ?? []).flatMap(cleanMedia);
  if (text === '' && title === '' && media.length === 0 && told.rating === undefined) return undefined;
  const url = webAddress(told.url);
  const language = /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.exec(told.language ?? '')?.[0];
  return {
    nativeId: fittingId(raw.nativeId || 'none'),
    revision: cleanLine(raw.revision, 200) || '1',
    form: told.form,
    visibility: told.visibility,
    author: authorOf(told, ids),
    ours: told.ours,
    addressed: told.addressed && !told.ours,
    ...(title ? { title } : {}),
    text,
    ...(told.rating ? { rating: told.rating } : {}),
    ...(language ? { language } : {}),
    ...(url ? { url } : {}),
    ...(told.saidAt ? { saidAt: told.saidAt } : {}),
    ...(told.editedAt ? { editedAt: told.editedAt } : {}),
    ...(told.parent ? { parentNativeId: ids(told.parent) } : {}),
    ...(told.thread ? { rootNativeId: ids(`thread:${told.thread}`) } : {}),
    references: [],
    links: url ? [{ url }] : [],
    media,
    replyContext: {},
  };
};

/** The same id or handle is the same person; a mere name is the same within one source. */
const authorOf = ({ who }: Told, ids: (id: string) => string): Author => {
  const name = cleanLine(who.name ?? '', 200);
  const handle = cleanLine(who.handle ?? '', 200);
  const key = (who.id?.trim() || who.handle?.trim() || name).toLowerCase();
  const url = webAddress(who.url);
  return {
    nativeId: key === '' ? 'unknown' : ids(`who:${key}`),
    ...(name || handle ? { name: name || handle } : {}),
    ...(handle ? { handle } : {}),
    ...(url ? { url } : {}),
  };
};

const cleanMedia = (media: Media): readonly Media[] => {
  const name = cleanLine(media.name ?? '', 200);
  const alt = cleanLine(media.alt ?? '', 1_500);
  return [{ kind: media.kind, ...(name ? { name } : {}), ...(alt ? { alt } : {}) }];
};

export const webAddress = (text: string | undefined): string | undefined => {
  const url = text === undefined || text.length > 2_048 ? null : URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
};
