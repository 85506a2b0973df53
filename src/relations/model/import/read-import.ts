import { type Imported, nothingImported, problemWords } from './imported.ts';
import { readTable } from './read-columns.ts';
import { readEdges } from './read-edges.ts';
import { readGraphml } from './read-graphml.ts';
import { readPeople } from './read-people.ts';

export type ImportAsked = {
  readonly format: 'csv' | 'graphml' | 'archive';
  readonly kind: 'followers' | 'contacts' | 'interactions';
  readonly text: string;
};

/** What a file says, with what is wrong in it line by line. Pure and total. */
export const readImport = ({ format, kind, text }: ImportAsked, now: Date): Imported => {
  if (format === 'graphml') return readGraphml(text, now);
  if (format === 'csv') return kind === 'interactions' ? readEdges(text, now) : readPeople(text, kind);
  const columns = readTable(text)?.columns;
  const isKnown = columns?.has('fediverse') || columns?.has('did') || columns?.has('lastName');
  return isKnown
    ? readPeople(text, kind === 'contacts' ? 'contacts' : 'followers')
    : { ...nothingImported, problems: [{ line: 1, says: problemWords.unknownArchive }] };
};
