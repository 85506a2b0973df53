import type { Item } from '../../events.ts';
import { fittingId } from '../../text-digest.ts';
import type { Notice } from './read-review.ts';

/**
 * What was written elsewhere, in the place of the mail that tells of it. It cannot be answered by mail: the address that wrote reads
 * nothing. Of its author we know a name, and the same name is not the same person.
 */
export const itemOfNotice = (mail: Item, notice: Notice): Item => {
  const {
    automatic: _machine,
    title: _subject,
    quoted: _quoted,
    parentNativeId: _parent,
    rootNativeId: _root,
    ...rest
  } = mail;
  return {
    ...rest,
    form: notice.form,
    visibility: notice.form === 'message' ? 'direct' : 'public',
    author: {
      nativeId: fittingId(`${notice.platform}:${mail.nativeId}`),
      ...(notice.author ? { name: notice.author } : {}),
    },
    ours: false,
    addressed: true,
    ...(notice.title ? { title: notice.title } : {}),
    text: notice.text,
    ...(notice.rating ? { rating: notice.rating } : {}),
    ...(notice.url ? { url: notice.url } : {}),
    references: [],
    links: [],
    media: [],
    replyContext: { platform: notice.platform },
  };
};
