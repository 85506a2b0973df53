import { foldText } from '../../../platform/text/index.ts';
import { type InteractionKind, kindValues } from '../interactions/kinds.ts';
import { accountOf } from './account-of.ts';
import {
  type Imported,
  type ImportedAccount,
  type ImportedEdge,
  type ImportProblem,
  nothingImported,
  problemWords,
} from './imported.ts';
import { type Line, readTable } from './read-columns.ts';

/** Interactions from a table of who, to whom, what and when; «noi» and `us` are us. `now` bounds the dates. */
export const readEdges = (text: string, now: Date): Imported => {
  const table = readTable(text);
  if (!table?.columns.has('from') || !table.columns.has('to'))
    return { ...nothingImported, problems: [{ line: 1, says: problemWords.noHeader }] };
  const edges: ImportedEdge[] = [];
  const problems: ImportProblem[] = [];
  for (const line of table.lines) {
    const read = readEdge(line, now);
    if ('says' in read) problems.push(read);
    else edges.push(read);
  }
  return { read: table.lines.length, people: [], edges, problems, refused: 0 };
};

const readEdge = (line: Line, now: Date): ImportedEdge | ImportProblem => {
  const channel = line.get('channel').toLowerCase() || null;
  return edgeOf(
    line.line,
    {
      from: endOf(line.get('from'), channel),
      to: endOf(line.get('to'), channel),
      kind: line.get('kind'),
      at: line.get('at'),
    },
    now,
  );
};

/** An end that cannot be told is undefined; us is null. */
export type ReadEnds = {
  readonly from: ImportedAccount | null | undefined;
  readonly to: ImportedAccount | null | undefined;
  readonly kind: string;
  readonly at: string;
};

export const edgeOf = (
  line: number,
  { from, to, kind: said, at }: ReadEnds,
  now: Date,
): ImportedEdge | ImportProblem => {
  if (from === undefined || to === undefined) return { line, says: problemWords.noEnds };
  if (from?.nativeId === to?.nativeId && from?.channel === to?.channel)
    return { line, says: problemWords.toOneself };
  const kind = kindOf(said);
  if (!kind) return { line, says: problemWords.noKind };
  const time = Date.parse(at);
  if (!(time >= 0) || time > now.getTime() + 86_400_000) return { line, says: problemWords.noDate };
  return { line, from, to, kind, at: new Date(time).toISOString() };
};

const ours = new Set(['noi', 'us', 'we', 'nostro']);

const endOf = (text: string, channel: string | null): ImportedAccount | null | undefined =>
  ours.has(foldText(text).trim()) ? null : (accountOf(text, channel) ?? undefined);

/** In Italian as in English; without a word it is a reply. */
const kindOf = (said: string): InteractionKind | undefined => {
  const word = foldText(said).trim();
  if (word === '') return 'reply';
  if (Object.hasOwn(kindValues, word)) return word as InteractionKind;
  return Object.hasOwn(italian, word) ? italian[word] : undefined;
};

const italian: Readonly<Record<string, InteractionKind>> = {
  risposta: 'reply',
  commento: 'comment',
  menzione: 'mention',
  condivisione: 'share',
  'mi piace': 'like',
  recensione: 'review',
  incontro: 'meeting',
  segue: 'follow',
  lettera: 'mail',
};
