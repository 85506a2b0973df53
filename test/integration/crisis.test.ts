import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approveReply } from '../../src/conversation/actions/decide-approval.ts';
import { readApproval } from '../../src/conversation/actions/read-approvals.ts';
import { type Desk, deliverReply, deskOf, writeReply } from '../../src/conversation/index.ts';
import { becomeImprovement } from '../../src/crisis/actions/become-improvement.ts';
import { readCrisis, readCurrent } from '../../src/crisis/actions/read-crisis.ts';
import { readPublicStatus } from '../../src/crisis/actions/read-public-status.ts';
import { declareCrisis, takeCrisisStep } from '../../src/crisis/actions/take-step.ts';
import {
  addChange,
  agreeLine,
  publishStatus,
  setDuty,
  setTeam,
  showStatus,
  tickChange,
  writeInLog,
  writeReview,
} from '../../src/crisis/actions/work-on-crisis.ts';
import { arePostsHeld, crisisRoom, everythingWaits } from '../../src/crisis/index.ts';
import type { Member } from '../../src/people/index.ts';
import type { Transaction } from '../../src/platform/db/database.ts';
import { newId } from '../../src/platform/ids.ts';
import {
  type Company,
  createColleague,
  createHouse,
  createWorkspace,
  type House,
  say,
  threadOf,
} from './conversation-kit.ts';

let house: House;
let desk: Desk;
let company: Company;
let carla: Member;
let anna: Member;
let piero: Member;
let threadId: string;
let mentionId: string;

beforeAll(async () => {
  house = await createHouse();
  desk = deskOf(house.platform, { ...house.options, everythingWaits });
});
afterAll(() => house.close());

beforeEach(async () => {
  company = await createWorkspace(house);
  carla = company.coordinator;
  anna = await createColleague(house, company, 'Anna Bo', ['approver']);
  piero = await createColleague(house, company, 'Piero Po', ['carer']);
  [mentionId = ''] = await say(house, company, { nativeId: 'question', at: house.clock.now().toISOString() });
  threadId = await threadOf(house, company, mentionId);
  house.server.accepted.length = 0;
});

const value = <Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const inCompany = <Value>(act: (tx: Transaction) => Promise<Value>) =>
  house.platform.database.inWorkspace(company.workspaceId, act);
const detail = async (crisisId: string) => value(await readCrisis(house.platform, carla, crisisId));
const declare = async () => value(await declareCrisis(house.platform, carla, 'Lotto 14')).id;
const step = async (crisisId: string, name: 'declare' | 'dismiss' | 'close' | 'reopen', version?: number) =>
  takeCrisisStep(house.platform, carla, crisisId, {
    step: name,
    text: 'Perché',
    version: version ?? (await detail(crisisId)).version,
  });
const write = () =>
  writeReply(desk, piero, { id: newId(), threadId, mentionId, body: 'Ciao. Piero', options: {} });
const hearAlert = (alertId: string, kind: string) =>
  inCompany(async (tx) => {
    const [subscription] = crisisRoom(house.platform).subscriptions ?? [];
    const payload = { alerts: [{ alertId, kind, watchId: newId() }] };
    await subscription?.handle(tx, company.workspaceId, [{ kind: 'alerts.opened', payload } as never]);
  });

describe('while a crisis is on', () => {
  it('every answer waits, posts are held, and both end with it; what was approved leaves', async () => {
    expect(value(await write()).state).toBe('held');
    const id = await declare();
    expect(await inCompany((tx) => arePostsHeld(tx, company.workspaceId))).toBe(true);
    const reply = value(await write());
    expect(reply.state).toBe('waiting');
    const { version, seenUntil, reasons } = value(await readApproval(desk, anna, reply.id));
    expect(reasons).toEqual([{ kind: 'crisis' }]);
    value(await approveReply(desk, anna, reply.id, { version, seenUntil: new Date(seenUntil) }));
    house.clock.advance(10_000);
    await deliverReply(desk, company.workspaceId, reply.id);
    expect(house.server.accepted).toHaveLength(1);
    value(await step(id, 'close'));
    expect(await inCompany((tx) => arePostsHeld(tx, company.workspaceId))).toBe(false);
    expect(value(await write()).state).toBe('held');
  });

  it('two who declare at once declare the same one, and the log has it once', async () => {
    const second = await createColleague(house, company, 'Dario Du', ['coordinator']);
    const [one, other] = await Promise.all([
      declareCrisis(house.platform, carla, 'Lotto 14'),
      declareCrisis(house.platform, second, 'Bottiglie'),
    ]);
    expect(value(one).id).toBe(value(other).id);
    const { log, team } = await detail(value(one).id);
    expect(log.map(({ kind }) => kind)).toEqual(['declared']);
    expect(team).toHaveLength(1);
    expect(await declareCrisis(house.platform, anna, 'Io')).toMatchObject({ error: { kind: 'not-allowed' } });
  });

  it('everybody sees the agreed line and who is on duty; of two new lines at once the second is told', async () => {
    const id = await declare();
    value(await agreeLine(house.platform, carla, id, { body: 'Stiamo ritirando il lotto 14.', after: 0 }));
    const [one, other] = await Promise.all([
      agreeLine(house.platform, carla, id, { body: 'Due', after: 1 }),
      agreeLine(house.platform, carla, id, { body: 'Tre', after: 1 }),
    ]);
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
    value(
      await setTeam(house.platform, carla, id, [{ personId: anna.personId, task: 'Approva', onDuty: false }]),
    );
    value(await setDuty(house.platform, piero, id, true));
    const { on } = value(await readCurrent(house.platform, piero));
    expect(on).toMatchObject({ title: 'Lotto 14', onDuty: ['Piero Po'], line: one.ok ? 'Due' : 'Tre' });
    const { lines, log } = await detail(id);
    expect(lines.map(({ number }) => number)).toEqual([2, 1]);
    expect(log.map(({ kind, byName }) => [kind, byName])).toEqual([
      ['declared', 'Carla'],
      ['line', 'Carla'],
      ['line', 'Carla'],
      ['team', 'Carla'],
      ['duty', 'Piero Po'],
    ]);
  });

  it('has a law: what is closed twice, or changed from what was seen, is told', async () => {
    const id = await declare();
    expect(await step(id, 'dismiss')).toMatchObject({ error: { kind: 'not-from-here', state: 'declared' } });
    expect(await step(id, 'close', 9)).toMatchObject({ error: { kind: 'changed-meanwhile' } });
    value(await step(id, 'close'));
    expect(await step(id, 'close')).toMatchObject({ error: { kind: 'not-from-here', state: 'closed' } });
    expect(await agreeLine(house.platform, carla, id, { body: 'x', after: 0 })).toMatchObject({
      error: { kind: 'not-on' },
    });
    const next = await declare();
    expect(next).not.toBe(id);
    expect(await step(id, 'reopen')).toMatchObject({ error: { kind: 'another-is-on' } });
  });
});

describe('an alert', () => {
  it('proposes a crisis once, which one key declares; quieter ones propose nothing', async () => {
    await hearAlert(newId(), 'silence');
    expect(value(await readCurrent(house.platform, carla)).proposed).toBeNull();
    const alertId = newId();
    await hearAlert(alertId, 'spike');
    await hearAlert(alertId, 'spike');
    const { proposed, on } = value(await readCurrent(house.platform, carla));
    expect(on).toBeNull();
    expect(proposed).toMatchObject({ alertId, state: 'proposed' });
    expect(value(await readCurrent(house.platform, piero)).proposed).toBeNull();
    value(await step(proposed?.id ?? '', 'declare'));
    expect(value(await readCurrent(house.platform, piero)).on?.id).toBe(proposed?.id);
    await hearAlert(newId(), 'polarity');
    value(await step(proposed?.id ?? '', 'close'));
    expect(value(await readCurrent(house.platform, carla)).proposed).toBeNull();
  });
});

describe('the status page', () => {
  const slugOf = async () => {
    const rows = await inCompany(
      async (tx: { execute(query: unknown): Promise<{ rows: { slug: string }[] }> }) => {
        const read = await tx.execute(sql`select slug from workspaces where id = ${company.workspaceId}`);
        return read.rows;
      },
    );
    return rows[0]?.slug ?? '';
  };

  it('is there only when the company chose to show it, says what people published, and stops what may not be said', async () => {
    const id = await declare();
    const slug = await slugOf();
    expect(
      await publishStatus(house.platform, carla, id, { italian: 'Cod. RSSMRA85T10A562S', english: '' }),
    ).toMatchObject({ error: { kind: 'checks' } });
    value(
      await publishStatus(house.platform, carla, id, {
        italian: 'Ritiriamo il lotto 14.',
        english: 'Recall.',
      }),
    );
    expect(await readPublicStatus(house.platform, slug)).toBeUndefined();
    value(
      await showStatus(house.platform, carla, id, { version: (await detail(id)).version, isPublic: true }),
    );
    expect(await readPublicStatus(house.platform, slug)).toMatchObject({
      isOn: true,
      said: [{ italian: 'Ritiriamo il lotto 14.', english: 'Recall.' }],
    });
    value(await step(id, 'close'));
    expect(await readPublicStatus(house.platform, slug)).toMatchObject({ isOn: false });
    house.clock.advance(15 * 24 * 3_600_000);
    expect(await readPublicStatus(house.platform, slug)).toBeUndefined();
  });
});

describe('afterwards', () => {
  it('the review counts what happened, and what to change has somebody, a day and a place among the improvements', async () => {
    house.clock.advance(60_000);
    const id = await declare();
    house.clock.advance(60_000);
    const [another = ''] = await say(house, company, {
      nativeId: 'angry',
      at: house.clock.now().toISOString(),
    });
    house.clock.advance(30 * 60_000);
    const reply = value(
      await writeReply(desk, piero, {
        id: newId(),
        threadId: await threadOf(house, company, another),
        mentionId: another,
        body: 'Eccoci. Piero',
        options: {},
      }),
    );
    house.clock.advance(10 * 60_000);
    const { version, seenUntil } = value(await readApproval(desk, anna, reply.id));
    value(await approveReply(desk, anna, reply.id, { version, seenUntil: new Date(seenUntil) }));
    house.clock.advance(60_000);
    await deliverReply(desk, company.workspaceId, reply.id);
    value(
      await writeInLog(house.platform, piero, id, { kind: 'decision', body: 'Rispondiamo entro un’ora.' }),
    );
    value(await step(id, 'close'));
    const { figures, version: seen } = await detail(id);
    expect(figures).toEqual({
      heard: 1,
      conversations: 1,
      answered: 1,
      medianFirst: 41,
      approved: 1,
      medianApproval: 10,
    });
    value(
      await writeReview(house.platform, carla, id, { version: seen, worked: 'La linea', toChange: 'Prima' }),
    );
    expect(
      await writeReview(house.platform, carla, id, { version: seen, worked: '', toChange: '' }),
    ).toMatchObject({
      error: { kind: 'changed-meanwhile' },
    });
    const wish = { what: 'Controllare i tappi', ownerId: piero.personId, dueOn: '2026-04-01' };
    value(await addChange(house.platform, carla, id, wish));
    const [change] = (await detail(id)).changes;
    value(await tickChange(house.platform, carla, id, { changeId: change?.id ?? '', isDone: true }));
    const causeId = newId();
    await inCompany(async (tx) => {
      await tx.execute(sql`insert into causes (workspace_id, id, name, words, aspects, created_at) values
        (${company.workspaceId}, ${causeId}, 'Tappi', '{}', '{}', now())`);
    });
    value(await becomeImprovement(house.platform, carla, id, { changeId: change?.id ?? '', causeId }));
    value(await becomeImprovement(house.platform, carla, id, { changeId: change?.id ?? '', causeId }));
    const after = await detail(id);
    expect(after.changes).toMatchObject([
      { ...wish, ownerName: 'Piero Po', improvementId: expect.any(String) },
    ]);
    expect(after.changes[0]?.doneAt).not.toBeNull();
  });
});
