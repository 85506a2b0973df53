import { nodes, usual } from './graph-rules.ts';

/** How Graph refuses: https://developers.facebook.com/docs/graph-api/guides/error-handling */
export class GraphRefusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly subcode: number | undefined;
  constructor(status: number, code: number, message: string, subcode?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.subcode = subcode;
  }
}

type Wanted = {
  readonly name: string;
  readonly limit: number;
  readonly argument: string;
  readonly sub: readonly Wanted[] | undefined;
};

export type GraphNode = { readonly type: string } & Readonly<Record<string, unknown>>;

/** `a,b.limit(5){c,d}`: https://developers.facebook.com/docs/graph-api/guides/field-expansion */
export const parseFields = (text: string): readonly Wanted[] => {
  let at = 0;
  const readList = (): Wanted[] => {
    const list: Wanted[] = [];
    for (;;) {
      const name = /^[a-z_]+/.exec(text.slice(at))?.[0];
      if (!name)
        throw new GraphRefusal(400, 2500, `Syntax error "Expected name" at character ${at}: ${text}`);
      at += name.length;
      let limit = 25;
      let argument = '';
      for (
        let more = /^\.([a-z_]+)\(([^)]*)\)/.exec(text.slice(at));
        more;
        more = /^\.([a-z_]+)\(([^)]*)\)/.exec(text.slice(at))
      ) {
        if (more[1] === 'limit') limit = Number(more[2]);
        else argument = more[2] ?? '';
        at += more[0].length;
      }
      let sub: readonly Wanted[] | undefined;
      if (text[at] === '{') {
        at += 1;
        sub = readList();
        if (text[at] !== '}') throw new GraphRefusal(400, 2500, 'Syntax error "Expected }"');
        at += 1;
      }
      list.push({ name, limit, argument, sub });
      if (text[at] !== ',') return list;
      at += 1;
    }
  };
  const list = readList();
  if (at !== text.length) throw new GraphRefusal(400, 2500, `Syntax error at character ${at}`);
  return list;
};

/** What of a node is shown. Whoever is not allowed to see a list is told so by `mayRead`. */
export const project = (
  node: GraphNode,
  wanted: readonly Wanted[] | undefined,
  mayRead: (type: string, field: string, argument: string) => unknown,
): Record<string, unknown> => {
  const known = nodes[node.type];
  if (!known) throw new Error(`no such type ${node.type}`);
  const fields =
    wanted ?? (usual[node.type] ?? ['id']).map((name) => ({ name, limit: 25, argument: '', sub: undefined }));
  const shown: Record<string, unknown> = known.id ? { id: node.id } : {};
  for (const { name, limit, argument, sub } of fields) {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!kind)
      throw new GraphRefusal(
        400,
        100,
        `(#100) Tried accessing nonexisting field (${name}) on node type (${node.type})`,
      );
    const replaced = mayRead(node.type, name, argument);
    const value = replaced ?? node[name];
    if (value === undefined) continue;
    if (kind === 'value') shown[name] = value;
    else if ('node' in kind)
      shown[name] = project({ ...(value as GraphNode), type: kind.node }, sub, mayRead);
    else
      shown[name] = {
        data: (value as GraphNode[])
          .slice(0, limit)
          .map((one) => project({ ...one, type: kind.list }, sub, mayRead)),
      };
  }
  return shown;
};
