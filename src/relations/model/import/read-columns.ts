import { foldText } from '../../../platform/text/index.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';

export type Column =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'role'
  | 'place'
  | 'note'
  | 'tags'
  | 'email'
  | 'account'
  | 'fediverse'
  | 'did'
  | 'channel'
  | 'followers'
  | 'from'
  | 'to'
  | 'kind'
  | 'at';

/** A line of a table, by what its columns hold. */
export type Line = { readonly line: number; get(column: Column): string };
export type Table = { readonly columns: ReadonlySet<Column>; readonly lines: readonly Line[] };

/** How files call their columns, in Italian and English, folded. */
const names: Readonly<Record<Column, readonly string[]>> = {
  name: ['nome', 'name', 'nome e cognome', 'full name', 'display name', 'persona', 'label'],
  firstName: ['first name', 'nome di battesimo'],
  lastName: ['last name', 'cognome', 'surname'],
  company: ['azienda', 'company', 'societa', 'organization', 'organizzazione', 'ditta'],
  role: ['ruolo', 'role', 'position', 'qualifica', 'job title'],
  place: ['luogo', 'place', 'citta', 'city', 'location'],
  note: ['note', 'nota', 'notes', 'commento'],
  tags: ['etichette', 'tags', 'tag', 'categorie'],
  email: ['email', 'e-mail', 'mail', 'email address', 'posta'],
  account: ['account', 'handle', 'profilo', 'profile', 'username', 'utente', 'url'],
  fediverse: ['account address', 'fediverso', 'mastodon', 'fediverse'],
  did: ['did'],
  channel: ['canale', 'channel', 'network', 'rete'],
  followers: ['follower', 'followers', 'seguaci'],
  from: ['da', 'from', 'source', 'chi'],
  to: ['a', 'to', 'target', 'verso', 'verso chi'],
  kind: ['tipo', 'kind', 'type'],
  at: ['data', 'date', 'at', 'when', 'quando', 'time', 'timestamp'],
};

/** A table by its header; null when no column of the first line says what it holds. */
export const readTable = (text: string): Table | null => {
  const [header, ...rows] = parseCsv(text);
  if (!header) return null;
  const places = new Map<Column, number>();
  header.cells.forEach((cell, index) => {
    const column = columnOf(cell);
    if (column && !places.has(column)) places.set(column, index);
  });
  return places.size === 0
    ? null
    : { columns: new Set(places.keys()), lines: rows.map((row) => lineOf(row, places)) };
};

const lineOf = ({ line, cells }: CsvRow, places: ReadonlyMap<Column, number>): Line => ({
  line,
  get: (column) => cells[places.get(column) ?? -1] ?? '',
});

const columnOf = (cell: string): Column | undefined => {
  const said = foldText(cell).trim();
  return (Object.keys(names) as Column[]).find((column) => names[column].includes(said));
};
