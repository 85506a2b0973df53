import { z } from 'zod';
import { type Imported, type ImportedPerson, nothingImported, problemWords } from './imported.ts';

/**
 * Lists of followers in the files of a platform's own archive. Each network gives another account: who is in them follows us,
 * or is followed by us; only the first ties anybody.
 */
type ArchiveKind = 'instagram' | 'facebook' | 'x';

type Entry = { readonly name: string; readonly nativeId: string; readonly handle: string | null };

/** Instagram and Facebook, "Download your information": `string_list_data` (and `relationships_*` around it). */
const MetaEntry = z.object({
  title: z.string().optional(),
  string_list_data: z
    .array(z.object({ value: z.string().optional(), href: z.string().optional() }))
    .default([]),
});
const MetaFile = z.union([
  z.array(MetaEntry),
  z.record(z.string(), z.array(MetaEntry)).transform((lists) => Object.values(lists).flat()),
]);

/** Facebook: names alone, `friends_v2` and the like. */
const NamedFile = z
  .record(z.string(), z.array(z.object({ name: z.string().min(1) })))
  .transform((lists) => Object.values(lists).flat());

/** X: `window.YTD.follower.part0 = [{ follower: { accountId } }]`; it tells no names. */
const XFile = z.array(
  z.object({
    follower: z.object({ accountId: z.string() }).optional(),
    following: z.object({ accountId: z.string() }).optional(),
  }),
);

/** What a file of an archive is, by its path; undefined for what is no list of followers. */
export const listIn = (
  path: string,
): { readonly kind: ArchiveKind; readonly follows: boolean } | undefined => {
  if (/(?:^|\/)data\/follower(?:-part\d+)?\.js$/i.test(path)) return { kind: 'x', follows: true };
  if (/(?:^|\/)data\/following(?:-part\d+)?\.js$/i.test(path)) return { kind: 'x', follows: false };
  if (/(?:^|\/)followers(?:_\d+)?\.json$/i.test(path)) return { kind: 'instagram', follows: true };
  if (/(?:^|\/)following\.json$/i.test(path)) return { kind: 'instagram', follows: false };
  if (/(?:^|\/)(?:people_who_followed_you|who_you'?ve_followed|your_friends|friends)\.json$/i.test(path))
    return { kind: 'facebook', follows: /followed_you|friends/i.test(path) };
  return undefined;
};

/** The people of one list. `value` is the file's JSON, its words repaired. */
export const readArchiveList = (value: unknown, kind: ArchiveKind, follows: boolean): Imported => {
  const entries = entriesIn(value, kind)?.map(cleaned);
  if (!entries) return { ...nothingImported, problems: [{ line: 1, says: problemWords.unknownArchive }] };
  const people = entries.flatMap(({ name, nativeId, handle }, at): ImportedPerson[] => {
    // Heard by no channel of ours: kept beside what else was imported, under the network's own name.
    const account = nativeId ? { channel: 'imported', nativeId: `${kind}:${nativeId}`, handle } : null;
    return name
      ? [{ ...nobody, line: at + 1, name: name.slice(0, 200), account, follows: follows && account !== null }]
      : [];
  });
  return { ...nothingImported, read: entries.length, people };
};

/** As the database can keep it: JSON may hold what no text does. */
const cleaned = ({ name, nativeId, handle }: Entry): Entry => ({
  name: clean(name),
  nativeId: clean(nativeId),
  handle: handle === null ? null : clean(handle),
});

const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200);

const nobody = { company: null, role: null, place: null, note: null, tags: [], followers: null } as const;

const entriesIn = (value: unknown, kind: ArchiveKind): readonly Entry[] | undefined => {
  if (kind === 'x')
    return XFile.safeParse(value).data?.flatMap(({ follower, following }) => {
      const id = (follower ?? following)?.accountId;
      return id ? [{ name: `X ${id}`, nativeId: id, handle: null }] : [];
    });
  const meta = MetaFile.safeParse(value).data;
  if (meta?.some(({ string_list_data }) => string_list_data.length > 0))
    return meta.flatMap(({ title, string_list_data: [first] }) => {
      const handle = first?.value || title || '';
      return handle ? [{ name: handle, nativeId: handle.toLowerCase(), handle }] : [];
    });
  return NamedFile.safeParse(value).data?.map(({ name }) => ({ name, nativeId: '', handle: null }));
};
