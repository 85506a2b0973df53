import { sql } from 'drizzle-orm';
import { addMember } from '../../src/people/index.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestHouse } from '../harness/test-house.ts';
import { openRelations } from './relations-kit.ts';

export type RuleAnswer = {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly pause: { readonly kind: string } | null;
  readonly week: { readonly deeds: number };
};
export type RunAnswer = {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly seen: number;
  readonly met: number;
  readonly acted: number;
  readonly kept: number;
  readonly examples: readonly { why: readonly object[]; would: readonly { did: string }[] }[];
};
export type LogAnswer = {
  readonly deeds: readonly {
    readonly id: string;
    readonly threadId: string;
    readonly why: readonly { readonly leaf: { readonly field: string }; readonly found: unknown }[];
    readonly did: readonly { readonly did: string; readonly personId?: string }[];
    readonly undone: string | null;
  }[];
};

export const always = { all: [] };
export const onWords = (query: string) => ({ all: [{ field: 'words', query }] });

/** A company with its ways into the room of rules. */
export const openRules = async (test: TestHouse, name: string) => {
  const company = await openRelations(test, name);
  const { workspaceId, rows, post, get, status } = company;
  const { database } = test.house.platform;
  const colleague = (who: string): Promise<string> =>
    database.asInstallation((tx) =>
      addMember(
        tx,
        {
          workspaceId,
          person: { name: who, email: `${newId()}@example.org`, password: 'correct horse battery' },
          roles: ['author'],
        },
        new Date(),
      ),
    );
  const label = async (what: string) =>
    (await post<{ id: string }>('labels', { name: what, colour: 'sea' })).id;
  const team = async (what: string, memberIds: readonly string[]) =>
    (await post<{ id: string }>('teams', { name: what, memberIds })).id;
  const rule = async (
    trigger: object,
    condition: object,
    actions: readonly object[],
    more: object = {},
  ): Promise<RuleAnswer> => {
    const { id } = await post<RuleAnswer>('rules', {
      name: `Regola ${newId().slice(-6)}`,
      body: { trigger, condition, actions },
      ...more,
    });
    await status('PUT', `rules/${id}/state`, { state: 'on' });
    return one(id);
  };
  const one = async (id: string): Promise<RuleAnswer> => {
    const { rules } = await get<{ rules: readonly RuleAnswer[] }>('rules');
    const found = rules.find((each) => each.id === id);
    if (!found) throw new Error('no such rule');
    return found;
  };
  const log = (id: string) => get<LogAnswer>(`rules/${id}/deeds`);
  const threads = () =>
    rows<{ id: string; assigneeId: string | null; status: string; version: number; labels: number }>(sql`
      select t.id, t.assignee_id as "assigneeId", t.status, t.version, count(l.label_id)::int as labels
      from threads t left join thread_labels l on l.workspace_id = t.workspace_id and l.thread_id = t.id
      where t.workspace_id = ${workspaceId} group by t.workspace_id, t.id order by t.id`);
  /** As many conversations as said, with no words in them: what rules about order need. */
  const plant = (count: number) =>
    rows(sql`
      insert into threads (workspace_id, id, connection_id, channel, root_native_id, addressed, matched, preview,
        waiting_for, last_theirs_at, last_activity_at)
      select ${workspaceId}::uuid, gen_random_uuid(), ${company.connectionId}::uuid, 'bluesky', 'planted-' || n, true, true,
        'Piantata', 'us', now(), now() from generate_series(1, ${count}::int) n`);
  return { ...company, colleague, label, team, rule, one, log, threads, plant };
};

/** Asks until it is so: what jobs do comes when it comes. */
export const until = async <Value>(
  read: () => Promise<Value>,
  done: (value: Value) => boolean,
): Promise<Value> => {
  for (;;) {
    const value = await read();
    if (done(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
