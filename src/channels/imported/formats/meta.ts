import type { Media } from '../../events.ts';
import { pointAt } from '../../told/pointer.ts';
import type { Reading, Told } from '../../told/told.ts';
import type { Read, Telling, TextReader } from '../read.ts';
import { instantOfMs, instantOfSeconds, list, text } from '../text/fields.ts';
import { wholeReader } from '../text/mapped-reader.ts';
import { repairAll } from '../text/repair-mojibake.ts';

/** UTF-16 units of one file: Meta cuts conversations into parts far smaller. */
const LONGEST_FILE = 100_000_000;

type Kind = 'message' | 'comment' | 'post' | 'media-comment' | 'review';

/** Files of Facebook's and Instagram's own archives (JSON, not HTML): messages, comments, posts, reviews. */
export const metaWants =
  /(?:^|\/)(?:messages\/(?:inbox|e2ee_cutover|archived_threads|filtered_threads|message_requests)\/[^/]+\/message_\d+\.json|messages\/[^/]+\.json|(?:comments(?:_and_reactions)?|comments)\/[^/]*comments[^/]*\.json|(?:posts|content|media)\/(?:your_posts|posts|profile_posts)[^/]*\.json|[^/]*reviews?[^/]*\.json)$/i;

export const metaReader = (file: string): TextReader =>
  wholeReader(LONGEST_FILE, (whole) => {
    try {
      return recordsOf(repairAll(JSON.parse(whole.replace(/^\uFEFF/, ''))), file);
    } catch {
      return [{ line: 1, trouble: 'not-json' }];
    }
  });

const recordsOf = (value: unknown, file: string): readonly Read[] => {
  const messages = list(value, 'messages');
  if (messages.length > 0) return conversation(value, messages, file);
  const root = Array.isArray(value) ? value : firstList(value);
  return root.map((one, at) => ({ line: at + 1, record: { kind: kindOf(one, file), body: one } }));
};

/** Newest first in the file: told oldest first. */
const conversation = (value: unknown, messages: readonly unknown[], file: string): readonly Read[] => {
  const thread = text(value, 'thread_path') || file.split('/').slice(-2, -1)[0] || text(value, 'title');
  const title = text(value, 'title');
  return messages
    .map((body, at): Read => ({ line: at + 1, record: { kind: 'message', thread, title, body } }))
    .reverse();
};

const firstList = (value: unknown): readonly unknown[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).find((one): one is readonly unknown[] => Array.isArray(one)) ?? [value];
};

const kindOf = (one: unknown, file: string): Kind => {
  if (pointAt(one, '/string_map_data') !== undefined) return 'media-comment';
  if (list(one, 'data').some((each) => pointAt(each, '/comment') !== undefined)) return 'comment';
  if (list(one, 'data').some((each) => pointAt(each, '/review') !== undefined)) return 'review';
  return /comment/i.test(file) ? 'comment' : 'post';
};

export const tellMeta = (record: unknown, reading: Reading): Telling => {
  const body = pointAt(record, '/body');
  switch (text(record, 'kind')) {
    case 'message':
      return message(record, body, reading);
    case 'comment':
      return said('comment', commentOf(body), reading);
    case 'review':
      return said('review', reviewOf(body), reading);
    case 'media-comment':
      return said('comment', mediaCommentOf(body), reading);
    case 'post':
      return said('post', postOf(body), reading);
    default:
      return { trouble: 'not-understood' };
  }
};

const message = (record: unknown, body: unknown, { us }: Reading): Telling => {
  const name = text(body, 'sender_name', 'senderName');
  const saidAt = instantOfMs(text(body, 'timestamp_ms', 'timestamp'));
  const media = mediaOf(body);
  const shared = text(pointAt(body, '/share'), 'link');
  const words = text(body, 'content', 'text');
  if (saidAt === undefined) return { trouble: 'no-date' };
  if (pointAt(body, '/is_unsent') === true || pointAt(body, '/isUnsent') === true || isNotice(words))
    return { nothing: true };
  if (words === '' && media.length === 0) return shared ? { nothing: true } : { trouble: 'no-text' };
  const ours = us.has(name.toLowerCase());
  const thread = text(record, 'thread');
  return {
    told: {
      ...{ form: 'message', visibility: 'direct', ours, addressed: !ours, saidAt, media },
      who: { name },
      text: words,
      ...(shared ? { url: shared } : {}),
      ...(thread ? { thread } : {}),
    },
  };
};

/** Words that Meta itself puts into conversations. */
const isNotice = (words: string): boolean =>
  /^(?:reacted .{1,20} to your message|ha aggiunto una reazione .{0,40}|liked a message|ha messo .mi piace. a un messaggio|.{1,80} (?:started a video chat|ha avviato una (?:video)?chiamata))\.?\s*$/iu.test(
    words,
  );

const mediaOf = (body: unknown): readonly Media[] =>
  (
    [
      ['photos', 'image'],
      ['videos', 'video'],
      ['audio_files', 'audio'],
      ['files', 'file'],
    ] as const
  ).flatMap(([name, kind]) =>
    list(body, name)
      .slice(0, 50)
      .map((one): Media => ({ kind, name: text(one, 'uri').split('/').at(-1) || kind })),
  );

type Said = Pick<Told, 'text' | 'saidAt'> & {
  readonly name: string;
  readonly url?: string;
  readonly rating?: Told['rating'];
};

const said = (
  form: Told['form'],
  { name, text: words, saidAt, url, rating }: Said,
  { us, context }: Reading,
): Telling => {
  if (words.trim() === '' && rating === undefined) return { nothing: true };
  if (saidAt === undefined) return { trouble: 'no-date' };
  // An archive holds its owner's own comments and posts; reviews are of others.
  const ours = form === 'post' || name === '' ? form !== 'review' : us.has(name.toLowerCase());
  return {
    told: {
      ...{ form, visibility: 'public', ours, addressed: !ours, text: words, saidAt, rating },
      who: { name: name || context.owner || '' },
      ...(url ? { url } : {}),
    },
  };
};

const commentOf = (body: unknown): Said => {
  const comment = list(body, 'data')
    .map((each) => pointAt(each, '/comment'))
    .find((each) => each !== undefined);
  const url = list(body, 'attachments')
    .flatMap((each) => list(each, 'data'))
    .map((each) => text(pointAt(each, '/external_context'), 'url'))
    .find((each) => each !== '');
  return {
    name: text(comment, 'author'),
    text: text(comment, 'comment'),
    saidAt: instantOfSeconds(text(comment, 'timestamp') || text(body, 'timestamp')),
    ...(url ? { url } : {}),
  };
};

const reviewOf = (body: unknown): Said => {
  const review = list(body, 'data')
    .map((each) => pointAt(each, '/review'))
    .find((each) => each !== undefined);
  const stars = Number(text(review, 'rating', 'star_rating') || Number.NaN);
  return {
    name: text(review, 'author', 'reviewer'),
    text: text(review, 'review', 'text', 'message'),
    saidAt: instantOfSeconds(text(review, 'timestamp', 'created_time') || text(body, 'timestamp')),
    rating: stars >= 0 && stars <= 5 ? { value: stars, best: 5 } : undefined,
  };
};

/** Instagram: names of fields are in the language of the archive. */
const mediaCommentOf = (body: unknown): Said => {
  const fields = pointAt(body, '/string_map_data');
  const of = (...names: readonly string[]) =>
    names.map((name) => pointAt(fields, `/${name}`)).find((one) => one !== undefined);
  return {
    name: '',
    text: text(of('Comment', 'Commento'), 'value'),
    saidAt: instantOfSeconds(text(of('Time', 'Ora', 'Data'), 'timestamp')),
  };
};

const postOf = (body: unknown): Said => {
  const first = list(body, 'media')[0];
  const words = list(body, 'data')
    .map((each) => text(each, 'post'))
    .find((each) => each !== '');
  return {
    name: '',
    text: words || text(body, 'title') || text(first, 'title'),
    saidAt: instantOfSeconds(
      text(body, 'timestamp', 'creation_timestamp') || text(first, 'creation_timestamp'),
    ),
  };
};
