import { newId } from '../../src/platform/ids.ts';
import type { TestCompany, TestHouse } from '../harness/test-house.ts';

const DAY = 86_400_000;

/** People and what passed between them, written directly: as if it had been heard over months. */
export const furnishWeb = (test: TestHouse, company: TestCompany) => {
  const { workspaceId } = company;
  const { database } = test.house.platform;
  const run = async (query: string, values: readonly unknown[]): Promise<void> => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('passaparola.workspace', $1, true)`, [workspaceId]);
      await client.query(query, [...values]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
  let events = 0;
  return {
    run,
    /** So many people, each with an account; gives back their ids, and those of the accounts. */
    people: async (count: number, name = 'Persona', channel = 'plain') => {
      const made = Array.from({ length: count }, (_, place) => ({
        id: newId(),
        account: newId(),
        author: newId(),
        name: `${name} ${place + 1}`,
        native: `${name}-${place}-${newId()}`,
      }));
      const columns = (key: keyof (typeof made)[number]) => made.map((each) => each[key]);
      await run(
        `insert into contacts (workspace_id, id, name, last_at) select $1, t.id, t.name, now()
         from unnest($2::uuid[], $3::text[]) as t(id, name)`,
        [workspaceId, columns('id'), columns('name')],
      );
      await run(
        `insert into identities (workspace_id, id, contact_id, channel, native_id, author_id, followers)
         select $1, t.account, t.id, $6, t.native, t.author, (10 * row_number() over ())::int
         from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[]) as t(id, account, native, author)`,
        [workspaceId, columns('id'), columns('account'), columns('native'), columns('author'), channel],
      );
      return made;
    },
    /** Who answered whom (accounts; null is us) so many days ago. */
    talk: async (
      rows: readonly (readonly [from: string | null, to: string | null, daysAgo?: number, kind?: string])[],
    ) => {
      const at = (days: number) => new Date(Date.now() - days * DAY).toISOString();
      await run(
        `insert into interactions (workspace_id, source_key, at, channel, kind, from_identity, to_identity, value)
         select $1, t.key, t.at, 'plain', t.kind, t.source, t.target, 1
         from unnest($2::text[], $3::timestamptz[], $4::text[], $5::uuid[], $6::uuid[]) as t(key, at, kind, source, target)`,
        [
          workspaceId,
          rows.map(() => `h:${String(++events).padStart(8, '0')}`),
          rows.map(([, , days = 1]) => at(days)),
          rows.map(([, , , kind = 'reply']) => kind),
          rows.map(([from]) => from),
          rows.map(([, to]) => to),
        ],
      );
      await run(
        `insert into relation_states (workspace_id, changed) values ($1, $2)
         on conflict (workspace_id) do update set changed = relation_states.changed + excluded.changed`,
        [workspaceId, rows.length],
      );
      await run(
        `update contacts c set in_count = (select count(*) from identities i join interactions x on x.workspace_id = $1
            and x.from_identity = i.id and x.to_identity is null where i.workspace_id = $1 and i.contact_id = c.id),
          out_count = (select count(*) from identities i join interactions x on x.workspace_id = $1
            and x.to_identity = i.id and x.from_identity is null where i.workspace_id = $1 and i.contact_id = c.id)
         where c.workspace_id = $1`,
        [workspaceId],
      );
    },
  };
};

/** Everybody with everybody. */
export const everyPair = <Each>(all: readonly Each[]): (readonly [Each, Each])[] =>
  all.flatMap((one, place) => all.slice(place + 1).map((other) => [one, other] as const));
