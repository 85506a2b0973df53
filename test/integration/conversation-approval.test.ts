import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAIL_APPROVAL_JOB } from '../../src/conversation/actions/ask-approval.ts';
import { approveReply, giveBack } from '../../src/conversation/actions/decide-approval.ts';
import { keepPreference } from '../../src/conversation/actions/keep-preference.ts';
import { keepSending, readSending } from '../../src/conversation/actions/keep-sending-settings.ts';
import { mailApproval } from '../../src/conversation/actions/mail-approval.ts';
import { proposeAgain } from '../../src/conversation/actions/propose-again.ts';
import {
  countApprovals,
  listApprovals,
  readApproval,
} from '../../src/conversation/actions/read-approvals.ts';
import { steerReply } from '../../src/conversation/actions/steer-reply.ts';
import { tellLateApprovals } from '../../src/conversation/actions/tell-late-approvals.ts';
import { type Desk, deliverReply, deskOf, sweepReplies, writeReply } from '../../src/conversation/index.ts';
import type { Member } from '../../src/people/index.ts';
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
let tina: Member;
let piero: Member;
let threadId: string;
let mentionId: string;
let isCrisis = false;
const mails: { to: string; subject: string; text: string }[] = [];

beforeAll(async () => {
  house = await createHouse();
  desk = deskOf(house.platform, {
    ...house.options,
    everythingWaits: async () => isCrisis,
    sendMail: async (mail) => mails.push(mail) > 0,
  });
});
afterAll(() => house.close());

beforeEach(async () => {
  isCrisis = false;
  mails.length = 0;
  company = await createWorkspace(house);
  carla = company.coordinator;
  anna = await createColleague(house, company, 'Anna Bo', ['approver']);
  piero = await createColleague(house, company, 'Piero Po', ['carer']);
  tina = await createColleague(house, company, 'Tina Ti', ['trainee']);
  [mentionId = ''] = await say(house, company, { nativeId: 'question' });
  threadId = await threadOf(house, company, mentionId);
  house.server.accepted.length = 0;
});

const value = <Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const write = (actor: Member, body: string, more: object = {}) =>
  writeReply(desk, actor, { id: newId(), threadId, mentionId, body, options: {}, ...more });
const detail = async (actor: Member, replyId: string) => value(await readApproval(desk, actor, replyId));
const approve = async (actor: Member, replyId: string, more: object = {}) => {
  const { version, seenUntil } = await detail(actor, replyId);
  return approveReply(desk, actor, replyId, { version, seenUntil: new Date(seenUntil), ...more });
};
const liveOf = (kind: string) =>
  house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    const { rows } = await tx.execute<{ payload: Record<string, unknown> }>(sql`
      select payload from live_changes where workspace_id = ${company.workspaceId} and kind = ${kind} order by sequence`);
    return rows.map(({ payload }) => payload);
  });
const said = () => house.server.accepted.map(({ text }) => text);
const passHold = async (replyId: string) => {
  house.clock.advance(10_000);
  await deliverReply(desk, company.workspaceId, replyId);
};

describe('a trainee’s answer', () => {
  it('waits, leaves in her name with the approver’s changes after the time of an undo, and both wordings are kept', async () => {
    const reply = value(await write(tina, 'Ciao, arriva domani. Tina'));
    expect(reply.state).toBe('waiting');
    house.clock.advance(3_600_000);
    await sweepReplies(desk);
    await deliverReply(desk, company.workspaceId, reply.id);
    expect(said()).toEqual([]);
    expect(value(await countApprovals(desk, anna))).toMatchObject({ waiting: 1, late: 1 });
    expect(value(await countApprovals(desk, piero))).toEqual({ waiting: 0, late: 0, returned: 0 });
    const wording = { body: 'Ciao, arriva giovedì. Tina', options: {} };
    const held = value(await approve(anna, reply.id, { wording, comment: 'Domani è festa.' }));
    expect(held).toMatchObject({ state: 'held', personName: 'Tina Ti', body: wording.body });
    await deliverReply(desk, company.workspaceId, reply.id);
    expect(said()).toEqual([]);
    await passHold(reply.id);
    await deliverReply(desk, company.workspaceId, reply.id);
    expect(said()).toEqual(['Ciao, arriva giovedì. Tina']);
    const { wordings, decision, decidedByName } = await detail(tina, reply.id);
    expect({ decision, decidedByName }).toEqual({ decision: 'approved', decidedByName: 'Anna Bo' });
    expect(wordings).toMatchObject([
      { kind: 'proposed', personName: 'Tina Ti', body: 'Ciao, arriva domani. Tina' },
      { kind: 'approved', personName: 'Anna Bo', comment: 'Domani è festa.', body: wording.body },
    ]);
    expect(wordings[1]?.diff.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: ' domani' },
      { kind: 'new', text: ' giovedì' },
    ]);
    expect(await liveOf('approval.changed')).toMatchObject([
      { outcome: 'asked', personId: tina.personId },
      { outcome: 'approved', personId: tina.personId, byName: 'Anna Bo' },
    ]);
  });

  it('comes back with a word, is said otherwise, and waits again', async () => {
    const reply = value(await write(tina, 'Boh.'));
    const { version } = await detail(anna, reply.id);
    expect(value(await giveBack(desk, anna, reply.id, { version, comment: 'Di’ quando.' })).state).toBe(
      'returned',
    );
    expect(value(await countApprovals(desk, tina)).returned).toBe(1);
    const back = await detail(tina, reply.id);
    expect(back.wordings.at(-1)).toMatchObject({
      kind: 'returned',
      comment: 'Di’ quando.',
      personName: 'Anna Bo',
    });
    const wish = { version: back.version, body: 'Giovedì. Tina', options: {}, media: [] };
    expect(value(await proposeAgain(desk, tina, reply.id, wish)).state).toBe('waiting');
    expect(await proposeAgain(desk, tina, reply.id, wish)).toMatchObject({
      error: { kind: 'decided-meanwhile' },
    });
    value(await approve(anna, reply.id));
    await passHold(reply.id);
    expect(said()).toEqual(['Giovedì. Tina']);
  });

  it('can be taken back by her while it waits, by the approver in the time of an undo, and waits again then', async () => {
    const first = value(await write(tina, 'Uno'));
    expect(await steerReply(desk, piero, first.id, 'undo')).toMatchObject({ error: { kind: 'not-allowed' } });
    expect(value(await steerReply(desk, tina, first.id, 'undo')).state).toBe('undone');
    expect(
      await approveReply(desk, anna, first.id, { version: 1, seenUntil: house.clock.now() }),
    ).toMatchObject({
      error: { kind: 'decided-meanwhile', state: 'undone', byName: 'Tina Ti' },
    });
    const second = value(await write(tina, 'Due'));
    value(await approve(anna, second.id));
    expect(value(await steerReply(desk, anna, second.id, 'undo')).state).toBe('waiting');
    await passHold(second.id);
    expect(said()).toEqual([]);
    value(await approve(carla, second.id));
    await passHold(second.id);
    expect(said()).toEqual(['Due']);
  });
});

describe('who decides', () => {
  it('two at once: one wins, the other is told who and what, and it leaves once', async () => {
    const reply = value(await write(tina, 'Ciao'));
    const { version, seenUntil } = await detail(anna, reply.id);
    const seen = new Date(seenUntil);
    const [first, second, third] = await Promise.all([
      approveReply(desk, anna, reply.id, {
        version,
        seenUntil: seen,
        wording: { body: 'Ciao da Anna', options: {} },
      }),
      approveReply(desk, carla, reply.id, {
        version,
        seenUntil: seen,
        wording: { body: 'Ciao da Carla', options: {} },
      }),
      giveBack(desk, carla, reply.id, { version, comment: 'No' }),
    ]);
    const all = [first, second, third];
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of all) if (!one.ok) expect(one.error).toMatchObject({ kind: 'decided-meanwhile' });
    await passHold(reply.id);
    await deliverReply(desk, company.workspaceId, reply.id);
    expect(said().length).toBe(third.ok ? 0 : 1);
  });

  it('nobody approves their own, and only who may approves', async () => {
    isCrisis = true;
    const own = value(await write(anna, 'Ciao'));
    expect(own.state).toBe('waiting');
    expect((await detail(anna, own.id)).mayDecide).toBe(false);
    expect(await approve(anna, own.id)).toMatchObject({ error: { kind: 'own-answer' } });
    expect(await giveBack(desk, anna, own.id, { version: 1, comment: 'x' })).toMatchObject({
      error: { kind: 'own-answer' },
    });
    expect(await approve(piero, own.id)).toMatchObject({ error: { kind: 'not-allowed' } });
    expect(value(await listApprovals(desk, anna))).toMatchObject({ waiting: [], mine: [{ version: 1 }] });
    expect(value(await approve(carla, own.id)).state).toBe('held');
  });

  it('what everybody waits for waits even when it was about to leave; what was approved leaves', async () => {
    const written = value(await write(piero, 'Ciao'));
    expect(written.state).toBe('held');
    isCrisis = true;
    await passHold(written.id);
    expect(said()).toEqual([]);
    expect((await detail(anna, written.id)).reasons).toEqual([{ kind: 'crisis' }]);
    value(await approve(anna, written.id));
    await passHold(written.id);
    expect(said()).toEqual(['Ciao']);
  });

  it('those wait whom the company named: by channel and gravity here', async () => {
    const settings = value(await readSending(desk, carla));
    const rule = { roles: [], personIds: [], teamIds: [], channels: ['scripted'], gravityFrom: 3 as const };
    expect(await keepSending(desk, anna, settings)).toMatchObject({ error: { kind: 'not-allowed' } });
    value(await keepSending(desk, carla, { ...settings, rules: [rule] }));
    expect(await keepSending(desk, carla, { ...settings, rules: [] })).toMatchObject({
      error: { kind: 'changed' },
    });
    expect(value(await write(piero, 'Uno')).state).toBe('held');
    await house.platform.database.inWorkspace(company.workspaceId, (tx) =>
      tx.execute(
        sql`update threads set gravity = 3 where workspace_id = ${company.workspaceId} and id = ${threadId}`,
      ),
    );
    const grave = value(await write(piero, 'Due'));
    expect(grave.state).toBe('waiting');
    expect((await detail(anna, grave.id)).reasons).toEqual([{ kind: 'rule', by: ['channel', 'gravity'] }]);
  });

  it('is told once when the time has passed, and by mail if they asked for such; the author of what came back too', async () => {
    house.clock.advance(24 * 3_600_000);
    await tellLateApprovals(desk);
    value(await keepPreference(desk, anna, { mailMentions: true }));
    value(await keepPreference(desk, tina, { mailMentions: true }));
    const reply = value(await write(tina, 'Ciao'));
    expect(house.planned.at(-1)?.name).toBe(MAIL_APPROVAL_JOB);
    expect(await tellLateApprovals(desk)).toBe(0);
    house.clock.advance(3_600_000);
    expect(await tellLateApprovals(desk)).toBe(1);
    expect(await tellLateApprovals(desk)).toBe(0);
    expect((await liveOf('approval.changed')).at(-1)).toMatchObject({ outcome: 'late' });
    const since = house.clock.now().toISOString();
    const { workspaceId } = company;
    expect(await mailApproval(desk, { workspaceId, replyId: reply.id, since })).toBe(1);
    expect(mails[0]?.text).toContain(`/da-approvare/${reply.id}`);
    const { version } = await detail(anna, reply.id);
    value(await giveBack(desk, anna, reply.id, { version, comment: 'Segreto' }));
    expect(await mailApproval(desk, { workspaceId, replyId: reply.id, since })).toBe(1);
    expect(mails[1]?.text).not.toContain('Segreto');
  });
});

describe('a conversation that has moved on', () => {
  it('says so before the approval: they wrote again, a colleague answered', async () => {
    const reply = value(await write(tina, 'Ciao'));
    const { version, seenUntil } = await detail(anna, reply.id);
    house.clock.advance(60_000);
    await say(house, company, {
      nativeId: 'again',
      parent: 'question',
      root: 'question',
      at: house.clock.now().toISOString(),
      body: 'Ancora io',
    });
    const answer = value(await write(piero, 'Ci penso io'));
    expect(answer.state).toBe('held');
    const early = await approveReply(desk, anna, reply.id, { version, seenUntil: new Date(seenUntil) });
    expect(early).toMatchObject({ error: { kind: 'moved-on' } });
    house.clock.advance(1_000);
    const { moved } = await detail(anna, reply.id);
    expect(moved.map(({ kind, body, title }) => [kind, body, title.it]).sort()).toEqual([
      ['answered', 'Ci penso io', 'Intanto ha risposto Piero Po.'],
      ['they-wrote', 'Ancora io', 'Intanto ci hanno scritto ancora.'],
    ]);
    expect(value(await approve(anna, reply.id)).state).toBe('held');
  });

  it('lets nothing leave to words that are gone', async () => {
    const { workspaceId } = company;
    const reply = value(await write(tina, 'Ciao'));
    await house.platform.database.inWorkspace(workspaceId, (tx) =>
      tx.execute(
        sql`update mentions set removed_at = now() where workspace_id = ${workspaceId} and id = ${mentionId}`,
      ),
    );
    expect((await detail(anna, reply.id)).moved.map(({ kind }) => kind)).toEqual(['removed']);
    expect(await approve(anna, reply.id)).toMatchObject({
      error: { kind: 'moved-on', moved: [{ kind: 'removed' }] },
    });
    const { version } = await detail(anna, reply.id);
    expect(value(await giveBack(desk, anna, reply.id, { version, comment: 'Tolto' })).state).toBe('returned');
  });
});

describe('what is looked at before an answer leaves', () => {
  it('stops what nobody may say, asks to read a warning first, and records that it was overridden', async () => {
    expect(await write(piero, 'Lei è un cretino')).toMatchObject({
      error: { kind: 'checks', checks: [{ id: 'insult' }] },
    });
    const body = 'La chiamo dal 333 123 4567';
    const warned = await write(piero, body);
    expect(warned).toMatchObject({ error: { kind: 'checks', checks: [{ id: 'phone', level: 'warn' }] } });
    const accepted =
      warned.ok || warned.error.kind !== 'checks' ? [] : warned.error.checks.map(({ key }) => key);
    expect(value(await write(piero, body, { accepted })).state).toBe('held');
    const { rows } = await house.platform.database.inWorkspace(company.workspaceId, (tx) =>
      tx.execute<{ details: unknown }>(sql`select details from audit_entries
        where workspace_id = ${company.workspaceId} and action = 'reply.written' order by id desc limit 1`),
    );
    expect(rows[0]?.details).toEqual({ threadId, overridden: ['phone'] });
  });

  it('is looked at again when it leaves: a word forbidden meanwhile does not', async () => {
    const reply = value(await write(piero, 'Un vino economico'));
    const settings = value(await readSending(desk, carla));
    value(await keepSending(desk, carla, { ...settings, forbiddenWords: ['economico'] }));
    await passHold(reply.id);
    expect(said()).toEqual([]);
    expect(value(await steerReply(desk, piero, reply.id, 'retry')).state).toBe('held');
    await deliverReply(desk, company.workspaceId, reply.id);
    expect(said()).toEqual([]);
  });
});
