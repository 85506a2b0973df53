import pg from 'pg';

export type TableShape = {
  readonly name: string;
  /** Columns that hold data of their own: computed ones come back by themselves. */
  readonly columns: readonly string[];
  readonly hasWorkspace: boolean;
};

/** Passing things: they make themselves again, or concern only the machine that they are on. */
const PASSING = new Set(['live_changes', 'thread_presence']);

/** Every table of ours with its stored columns, parents before those that refer to them. */
export const readTables = async (client: pg.Client): Promise<readonly TableShape[]> => {
  const { rows } = await client.query<{ name: string; columns: string[]; parents: string[] }>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(array_agg(distinct p.relname::text), '{}') from pg_constraint k
        join pg_class p on p.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f') as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`);
  const tables = rows.filter(({ name }) => !PASSING.has(name));
  return parentsFirst(tables).map(({ name, columns }) => ({
    name,
    columns,
    hasWorkspace: columns.includes('workspace_id'),
  }));
};

export const quoted = (name: string): string => pg.escapeIdentifier(name);

const parentsFirst = <Table extends { name: string; parents: readonly string[] }>(
  tables: readonly Table[],
): Table[] => {
  const ordered: Table[] = [];
  const place = (table: Table, trail: readonly string[]): void => {
    if (ordered.includes(table) || trail.includes(table.name)) return;
    for (const parent of table.parents) {
      const found = tables.find(({ name }) => name === parent);
      if (found) place(found, [...trail, table.name]);
    }
    ordered.push(table);
  };
  for (const table of tables) place(table, []);
  return ordered;
};
