import type { Item } from '../events.ts';
import { pointAt, textAt } from './pointer.ts';
import { readRating } from './read-rating.ts';
import { type DateOrder, readWhen } from './read-when.ts';
import { remembered } from './remembered.ts';
import type { Told } from './told.ts';

/** What of a row can be told to be what. */
export const mappable = [
  'text',
  'author',
  'authorId',
  'time',
  'url',
  'id',
  'title',
  'rating',
  'thread',
  'parent',
  'ours',
  'authorUrl',
  'language',
] as const;
export type Mappable = (typeof mappable)[number];

/** Which place of a row (a JSON pointer) holds what, and what all of them are. */
export type Mapping = {
  readonly places: Readonly<Partial<Record<Mappable, string>>>;
  readonly form: Item['form'];
  readonly visibility: Item['visibility'];
  readonly order: DateOrder;
};

export const forms = [
  'post',
  'reply',
  'message',
  'article',
  'comment',
  'review',
  'call',
  'encounter',
  'note',
] as const;
export const visibilities = ['public', 'unlisted', 'followers', 'direct'] as const;

export const plainMapping: Mapping = { places: {}, form: 'comment', visibility: 'public', order: 'dmy' };

/** A mapping as it travels in a context or a setting; whatever is not one is left out. Total. */
export const readMapping = (text: string | undefined): Mapping => mappingOf(text ?? '');

const mappingOf = remembered((text: string): Mapping => {
  const value = parse(text);
  const places = pointAt(value, '/places');
  const known = mappable.flatMap((field) => {
    const pointer = textAt(places, `/${field}`);
    return pointer.startsWith('/') && pointer.length <= 1_000 ? [[field, pointer] as const] : [];
  });
  const one = <Value extends string>(name: string, values: readonly Value[], usual: Value): Value =>
    values.find((each) => each === textAt(value, `/${name}`)) ?? usual;
  return {
    places: Object.fromEntries(known),
    form: one('form', forms, plainMapping.form),
    visibility: one('visibility', visibilities, plainMapping.visibility),
    order: one('order', ['dmy', 'mdy', 'ymd'], plainMapping.order),
  };
});

const parse = (text: string | undefined): unknown => {
  try {
    return text === undefined || text.length > 20_000 ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

export type MappedTold = { readonly told: Told } | { readonly trouble: 'no-text' | 'no-date' };

/** What a row says by its mapping. Without a text or a rating it says nothing; a date that cannot be read is told, none is not. */
export const toldBy = (
  row: unknown,
  mapping: Mapping,
  { zone, us }: { readonly zone: string; readonly us: ReadonlySet<string> },
): MappedTold => {
  const at = (field: Mappable): string => textAt(row, mapping.places[field]).trim();
  const time = at('time');
  const saidAt = time === '' ? undefined : readWhen(time, zone, mapping.order);
  const rating = readRating(at('rating'));
  if (at('text') === '' && at('title') === '' && rating === undefined) return { trouble: 'no-text' };
  if (time !== '' && saidAt === undefined) return { trouble: 'no-date' };
  const ours =
    isYes(at('ours')) ||
    [at('author'), at('authorId')].some((name) => name !== '' && us.has(name.toLowerCase()));
  return {
    told: {
      form: rating === undefined || mapping.places.rating === undefined ? mapping.form : 'review',
      visibility: mapping.visibility,
      ours,
      addressed:
        !ours && (mapping.form === 'message' || mapping.form === 'review' || mapping.visibility === 'direct'),
      who: {
        ...(at('authorId') ? { id: at('authorId'), handle: at('authorId') } : {}),
        name: at('author'),
        url: at('authorUrl'),
      },
      text: at('text'),
      title: at('title'),
      url: at('url'),
      saidAt,
      language: at('language'),
      parent: at('parent'),
      thread: at('thread'),
      rating,
    },
  };
};

const isYes = (text: string): boolean =>
  /^(?:1|s[iì]|yes|y|true|vero|ours|noi|nostro|us|we|out|sent|inviat[oa])$/i.test(text);
