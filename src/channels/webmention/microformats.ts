import { bareUrl } from '../web/find-link.ts';

/** A microformats2 object, read tolerantly: https://microformats.org/wiki/microformats2-parsing */
export type Microformat = {
  readonly types: readonly string[];
  readonly properties: Readonly<Record<string, readonly unknown[]>>;
  readonly children: readonly unknown[];
  readonly value?: unknown;
  readonly lang?: string;
};

export const asMicroformat = (value: unknown): Microformat | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { type, properties, children, lang, value: plain } = value as Record<string, unknown>;
  if (!Array.isArray(type) || typeof properties !== 'object' || properties === null) return undefined;
  const listed = Object.entries(properties).filter((pair): pair is [string, unknown[]] =>
    Array.isArray(pair[1]),
  );
  return {
    types: type.filter((one): one is string => typeof one === 'string'),
    properties: Object.fromEntries(listed),
    children: Array.isArray(children) ? children : [],
    value: plain,
    ...(typeof lang === 'string' ? { lang } : {}),
  };
};

const SPEECH = ['h-entry', 'h-review', 'h-event', 'h-cite'];

/** The entries of a page, through feeds and their children, in the order of the page. */
export const entriesOf = (items: readonly unknown[], depth = 0): readonly Microformat[] =>
  items.flatMap((item) => {
    const found = asMicroformat(item);
    if (!found || depth > 5) return [];
    const own = found.types.some((type) => SPEECH.includes(type)) ? [found] : [];
    return [...own, ...entriesOf(found.children, depth + 1)];
  });

/** Texts of a property, whatever form they have: plain, with markup, as an object of its own. */
export const textsOf = (entry: Microformat | undefined, name: string): readonly string[] =>
  (entry?.properties[name] ?? []).flatMap((value) => {
    if (typeof value === 'string') return [value];
    const { value: plain } = (value ?? {}) as { value?: unknown };
    return typeof plain === 'string' ? [plain] : [];
  });

/** Addresses of a property: its own, and those of objects in it (an h-cite's `url`). */
const addressesOf = (entry: Microformat, name: string): readonly string[] =>
  (entry.properties[name] ?? []).flatMap((value) => {
    if (typeof value === 'string') return [value];
    const inner = asMicroformat(value);
    const plain = (value as { value?: unknown } | null)?.value;
    return [...(inner ? textsOf(inner, 'url') : []), ...(typeof plain === 'string' ? [plain] : [])];
  });

/** Whether one of these properties leads to the target. */
export const speaksOf = (entry: Microformat, names: readonly string[], target: string): boolean =>
  names.some((name) => addressesOf(entry, name).some((url) => bareUrl(url) === bareUrl(target)));

export const RELATIONS = [
  'in-reply-to',
  'like-of',
  'repost-of',
  'bookmark-of',
  'rsvp',
  'item',
  'tag-of',
] as const;

/** The entry that speaks of the target: by a property that says so, else the one whose words link there, else the only one. */
export const entryAbout = (items: readonly unknown[], target: string): Microformat | undefined => {
  const entries = entriesOf(items);
  const spoken = entries.find((entry) => speaksOf(entry, RELATIONS, target));
  const inWords = entries.find((entry) => JSON.stringify(entry.properties).includes(target));
  return spoken ?? inWords ?? (entries.length === 1 ? entries[0] : undefined);
};
