import { type Imported, nothingImported, problemWords } from './imported.ts';
import { listIn, readArchiveList } from './read-archive-lists.ts';
import { type ImportAsked, readImport } from './read-import.ts';

/** One file of those that were given: its path in the archive, or its name. */
export type NamedText = { readonly path: string; readonly text: string };

/** Which files of an archive hold lists of people. */
export const isList = (path: string): boolean => listIn(path) !== undefined || isTable(path);

/** Lists of Mastodon's export, and LinkedIn's connections, which are refused with the reason. */
const isTable = (path: string): boolean =>
  /(?:^|\/)(?:following_accounts|followers|following|connections)\.csv$/i.test(path);

/** What a file says, whatever of ours it is: JSON of an archive, GraphML, a table. `repair` mends the words of Meta's archives. Total. */
export const readFile = (
  { path, text }: NamedText,
  kind: ImportAsked['kind'],
  now: Date,
  repair: (value: unknown) => unknown,
): Imported => {
  const clean = text.replace(/^\uFEFF/, '');
  const ytd = /^\s*window\.YTD\.(follower|following)\.part\d+\s*=\s*/.exec(clean);
  const json = ytd ? clean.slice(ytd[0].length) : clean;
  if (ytd || /^\s*[[{]/.test(clean)) {
    const list =
      listIn(path) ??
      listIn(ytd ? `data/${ytd[1]}.js` : kind === 'followers' ? 'followers_1.json' : 'following.json');
    const value = parse(json);
    return list && value !== undefined
      ? readArchiveList(repair(value), list.kind, list.follows)
      : { ...nothingImported, problems: [{ line: 1, says: problemWords.unknownArchive }] };
  }
  if (/^\s*<(\?xml|!--|graphml)/i.test(clean)) return readImport({ format: 'graphml', kind, text }, now);
  // The archive's own name says more than what was chosen: whom we follow does not follow us.
  const told = /following/i.test(path) ? 'contacts' : /followers/i.test(path) ? 'followers' : kind;
  return readImport({ format: 'csv', kind: isTable(path) ? told : kind, text }, now);
};

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json.replace(/;\s*$/, ''));
  } catch {
    return undefined;
  }
};

/** Several files as one; a problem says which file it is in by the order of their lines. */
export const joinImported = (parts: readonly Imported[]): Imported => ({
  read: parts.reduce((sum, { read }) => sum + read, 0),
  people: parts.flatMap(({ people }) => people),
  edges: parts.flatMap(({ edges }) => edges),
  problems: parts.flatMap(({ problems }) => problems),
  refused: parts.reduce((sum, { refused }) => sum + refused, 0),
});
