import { accountOf } from './account-of.ts';
import {
  type Imported,
  type ImportedAccount,
  type ImportedPerson,
  type ImportProblem,
  nothingImported,
  problemWords,
} from './imported.ts';
import { type Line, readTable, type Table } from './read-columns.ts';

const LONGEST = 200;
const LONGEST_NOTE = 5_000;

/** People from a table: contacts, or those who follow us. */
export const readPeople = (text: string, kind: 'contacts' | 'followers'): Imported => {
  const table = readTable(text);
  if (!table) return { ...nothingImported, problems: [{ line: 1, says: problemWords.noHeader }] };
  if (isLinkedIn(table)) return refusedWhole(table);
  const people: ImportedPerson[] = [];
  const problems: ImportProblem[] = [];
  for (const line of table.lines) {
    const read = readPerson(line, kind);
    if ('says' in read) problems.push(read);
    else people.push(read);
  }
  return { read: table.lines.length, people, edges: [], problems, refused: 0 };
};

/** `Connections.csv` of LinkedIn's own export: its terms forbid what we would do with it. */
const isLinkedIn = ({ columns }: Table): boolean =>
  columns.has('firstName') &&
  columns.has('lastName') &&
  columns.has('role') &&
  columns.has('company') &&
  !columns.has('name');

const refusedWhole = ({ lines }: Table): Imported => ({
  ...nothingImported,
  read: lines.length,
  problems: [{ line: 1, says: problemWords.linkedIn }],
  refused: lines.length,
});

const readPerson = (line: Line, kind: 'contacts' | 'followers'): ImportedPerson | ImportProblem => {
  const account = accountIn(line);
  const name = nameIn(line) || account?.handle || account?.nativeId || '';
  if (account === undefined) return { line: line.line, says: problemWords.noAccount };
  if (name === '') return { line: line.line, says: problemWords.noName };
  if (kind === 'followers' && account === null) return { line: line.line, says: problemWords.noAccount };
  const short = [name, line.get('company'), line.get('role'), line.get('place')];
  if (short.some((text) => text.length > LONGEST) || line.get('note').length > LONGEST_NOTE)
    return { line: line.line, says: problemWords.tooLong };
  const followers = Number(line.get('followers') || Number.NaN);
  return {
    line: line.line,
    name,
    company: line.get('company') || null,
    role: line.get('role') || null,
    place: line.get('place') || null,
    note: line.get('note') || null,
    tags: [
      ...new Set(
        line
          .get('tags')
          .split(/[,;|]/)
          .map((tag) => tag.trim())
          .filter((tag) => tag !== '' && tag.length <= 60),
      ),
    ].slice(0, 50),
    account,
    followers: Number.isInteger(followers) && followers >= 0 && followers < 2 ** 31 ? followers : null,
    follows: kind === 'followers',
  };
};

/** The first that the line tells; null when it tells none, undefined when what it tells is none. */
const accountIn = (line: Line): ImportedAccount | null | undefined => {
  const channel = line.get('channel').toLowerCase() || null;
  const said: readonly (readonly [string, string | null])[] = [
    [line.get('did'), 'bluesky'],
    [line.get('fediverse'), 'fediverse'],
    [line.get('account'), channel],
    [line.get('email'), 'mail'],
  ];
  const told = said.filter(([text]) => text !== '');
  if (told.length === 0) return null;
  for (const [text, hint] of told) {
    const account = accountOf(text, hint);
    if (account) return account;
  }
  return undefined;
};

const nameIn = (line: Line): string =>
  line.get('name') || [line.get('firstName'), line.get('lastName')].filter((part) => part !== '').join(' ');
