import { pointAt } from '../../told/pointer.ts';
import { readRating } from '../../told/read-rating.ts';
import { readWhen } from '../../told/read-when.ts';
import type { Reading, Told } from '../../told/told.ts';
import type { Format, Read, Telling, TextReader } from '../read.ts';
import { list, text } from '../text/fields.ts';
import { mapped, wholeReader } from '../text/mapped-reader.ts';
import { tableReader } from '../text/table-reader.ts';

const LONGEST_FILE = 100_000_000;

/**
 * Google's Takeout: reviews of a Business Profile with our answers (the fields are those of the v4 API:
 * https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews), and comments that we left on YouTube.
 */
export const googleFormat: Format = {
  id: 'google',
  reader: (_context, file) =>
    /\.csv$/i.test(file)
      ? mapped(tableReader({ separator: ',', header: 'yes' }), (row) => ({ kind: 'comment', row }))
      : reviewsReader(),
  tell: (record, reading) => {
    switch (text(record, 'kind')) {
      case 'review':
        return review(pointAt(record, '/body'), reading);
      case 'answer':
        return answer(pointAt(record, '/body'), reading);
      case 'comment':
        return comment(pointAt(record, '/row'), reading);
      default:
        return { trouble: 'not-understood' };
    }
  },
  identify: (record) => {
    const id = text(pointAt(record, '/body'), 'name', 'reviewId');
    if (id) return text(record, 'kind') === 'answer' ? `${id}/reply` : id;
    return text(pointAt(record, '/row'), 'Comment ID', 'ID commento') || undefined;
  },
  wants:
    /(?:^|\/)(?:reviews?(?:-\d+)?\.json|recensioni(?:-\d+)?\.json|comments?(?:\(\d+\))?\.csv|comment[io](?:\(\d+\))?\.csv)$/i,
};

const reviewsReader = (): TextReader =>
  wholeReader(LONGEST_FILE, (whole) => {
    try {
      const value: unknown = JSON.parse(whole.replace(/^\uFEFF/, ''));
      const reviews = Array.isArray(value) ? value : list(value, 'reviews');
      return reviews.flatMap((body, at): readonly Read[] => {
        const first = { line: at + 1, record: { kind: 'review', body } };
        return pointAt(body, '/reviewReply') === undefined
          ? [first]
          : [first, { line: at + 1, record: { kind: 'answer', body } }];
      });
    } catch {
      return [{ line: 1, trouble: 'not-json' }];
    }
  });

const review = (body: unknown, { zone }: Reading): Telling => {
  const rating = readRating(text(body, 'starRating', 'rating'));
  const saidAt = readWhen(text(body, 'createTime', 'create_time'), zone);
  const words = withoutTranslation(text(body, 'comment', 'text'));
  if (words === '' && rating === undefined) return { trouble: 'no-text' };
  if (saidAt === undefined) return { trouble: 'no-date' };
  const editedAt = readWhen(text(body, 'updateTime'), zone);
  const reviewer = pointAt(body, '/reviewer');
  return {
    told: {
      ...{ form: 'review', visibility: 'public', ours: false, addressed: true, text: words, rating, saidAt },
      ...(editedAt && editedAt > saidAt ? { editedAt } : {}),
      who: { name: text(reviewer, 'displayName', 'name') },
    },
  };
};

const answer = (body: unknown, { zone, context }: Reading): Telling => {
  const reply = pointAt(body, '/reviewReply');
  const words = text(reply, 'comment');
  const saidAt = readWhen(text(reply, 'updateTime', 'createTime'), zone);
  const parent = text(body, 'name', 'reviewId');
  if (words === '') return { nothing: true };
  if (saidAt === undefined) return { trouble: 'no-date' };
  return {
    told: {
      ...{ form: 'reply', visibility: 'public', ours: true, addressed: false, text: words, saidAt },
      who: { name: context.owner ?? '' },
      ...(parent ? { parent } : {}),
    },
  };
};

/** Columns are called in the language of the account. */
const comment = (row: unknown, { zone, context }: Reading): Telling => {
  const words = spokenIn(text(row, 'Comment Text', 'Comment text', 'Testo commento', 'Testo del commento'));
  const saidAt = readWhen(
    text(
      row,
      'Comment Create Timestamp',
      'Comment create timestamp',
      'Timestamp creazione commento',
      'Timestamp di creazione del commento',
    ),
    zone,
  );
  if (words === '') return { trouble: 'no-text' };
  if (saidAt === undefined) return { trouble: 'no-date' };
  const video = text(row, 'Video ID', 'ID video');
  const parent = text(row, 'Parent Comment ID', 'Parent comment ID', 'ID commento principale');
  const told: Told = {
    ...{ form: 'comment', visibility: 'public', ours: true, addressed: false, text: words, saidAt },
    who: { id: text(row, 'Channel ID', 'ID canale'), name: context.owner },
    ...(video
      ? { url: `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`, thread: `video:${video}` }
      : {}),
    ...(parent ? { parent } : {}),
  };
  return { told };
};

/** `{"text":"Grazie "},{"text":"Anna"}` */
const spokenIn = (cell: string): string => {
  if (!cell.trimStart().startsWith('{')) return cell.trim();
  try {
    const parts: unknown = JSON.parse(`[${cell}]`);
    return Array.isArray(parts)
      ? parts
          .map((part) => text(part, 'text'))
          .join('')
          .trim()
      : '';
  } catch {
    return cell.trim();
  }
};

/** Google puts its own translation beside the words: the words stay. */
const withoutTranslation = (words: string): string => {
  const original = /\(Original\)\s*([\s\S]+)$/.exec(words);
  return (original?.[1] ?? words.replace(/\s*\(Translated by Google\)[\s\S]*$/, '')).trim();
};
