import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse } from '../../src/main.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createSealer } from '../../src/platform/secrets/index.ts';
import { carryOn, lookAround } from '../../src/rules/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { daysAgo } from './relations-kit.ts';
import { always, onWords, openRules, type RunAnswer, until } from './rules-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

const now = () => new Date().toISOString();
const said = { when: 'mention-new' };

describe('a rule', () => {
  it('gives what comes to the members of a team by turns, in two processes as in one, and says why', async () => {
    const { platform } = test.house;
    const second = await startHouse({
      config: { ...platform.config, port: 0 },
      address: test.address,
      sealer: createSealer([randomBytes(32)]),
      log: silentLog,
      clock: systemClock,
    });
    try {
      const rules = await openRules(test, 'A turno');
      const people = [
        await rules.colleague('Anna'),
        await rules.colleague('Bruno'),
        await rules.colleague('Carla'),
      ];
      const away = people[2] as string;
      const teamId = await rules.team('Chi vende', people);
      const to = { kind: 'turns', teamId, away: [away] };
      const { id } = await rules.rule(said, onWords('prezzo'), [{ do: 'assign', to, onlyIfNobody: true }]);
      await rules.hear({ nativeId: 'altro', who: 'zoe', text: 'Bella giornata', saidAt: now() });
      for (let n = 0; n < 6; n += 1)
        await rules.hear({
          nativeId: `p${n}`,
          who: `w${n}`,
          text: 'Quali sono i prezzi del vino?',
          saidAt: now(),
        });
      const { deeds } = await until(
        () => rules.log(id),
        (log) => log.deeds.length === 6,
      );
      const given = (await rules.threads()).map(({ assigneeId }) => assigneeId);
      expect(given.filter((each) => each === null)).toHaveLength(1);
      expect(given).not.toContain(away);
      for (const personId of people.slice(0, 2))
        expect(given.filter((each) => each === personId)).toHaveLength(3);
      expect(deeds[0]?.why).toMatchObject([{ leaf: { field: 'words', query: 'prezzo' }, found: true }]);
      expect(deeds[0]?.did.map(({ did }) => did)).toEqual(['assigned', 'entrusted']);
      const ofThread = await rules.get<{ deeds: readonly { ruleId: string }[] }>(
        `threads/${deeds[0]?.threadId}/deeds`,
      );
      expect(ofThread.deeds.map(({ ruleId }) => ruleId)).toEqual([id]);
    } finally {
      await second.stop();
    }
  });

  it('is tried on the past month without changing anything', async () => {
    const rules = await openRules(test, 'Prova');
    await rules.hear(
      { nativeId: 'a', who: 'anna', text: 'Il tappo sa di muffa', saidAt: daysAgo(3) },
      { nativeId: 'b', who: 'bea', text: 'Che buono', saidAt: daysAgo(3) },
      { nativeId: 'c', who: 'ciro', text: 'Tappi rotti', saidAt: daysAgo(60) },
    );
    const labelId = await rules.label('Tappi');
    const actions = [
      { do: 'label', put: [labelId], take: [] },
      { do: 'status', status: 'done' },
    ];
    const body = { trigger: { when: 'thread-new' }, condition: onWords('tappo'), actions };
    const run = await rules.post<RunAnswer>('rules/trials', { body });
    expect(run).toMatchObject({ state: 'done', met: 1, acted: 1, seen: run.total });
    expect(run.examples.map(({ would }) => would.map(({ did }) => did))).toEqual([['closed', 'labelled']]);
    expect((await rules.threads()).every(({ labels, status }) => labels === 0 && status === 'open')).toBe(
      true,
    );
  });

  it('is applied to what is there in batches, and taken back but where somebody has been since', async () => {
    const rules = await openRules(test, 'Su tutto');
    await rules.plant(700);
    const labelId = await rules.label('Vecchie');
    const actions = [
      { do: 'label', put: [labelId], take: [] },
      { do: 'status', status: 'done' },
    ];
    const { id } = await rules.rule(
      { when: 'thread-new' },
      { all: [{ field: 'channel', is: ['bluesky'] }] },
      actions,
    );
    const begun = await rules.post<RunAnswer>(`rules/${id}/applications`, { days: null, open: true });
    const applied = await until(
      () => rules.get<RunAnswer>(`rule-runs/${begun.id}`),
      ({ state }) => state !== 'running',
    );
    expect(applied).toMatchObject({ state: 'done', seen: 700, acted: 700 });
    expect((await rules.threads()).every(({ labels, status }) => labels === 1 && status === 'done')).toBe(
      true,
    );
    const [touched] = await rules.threads();
    const { id: threadId = '', version = 0 } = touched ?? {};
    await rules.patch(`threads/${threadId}`, { version, status: 'open' });
    const undoing = await rules.post<RunAnswer>(`rules/${id}/undo`, { runId: begun.id });
    const undone = await until(
      () => rules.get<RunAnswer>(`rule-runs/${undoing.id}`),
      ({ state }) => state !== 'running',
    );
    expect(undone).toMatchObject({ state: 'done', acted: 699, kept: 1 });
    const after = await rules.threads();
    expect(after.filter(({ labels, status }) => labels === 0 && status === 'open')).toHaveLength(699);
    expect(after.find((one) => one.id === threadId)).toMatchObject({ labels: 1, status: 'open' });
  });

  it('pauses, goes on and stops where it is told, and what a dead process left is taken up', async () => {
    const rules = await openRules(test, 'Fermata');
    await rules.plant(600);
    const { id } = await rules.rule(said, always, [{ do: 'within', minutes: 60 }]);
    await rules.rows(sql`
      insert into rule_runs (workspace_id, id, kind, rule_id, person_id, body, scope, state, total)
      select workspace_id, id, 'apply', id, owner_id, body, '{"over":"threads","since":null,"open":false}', 'paused', 600
      from rules where workspace_id = ${rules.workspaceId} and id = ${id}`);
    await carryOn(test.house.platform);
    expect(await rules.get<RunAnswer>(`rule-runs/${id}`)).toMatchObject({ state: 'paused', seen: 0 });
    await rules.rows(sql`update rule_runs set state = 'running' where workspace_id = ${rules.workspaceId}`);
    await carryOn(test.house.platform);
    expect(await rules.get<RunAnswer>(`rule-runs/${id}`)).toMatchObject({ state: 'done', acted: 600 });
    const late = await rules.status('POST', `rule-runs/${id}/orders`, { order: 'stop' });
    expect(late.status).toBe(409);
  });
});

describe('a rule that goes wrong', () => {
  it('is paused when it storms, its writer told, and what it did in that time is taken back', async () => {
    const rules = await openRules(test, 'Tempesta');
    const labelId = await rules.label('Tutto');
    const put = [{ do: 'label', put: [labelId], take: [] }];
    const { id } = await rules.rule(said, always, put, { mostPerHour: 5 });
    const many = Array.from({ length: 12 }, (_, n) => ({
      nativeId: `t${n}`,
      who: `w${n}`,
      text: 'Ciao',
      saidAt: now(),
    }));
    await rules.hear(...many);
    const paused = await until(
      () => rules.one(id),
      ({ state }) => state === 'paused',
    );
    expect(paused.pause).toEqual({ kind: 'storm', deeds: 5 });
    expect((await rules.log(id)).deeds).toHaveLength(5);
    const told = await rules.get<{ entries: readonly { action: string }[] }>('audit');
    expect(told.entries.map(({ action }) => action)).toContain('rule.paused');
    const undone = await rules.post<RunAnswer>(`rules/${id}/undo`, { from: daysAgo(1), to: now() });
    expect(undone).toMatchObject({ state: 'done', acted: 5, kept: 0 });
    expect((await rules.threads()).every(({ labels }) => labels === 0)).toBe(true);
  });

  it('does not answer to its own deeds, nor two to each other for ever', async () => {
    const rules = await openRules(test, 'Giro');
    const [one, other] = [await rules.label('Uno'), await rules.label('Due')];
    const swap = (heard: string, put: string) =>
      rules.rule({ when: 'label-put', labelId: heard }, always, [{ do: 'label', put: [put], take: [heard] }]);
    const [first, second] = [await swap(one, other), await swap(other, one)];
    await rules.hear({ nativeId: 'g', who: 'gina', text: 'Ciao', saidAt: now() });
    const [thread] = await rules.threads();
    await rules.patch(`threads/${thread?.id}`, { version: thread?.version, labelIds: [one] });
    await until(
      () => rules.log(second.id),
      ({ deeds }) => deeds.length > 0,
    );
    // The last of the round has been heard once this has.
    const marker = await rules.rule({ when: 'reopened' }, always, [{ do: 'label', put: [other], take: [] }]);
    const [now1] = await rules.threads();
    const done = await rules.patch<{ version: number }>(`threads/${now1?.id}`, {
      version: now1?.version,
      status: 'done',
    });
    await rules.patch(`threads/${now1?.id}`, { version: done.version, status: 'open' });
    await until(
      () => rules.log(marker.id),
      ({ deeds }) => deeds.length > 0,
    );
    expect((await rules.log(first.id)).deeds).toHaveLength(1);
  });

  it('stops, and says so, when whom it names has left', async () => {
    const rules = await openRules(test, 'Partita');
    const labelId = await rules.label('Sparita');
    const { id } = await rules.rule(said, always, [{ do: 'label', put: [labelId], take: [] }]);
    await rules.status('DELETE', `labels/${labelId}`);
    await lookAround(test.house.platform);
    expect(await rules.one(id)).toMatchObject({ state: 'paused', pause: { kind: 'missing' } });
    const again = await rules.status('PUT', `rules/${id}/state`, { state: 'on' });
    expect(again).toMatchObject({ status: 422, body: { errors: [{ path: 'body.actions.0' }] } });
  });

  it('is refused with the field that cannot be named', async () => {
    const rules = await openRules(test, 'Rifiuti');
    const body = {
      trigger: said,
      condition: { all: [{ any: [{ field: 'words', query: '(vino' }] }] },
      actions: [{ do: 'case' }],
    };
    const refused = await rules.status('POST', 'rules', { name: 'Storta', body });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.condition.all.0.any.0.query' }] },
    });
  });
});

it('every ready-made rule can be taken, is on, and reads', async () => {
  const rules = await openRules(test, 'Pronte');
  const { templates } = await rules.get<{ templates: readonly { id: string }[] }>('rules');
  for (const { id } of templates) {
    const taken = await rules.post<{ state: string }>(`rules/templates/${id}`);
    expect(taken.state).toBe('on');
  }
  await rules.hear({ nativeId: 'v', who: 'vito', text: 'Quanto costa una cassa di rosso?', saidAt: now() });
  await lookAround(test.house.platform);
  const states = (await rules.get<{ rules: readonly { state: string }[] }>('rules')).rules.map(
    ({ state }) => state,
  );
  expect(new Set(states)).toEqual(new Set(['on']));
});
