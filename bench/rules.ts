/** A rule over what is already there, and taken back: `bench/run.ts rules [conversations]`. */
import { sql } from 'drizzle-orm';
import type { Member } from '../src/people/index.ts';
import { newId } from '../src/platform/ids.ts';
import { expectOk } from '../src/platform/result.ts';
import { applyRule, keepRule, runRule, tryRule, undoRule, viewRun } from '../src/rules/index.ts';
import { openBench, openCompany } from './kit/open-bench.ts';

const count = Number(process.argv[2] ?? 100_000);
const bench = await openBench();
const company = await openCompany(bench);
const { platform } = bench.house;
const { workspaceId } = company;
const labelId = newId();
const [{ personId } = { personId: '' }] = await platform.database.inWorkspace(workspaceId, async (tx) => {
  await tx.execute(sql`
    insert into labels (workspace_id, id, name, colour) values (${workspaceId}, ${labelId}, 'Tutto', 'sea')`);
  await tx.execute(sql`
    insert into threads (workspace_id, id, connection_id, channel, root_native_id, addressed, matched, preview,
      waiting_for, last_theirs_at, last_activity_at)
    select ${workspaceId}::uuid, gen_random_uuid(), ${newId()}::uuid, 'bluesky', 'planted-' || n, true, true, 'Misura',
      'us', now(), now() from generate_series(1, ${count}::int) n`);
  const { rows } = await tx.execute<{ personId: string }>(sql`
    select person_id as "personId" from memberships where workspace_id = ${workspaceId}`);
  return rows;
});
const member: Member = { kind: 'member', workspaceId, personId, name: 'Marta', roles: ['coordinator'] };
const body = {
  version: 1 as const,
  trigger: { when: 'mention-new' as const },
  condition: { all: [{ field: 'channel' as const, is: ['bluesky'] }] },
  actions: [
    { do: 'label' as const, put: [labelId], take: [] },
    { do: 'status' as const, status: 'done' as const },
  ],
};
const wish = { name: 'Misura', body, stops: false, mostPerHour: 300 };
const { id: ruleId } = expectOk(await keepRule(platform, member, wish, {}, 'it'));

let heap = 0;
const watching = setInterval(() => {
  heap = Math.max(heap, process.memoryUsage().heapUsed);
}, 50);
const timed = async (what: string, begin: () => ReturnType<typeof tryRule>): Promise<string> => {
  heap = 0;
  const began = performance.now();
  const { id } = expectOk(await begin());
  await runRule(platform, workspaceId, id);
  let run = expectOk(await viewRun(platform, member, id));
  while (run.state === 'running') run = expectOk(await viewRun(platform, member, id));
  const seconds = (performance.now() - began) / 1_000;
  console.log(
    `${what}: ${run.seen} seen, ${run.acted} acted, ${run.kept} kept in ${seconds.toFixed(1)} s (${Math.round(run.seen / seconds)}/s), heap at most ${Math.round(heap / 2 ** 20)} MB`,
  );
  return id;
};
await timed('tried', () => tryRule(platform, member, body, 'it'));
const runId = await timed('applied', () =>
  applyRule(platform, member, ruleId, { days: null, open: true }, 'it'),
);
await timed('taken back', () => undoRule(platform, member, ruleId, { runId }));
clearInterval(watching);
await bench.close();
