import { readWhen } from '../../told/read-when.ts';
import type { Reading } from '../../told/told.ts';
import type { Format, Telling } from '../read.ts';
import { text } from '../text/fields.ts';
import { mapped } from '../text/mapped-reader.ts';
import { tableReader } from '../text/table-reader.ts';

/** LinkedIn's own archive: tables. Vendor's page: https://www.linkedin.com/help/linkedin/answer/a1339364. `Connections.csv` is left closed: its terms forbid what relations would do with it. */
export const linkedinFormat: Format = {
  id: 'linkedin',
  reader: (_context, file) => {
    const kind = /comments/i.test(file) ? 'comment' : /shares/i.test(file) ? 'post' : 'message';
    return mapped(tableReader({ separator: ',', header: 'yes' }), (row) => ({ kind, row }));
  },
  tell: (record, reading) => {
    const row = (record as { row?: unknown } | null)?.row;
    switch (text(record, 'kind')) {
      case 'message':
        return message(row, reading);
      case 'comment':
        return own(
          'comment',
          text(row, 'Message', 'Messaggio'),
          text(row, 'Date', 'Data'),
          text(row, 'Link'),
          reading,
        );
      case 'post':
        return own(
          'post',
          unquoted(text(row, 'ShareCommentary')),
          text(row, 'Date', 'Data'),
          text(row, 'ShareLink'),
          reading,
        );
      default:
        return { trouble: 'not-understood' };
    }
  },
  wants: /(?:^|\/)(?:messages|Comments|Shares)\.csv$/i,
};

const message = (row: unknown, { us, zone }: Reading): Telling => {
  const words = text(row, 'CONTENT', 'Content');
  const at = text(row, 'DATE', 'Date');
  const saidAt = readWhen(at.replace(/ UTC$/, 'Z').replace(' ', 'T'), zone);
  if (words.trim() === '') return at === '' ? { trouble: 'no-text' } : { nothing: true };
  if (saidAt === undefined) return { trouble: 'no-date' };
  const name = text(row, 'FROM', 'From');
  const profile = text(row, 'SENDER PROFILE URL', 'Sender Profile URL');
  const ours = us.has(name.toLowerCase()) || (profile !== '' && us.has(profile.toLowerCase()));
  return {
    told: {
      ...{ form: 'message', visibility: 'direct', ours, addressed: !ours, saidAt, text: words },
      who: { name, ...(profile ? { id: profile, url: profile } : {}) },
      title: text(row, 'SUBJECT', 'Subject'),
      thread: text(row, 'CONVERSATION ID', 'Conversation ID') || undefined,
    },
  };
};

const own = (
  form: 'comment' | 'post',
  words: string,
  at: string,
  url: string,
  { zone, context }: Reading,
): Telling => {
  const saidAt = readWhen(at.replace(/ UTC$/, 'Z').replace(' ', 'T'), zone);
  if (words.trim() === '') return { nothing: true };
  if (saidAt === undefined) return { trouble: 'no-date' };
  return {
    told: {
      ...{ form, visibility: 'public', ours: true, addressed: false, text: words, url, saidAt },
      who: { name: context.owner ?? '' },
    },
  };
};

/** Its quotes are doubled twice at the ends of lines. */
const unquoted = (words: string): string => words.replaceAll('"\n"', '\n');
