import { Parser } from 'htmlparser2';
import { accountOf } from './account-of.ts';
import {
  type Imported,
  type ImportedAccount,
  type ImportedEdge,
  type ImportedPerson,
  type ImportProblem,
  nothingImported,
  problemWords,
} from './imported.ts';
import { edgeOf } from './read-edges.ts';

/** GraphML's elements of use (http://graphml.graphdrawing.org): keys, nodes and edges with their data. */
type Element = {
  readonly kind: 'node' | 'edge';
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: Map<string, string>;
};

/**
 * People and what passed between them from GraphML, as our own export writes it and others do: a node's account is its data
 * `account`, `handle`, `email` or `did`, else its label or id; an edge tells `kind` and `at`. Node `us` or `noi` is us.
 */
export const readGraphml = (text: string, now: Date): Imported => {
  const elements = parse(text);
  if (elements === null)
    return { ...nothingImported, problems: [{ line: 1, says: problemWords.notGraphml }] };
  const people: ImportedPerson[] = [];
  const edges: ImportedEdge[] = [];
  const problems: ImportProblem[] = [];
  const ends = new Map<string, ImportedAccount | null>();
  for (const node of elements.filter(({ kind }) => kind === 'node')) {
    const id = node.attributes.id ?? '';
    if (['us', 'noi'].includes(id.toLowerCase())) ends.set(id, null);
    else readNode(node, id, ends, people, problems);
  }
  for (const { line, attributes, data } of elements.filter(({ kind }) => kind === 'edge')) {
    const [from, to] = [ends.get(attributes.source ?? ''), ends.get(attributes.target ?? '')];
    const said = { from, to, kind: data.get('kind') ?? '', at: data.get('at') ?? data.get('date') ?? '' };
    const read =
      from === undefined || to === undefined ? { line, says: problemWords.noNode } : edgeOf(line, said, now);
    if ('says' in read) problems.push(read);
    else edges.push(read);
  }
  return { read: elements.length, people, edges, problems, refused: 0 };
};

const readNode = (
  { line, data }: Element,
  id: string,
  ends: Map<string, ImportedAccount | null>,
  people: ImportedPerson[],
  problems: ImportProblem[],
): void => {
  const told = ['account', 'handle', 'email', 'did', 'label', 'name'].flatMap((name) => data.get(name) ?? []);
  const channel = data.get('channel') ?? null;
  const account = [...told, id].map((text) => accountOf(text, channel)).find((one) => one !== null);
  const name = (data.get('name') ?? data.get('label') ?? account?.handle ?? id).trim();
  if (!account || name === '' || name.length > 200) {
    problems.push({ line, says: account ? problemWords.tooLong : problemWords.noAccount });
    return;
  }
  ends.set(id, account);
  const nothing = { role: null, note: null, tags: [], followers: null, follows: false };
  const short = (key: string) => data.get(key)?.slice(0, 200) || null;
  people.push({ ...nothing, line, name, company: short('company'), place: short('place'), account });
};

/** Null when there is no `graphml` element. */
const parse = (text: string): readonly Element[] | null => {
  const elements: Element[] = [];
  const keys = new Map<string, string>();
  let isGraphml = false;
  let open: Element | undefined;
  let datum: { readonly key: string; text: string } | undefined;
  const lineAt = createLines(text);
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const name = tag.replace(/^.*:/, '');
        if (name === 'graphml') isGraphml = true;
        if (name === 'key')
          keys.set(attributes.id ?? '', (attributes['attr.name'] ?? attributes.id ?? '').toLowerCase());
        if (name === 'node' || name === 'edge') {
          open = { kind: name, line: lineAt(parser.startIndex), attributes, data: new Map() };
          elements.push(open);
        }
        if (name === 'data')
          datum = { key: keys.get(attributes.key ?? '') ?? (attributes.key ?? '').toLowerCase(), text: '' };
      },
      ontext: (part) => {
        if (datum) datum.text += part;
      },
      onclosetag: (tag) => {
        const name = tag.replace(/^.*:/, '');
        if (name === 'data' && datum) {
          open?.data.set(datum.key, datum.text.trim());
          datum = undefined;
        }
        if (name === 'node' || name === 'edge') open = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return isGraphml ? elements : null;
};

/** The line of a place in the text, asked for in rising order. */
const createLines = (text: string) => {
  let [line, read] = [1, 0];
  return (until: number): number => {
    for (; read < until; read += 1) if (text.charCodeAt(read) === 10) line += 1;
    return line;
  };
};
