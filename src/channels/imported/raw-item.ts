import type { RawItem } from '../events.ts';
import { MAIL_TYPE, rawItemOf as mailRawItem } from '../mail/read-raw.ts';
import { storable } from '../storable.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import type { Reading } from '../told/told.ts';
import { formats } from './formats.ts';
import type { FormatId } from './read.ts';

export const IMPORTED_TYPE = 'application/vnd.passaparola.imported+json';

export const DEFAULT_ZONE = 'Europe/Rome';

/** How a file is read, from the context that travels with each of its raw items. */
export const readingOf = (context: Readonly<Record<string, string>>): Reading => ({
  us: new Set(
    (context.us ?? '')
      .split('\n')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  ),
  zone: context.zone || DEFAULT_ZONE,
  context,
});

/**
 * A record as a raw item. Its id comes from the file's own where it has one, else from the record itself: the same file again
 * brings nothing new, also under another name.
 */
export const importedRawItem = (
  format: FormatId,
  record: unknown,
  context: Readonly<Record<string, string>>,
): RawItem => {
  if (format === 'mbox') return mailRawItem(Buffer.from(String(record), 'latin1'), kept(context));
  const body = storable(JSON.stringify(record) ?? 'null');
  const digest = textDigest(body);
  const own = formats[format].identify?.(record, readingOf(context));
  return {
    nativeId: fittingId(`${prefixOf(format, context)}:${own ?? `digest:${digest}`}`),
    revision: digest,
    contentType: IMPORTED_TYPE,
    encoding: 'utf8',
    body,
    context: { ...kept(context), format },
  };
};

/** What tells this source's ids from another's. */
export const prefixOf = (format: string, context: Readonly<Record<string, string>>): string =>
  context.source ? `${format}:${context.source.slice(0, 100)}` : format;

const kept = (context: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(context).map(([name, value]) => [storable(name), storable(value)]));

export { MAIL_TYPE };
