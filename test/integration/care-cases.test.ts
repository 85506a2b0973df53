import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hearMentions } from '../../src/care/index.ts';
import { foldCase } from '../../src/care/model/case.ts';
import { withdrawMentions } from '../../src/listening/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { complaint, openCare, praise } from './care-kit.ts';
import { daysAgo } from './relations-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

const wait = async <Value>(read: () => Promise<Value>, done: (value: Value) => boolean): Promise<Value> => {
  for (;;) {
    const value = await read();
    if (done(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('a complaint', () => {
  it('becomes a case by itself when the reading is sure; praise and questions do not', async () => {
    const care = await openCare(test, 'Da sola');
    const { hear } = await openKit('Da sola due');
    await hear(
      { nativeId: 'p1', who: 'piero', text: praise, saidAt: daysAgo(2) },
      { nativeId: 'q1', who: 'rita', text: 'Siete aperti la domenica?', saidAt: daysAgo(2) },
    );
    // By the road that everything takes: taken in, told by the outbox, heard by the job.
    await care.take([care.item({ nativeId: 'c1', who: 'anna', text: complaint, saidAt: daysAgo(1) })]);
    const { cases } = await wait(care.cases, (page) => page.cases.length > 0);
    expect(cases).toMatchObject([{ state: 'reported', mentions: 1, people: 1 }]);
    const one = await care.detail(cases[0]?.id ?? '');
    expect(one.dueAt).not.toBeNull();
    expect(one.history[0]).toMatchObject({ kind: 'reported', personName: null });
  });

  const openKit = (name: string) => openCare(test, name);

  it('is due after working days of the company: holidays, its patron and its closed days do not count', async () => {
    const care = await openKit('Feste');
    const settings = await care.get<{ hours: object; targets: unknown; escalateTo: null }>('desk-settings');
    const hours = { ...settings.hours, patronDay: '06-24', closedDays: ['2026-06-26'] };
    expect((await care.status('PUT', 'desk-settings', { ...settings, hours })).status).toBe(200);
    const due = async (nativeId: string, saidAt: string): Promise<string | null> => {
      await care.hear({ nativeId, who: nativeId, text: 'Non mi è arrivato il pacco', saidAt });
      const { caseId } = await care.open(nativeId);
      await care.step(caseId, { step: 'choose-gravity', gravity: 3, text: 'Due giorni di lavoro' });
      return (await care.detail(caseId)).dueAt;
    };
    // Two working days from the Thursday before Easter, and from the eve of Saint John's.
    expect(await due('e1', '2026-04-02T08:00:00.000Z')).toBe('2026-04-07T08:00:00.000Z');
    expect(await due('g1', '2026-06-23T08:00:00.000Z')).toBe('2026-06-29T08:00:00.000Z');
  });

  it('is due anew when the calendar or what is promised changes, unless a person chose when', async () => {
    const care = await openKit('Calendario nuovo');
    const said = { text: 'Non mi è arrivato il pacco', saidAt: '2026-06-23T08:00:00.000Z' };
    await care.hear({ nativeId: 'r1', who: 'rino', ...said }, { nativeId: 'r2', who: 'rosa', ...said });
    const due = async (id: string) => (await care.detail(id)).dueAt;
    const [reckoned, chosen] = [(await care.open('r1')).caseId, (await care.open('r2')).caseId];
    for (const id of [reckoned, chosen])
      await care.step(id, { step: 'choose-gravity', gravity: 3, text: 'Due giorni di lavoro' });
    await care.step(chosen, { step: 'set-deadline', dueAt: '2026-06-24T10:00:00.000Z' });
    expect(await due(reckoned)).toBe('2026-06-25T08:00:00.000Z');
    const settings = await care.get<{ hours: object }>('desk-settings');
    const hours = { ...settings.hours, patronDay: '06-24', closedDays: ['2026-06-26'] };
    await care.status('PUT', 'desk-settings', { ...settings, hours });
    await wait(
      () => due(reckoned),
      (at) => at === '2026-06-29T08:00:00.000Z',
    );
    await care.status('PATCH', 'care/settings', { solveWithin: { 1: 10, 2: 5, 3: 3, 4: 1 } });
    await wait(
      () => due(reckoned),
      (at) => at === '2026-06-30T08:00:00.000Z',
    );
    expect(await due(chosen)).toBe('2026-06-24T10:00:00.000Z');
  });

  it('that comes back has as long again, from when it came back', async () => {
    const care = await openKit('Di nuovo');
    await care.hear({ nativeId: 'b1', who: 'bice', text: 'Non mi è arrivato il pacco', saidAt: daysAgo(60) });
    const { caseId } = await care.open('b1');
    const first = (await care.detail(caseId)).dueAt ?? '';
    await care.step(caseId, { step: 'resolve', text: 'Spedito di nuovo' });
    await care.step(caseId, { step: 'reopen', text: 'Non è arrivato nemmeno questo' });
    const { dueAt } = await care.detail(caseId);
    expect(first < new Date().toISOString()).toBe(true);
    expect((dueAt ?? '') > new Date().toISOString()).toBe(true);
  });

  it('that is grave is to be answered sooner: the clock of its conversation knows', async () => {
    const care = await openKit('Grave');
    await care.hear({
      nativeId: 'g1',
      who: 'gina',
      text: 'Non mi è arrivato il pacco',
      saidAt: daysAgo(0.01),
    });
    await test.house.settled();
    const { caseId } = await care.open('g1');
    const threadId = (await care.detail(caseId)).threads[0] ?? '';
    const due = async () => {
      await test.house.settled();
      type Detail = { thread: { deadline: { dueAt: string } | null } };
      return (await care.get<Detail>(`threads/${threadId}`)).thread.deadline?.dueAt ?? '';
    };
    const before = await due();
    await care.step(caseId, { step: 'choose-gravity', gravity: 4, text: 'Vetro nella bottiglia' });
    const sooner = await due();
    expect(sooner < before).toBe(true);
    await care.step(caseId, { step: 'resolve', text: 'Sostituita e ritirata' });
    expect(await due()).toBe(before);
  });

  it('is heard only once, however often it is told', async () => {
    const care = await openKit('Una volta');
    await care.hear({ nativeId: 'c1', who: 'anna', text: complaint, saidAt: daysAgo(1) });
    const ids = await care.mentionIds('c1');
    await hearMentions(test.house.platform, care.workspaceId, ids);
    await hearMentions(test.house.platform, care.workspaceId, ids);
    expect((await care.cases()).cases).toHaveLength(1);
  });

  it('is acknowledged by our own answer, comes back as the same case, and may become praise', async () => {
    const care = await openKit('Tutta la storia');
    await care.hear({ nativeId: 'c1', who: 'anna', text: complaint, saidAt: daysAgo(9) });
    const answeredAt = daysAgo(8.9);
    await care.hear({
      nativeId: 'o1',
      ours: true,
      parentNativeId: 'c1',
      text: 'Mi dispiace, sono Marta: guardo subito.',
      saidAt: answeredAt,
    });
    const id = (await care.cases()).cases[0]?.id ?? '';
    expect(await care.detail(id)).toMatchObject({ state: 'acknowledged', firstAnswerAt: answeredAt });
    await care.step(id, { step: 'resolve', text: 'Rispedito il pacco.' });
    await care.rows(
      sql`update cases set ended_at = now() - interval '8 days' where workspace_id = ${care.workspaceId}`,
    );
    await care.hear({
      nativeId: 'c2',
      who: 'anna',
      parentNativeId: 'c1',
      text: complaint,
      saidAt: daysAgo(3),
    });
    expect(await care.detail(id)).toMatchObject({ state: 'reopened', people: 1 });
    await care.step(id, { step: 'resolve', text: 'Rimborsato.' });
    await care.rows(
      sql`update cases set ended_at = now() - interval '2 days' where workspace_id = ${care.workspaceId}`,
    );
    await care.hear({ nativeId: 'p1', who: 'anna', text: praise, saidAt: daysAgo(1) });
    expect((await care.detail(id)).praisedAt).not.toBeNull();
    expect((await care.cases()).cases).toHaveLength(1);
  });

  it('is undone without a trace in the figures but for their count, and can come back', async () => {
    const care = await openKit('Per errore');
    await care.hear({ nativeId: 'c1', who: 'anna', text: complaint, saidAt: daysAgo(1) });
    const id = (await care.cases()).cases[0]?.id ?? '';
    await care.step(id, { step: 'undo', reason: 'no-complaint' });
    const { whole } = await care.get<{ whole: { complaints: number; undone: number } }>('care/figures');
    expect(whole).toMatchObject({ complaints: 0, undone: 1 });
    expect(await care.open('c1')).toEqual({ caseId: id, isNew: false });
    expect(await care.detail(id)).toMatchObject({ state: 'reported' });
  });

  it('tells whoever comes second that somebody was quicker, and loses nothing', async () => {
    const care = await openKit('In due');
    await care.hear({ nativeId: 'q1', who: 'anna', text: 'Non mi è arrivato', saidAt: daysAgo(1) });
    const { caseId } = await care.open('q1');
    const { version } = await care.detail(caseId);
    const say = (text: string) =>
      care.status('POST', `cases/${caseId}/steps`, { version, step: { step: 'understand', text } });
    const both = await Promise.all([say('Ha ragione lei'), say('Manca una bottiglia')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const texts = (await care.detail(caseId)).history.filter(({ kind }) => kind === 'understood');
    expect(texts).toHaveLength(1);
  });

  it('cannot be moved where its state does not lead, nor undone once something was offered', async () => {
    const care = await openKit('Passi');
    await care.hear({ nativeId: 'q1', who: 'anna', text: 'Non mi è arrivato', saidAt: daysAgo(1) });
    const { caseId } = await care.open('q1');
    await care.step(caseId, { step: 'offer', offer: 'refund', costCents: 1_250, text: 'Rimborso' });
    const { version, steps } = await care.detail(caseId);
    expect(steps).toEqual(['offer', 'resolve', 'close', 'hand-over']);
    const undo = { version, step: { step: 'undo', reason: 'no-complaint' } };
    expect((await care.status('POST', `cases/${caseId}/steps`, undo)).status).toBe(422);
  });

  it('holds five thousand mentions of several people, and is read page by page', async () => {
    const care = await openKit('In tanti');
    await care.rows(sql`insert into authors (workspace_id, id, channel, native_id, name)
      select ${care.workspaceId}, gen_random_uuid(), 'bluesky', 'many-' || n, 'Persona ' || n from generate_series(1, 40) n`);
    await care.rows(sql`insert into mentions (workspace_id, id, connection_id, channel, native_id, revision, author_id, ours, addressed,
        form, visibility, body, "references", links, media, content_hash, reply_context, said_at, received_at)
      select ${care.workspaceId}, gen_random_uuid(), ${care.connectionId}, 'bluesky', 'many-' || n, '1', a.id, false, true, 'post', 'public',
        'Anche il mio pacco era rotto', '[]', '[]', '[]', '', '{}', now() - n * interval '1 minute', now()
      from generate_series(1, 5000) n join authors a on a.workspace_id = ${care.workspaceId} and a.native_id = 'many-' || (1 + n % 40)`);
    const ids = (
      await care.rows<{ id: string }>(
        sql`select id from mentions where workspace_id = ${care.workspaceId} order by said_at`,
      )
    ).map(({ id }) => id);
    const { caseId } = await care.post<{ caseId: string }>('cases', { mentionIds: ids.slice(0, 500) });
    for (let at = 500; at < ids.length; at += 500)
      await care.post(`cases/${caseId}/mentions`, { mentionIds: ids.slice(at, at + 500) });
    const one = await care.detail(caseId);
    expect(one).toMatchObject({ people: 40, gravity: 3 });
    expect((await care.cases()).cases[0]?.mentions).toBe(5_000);
    expect(one.mentions).toHaveLength(20);
    const next = await care.get<{ mentions: readonly { id: string }[] }>(
      `cases/${caseId}/mentions?after=${one.nextMentions}`,
    );
    expect(next.mentions.map(({ id }) => id)).toEqual(ids.slice(20, 70));
  });

  it('and another of the same story become one; the other is counted as joined', async () => {
    const care = await openKit('Una storia');
    await care.hear(
      { nativeId: 'a1', who: 'anna', text: 'Non mi è arrivato', saidAt: daysAgo(2) },
      { nativeId: 'b1', who: 'bruno', text: 'Nemmeno a me', saidAt: daysAgo(1) },
    );
    const [one, two] = [await care.open('a1'), await care.open('b1')];
    const [kept, other] = [await care.detail(one.caseId), await care.detail(two.caseId)];
    await care.company.json('POST', `${care.home}/cases/${kept.id}/join`, {
      version: kept.version,
      otherCaseId: other.id,
      otherVersion: other.version,
    });
    expect(await care.detail(kept.id)).toMatchObject({ people: 2 });
    expect((await care.detail(kept.id)).mentions).toHaveLength(2);
    expect(await care.detail(other.id)).toMatchObject({ state: 'undone', mentions: [] });
  });

  it('stays in the figures when its person is erased: what we wrote, the order and the words go', async () => {
    const care = await openKit('Dimenticata');
    await care.hear({ nativeId: 'c1', who: 'anna', text: complaint, saidAt: daysAgo(3) });
    const id = (await care.cases()).cases[0]?.id ?? '';
    await care.step(id, { step: 'understand', text: 'Anna ha ricevuto il pacco rotto' });
    await care.step(id, { step: 'link', product: 'Rosso', batch: null, orderReference: 'ORD-99' });
    await care.step(id, { step: 'resolve', text: 'Anna è contenta' });
    const before = await care.get<{ whole: object }>('care/figures');
    const [mentionId = ''] = await care.mentionIds('c1');
    await test.house.platform.database.inWorkspace(care.workspaceId, (tx) =>
      withdrawMentions(tx, care.workspaceId, [mentionId]),
    );
    await test.house.settled();
    const one = await wait(
      () => care.detail(id),
      ({ people }) => people === 0,
    );
    expect(one).toMatchObject({ state: 'resolved', orderReference: null, people: 0 });
    const kept = await care.rows<{ all: string }>(sql`
      select coalesce(string_agg(event::text, ' '), '') || coalesce((select string_agg(body, ' ') from case_texts
        where workspace_id = ${care.workspaceId}), '') as all from case_events where workspace_id = ${care.workspaceId}`);
    expect(kept[0]?.all).not.toMatch(/Anna|ORD-99|Pacco/i);
    const after = await care.get<{ whole: { complaints: number; rate: object } }>('care/figures');
    expect({ ...after.whole, rate: null }).toEqual({ ...before.whole, rate: null });
  });

  it('is in its row exactly what its history makes of it, in every case of this house', async () => {
    const { rows: found } = await test.house.platform.database.asInstallation((tx) =>
      tx.execute<{
        id: string;
        row: Record<string, unknown>;
        history: { version: number; at: string; event: never }[];
      }>(sql`
        select c.id, to_jsonb(c) as row, (select jsonb_agg(jsonb_build_object('version', e.version, 'at', e.at, 'event', e.event)
          order by e.version) from case_events e where e.workspace_id = c.workspace_id and e.case_id = c.id) as history
        from cases c where not exists (select from case_events e where e.case_id = c.id and e.kind = 'praised')`),
    );
    expect(found.length).toBeGreaterThan(5);
    for (const { row, history } of found) {
      const one = foldCase(history.map((event) => ({ ...event, at: new Date(event.at) })));
      expect(row).toMatchObject({
        version: one.version,
        state: one.state,
        mentions: one.mentions,
        people: one.people,
        answers: one.answers,
        gravity: one.gravity,
        reopened: one.reopened,
        product: one.product,
        cost_cents: one.costCents,
      });
    }
  });
});
