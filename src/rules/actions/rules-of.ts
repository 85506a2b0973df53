import { sql } from 'drizzle-orm';
import { compileWatches } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { leavesOf } from '../model/condition.ts';
import type { Around } from '../model/facts.ts';
import type { Rule, RuleBody } from '../model/rule.ts';
import { type RuleRow, readRules } from '../store/rule-rows.ts';

/** Says in every process that the rules of a workspace are not what they were; the payload is its id. */
export const RULES_SIGNAL = 'passaparola_rules';

/** The rules of a company that are on, ready to be asked. */
export type Compiled = {
  /** In the order in which they are asked. */
  readonly rules: readonly Rule[];
  readonly answers: Around['answers'];
};

type Shelf = { readonly known: Map<WorkspaceId, Compiled>; changes: number };

const shelves = new WeakMap<object, Promise<Shelf>>();

/**
 * The rules of a workspace: read once, and after a change in any process. A company without any is known to have none: what happens there
 * costs a look into a map.
 */
export const rulesOf = async (
  platform: Pick<Platform, 'database' | 'signals'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<Compiled> => {
  const shelf = await shelfOf(platform);
  const known = shelf.known.get(workspaceId);
  if (known) return known;
  const { changes } = shelf;
  const compiled = compile((await readRules(tx, workspaceId)).filter(({ state }) => state === 'on'));
  // What was told while we read may not be in what we read.
  if (shelf.changes === changes) shelf.known.set(workspaceId, compiled);
  return compiled;
};

export const ruleOf = (row: RuleRow): Rule => {
  const { id, name, ownerId, body, stops, mostPerHour, activeSince } = row;
  return { id, name, ownerId, body, stops, mostPerHour, activeSince };
};

const compile = (rows: readonly RuleRow[]): Compiled => ({
  rules: rows.map(ruleOf),
  answers: answersOf(rows.map(({ body }) => body)),
});

/** Every query of these rules in one index; a text is asked once. */
export const answersOf = (bodies: readonly RuleBody[]): Around['answers'] => {
  const queries = new Set(
    bodies
      .flatMap(({ condition }) => leavesOf(condition))
      .flatMap((leaf) => (leaf.field === 'words' ? [leaf.query] : [])),
  );
  const compiled = compileWatches([...queries].map((query) => ({ id: query, query })));
  const asked = new WeakMap<readonly string[], ReadonlySet<string>>();
  return (query, texts) => {
    const known =
      asked.get(texts) ?? new Set(compiled.match({ texts, links: [] }).map(({ watchId }) => watchId));
    asked.set(texts, known);
    return known.has(query);
  };
};

/** Call it in the transaction of the change: every process hears of it with the commit. */
export const signalRules = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.execute(sql`select pg_notify(${RULES_SIGNAL}, ${workspaceId})`);
};

/** For this process at once, after the commit: the signal takes a moment to come round. */
export const forgetRules = async (
  platform: Pick<Platform, 'database' | 'signals'>,
  workspaceId: WorkspaceId,
): Promise<void> => {
  const shelf = await shelfOf(platform);
  shelf.changes += 1;
  shelf.known.delete(workspaceId);
};

const shelfOf = (platform: Pick<Platform, 'database' | 'signals'>): Promise<Shelf> => {
  const known = shelves.get(platform.database);
  if (known) return known;
  const made = makeShelf(platform);
  shelves.set(platform.database, made);
  made.catch(() => shelves.delete(platform.database));
  return made;
};

const makeShelf = async ({ signals }: Pick<Platform, 'signals'>): Promise<Shelf> => {
  const shelf: Shelf = { known: new Map(), changes: 0 };
  await signals.on(RULES_SIGNAL, (workspaceId) => {
    shelf.changes += 1;
    if (workspaceId === '') shelf.known.clear();
    else shelf.known.delete(workspaceId);
  });
  return shelf;
};
