import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addNote, MAIL_CALL_JOB } from '../../src/conversation/actions/add-note.ts';
import { followThread } from '../../src/conversation/actions/follow-thread.ts';
import {
  addLabel,
  changeLabel,
  listLabels,
  removeLabel,
} from '../../src/conversation/actions/keep-labels.ts';
import { keepPreference } from '../../src/conversation/actions/keep-preference.ts';
import {
  addSavedView,
  changeSavedView,
  keepSnippet,
  listSavedViews,
  listSnippets,
  removeSavedView,
  removeSnippet,
} from '../../src/conversation/actions/keep-snippets.ts';
import { keepTeam, listTeams, removeTeam } from '../../src/conversation/actions/keep-teams.ts';
import { listThreads } from '../../src/conversation/actions/list-threads.ts';
import { mailCall } from '../../src/conversation/actions/mail-call.ts';
import { markThreadRead } from '../../src/conversation/actions/mark-thread.ts';
import { organiseThread } from '../../src/conversation/actions/organise-thread.ts';
import { readThread } from '../../src/conversation/actions/read-thread.ts';
import { readToday } from '../../src/conversation/actions/read-today.ts';
import { wakeThreads } from '../../src/conversation/actions/wake-threads.ts';
import { endMembership } from '../../src/people/actions/end-membership.ts';
import type { Member } from '../../src/people/index.ts';
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
let company: Company;
let carla: Member;
let piero: Member;
let threadId: string;

beforeAll(async () => {
  house = await createHouse();
});
afterAll(() => house.close());

beforeEach(async () => {
  company = await createWorkspace(house);
  carla = company.coordinator;
  piero = await createColleague(house, company, 'Piero Rossi', ['carer']);
  const [mention = ''] = await say(house, company, { nativeId: 'question' });
  threadId = await threadOf(house, company, mention);
});

const value = <Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const organise = (actor: Member, version: number, wish: object) =>
  organiseThread(house.desk, actor, { threadId, version, ...wish });
const view = async (actor: Member, name: string, more: object = {}) =>
  value(
    await listThreads(house.desk, actor, { view: name as 'all', limit: 50, counts: true, ...more }),
  ).threads.map(({ id }) => id);
const liveOf = (kind: string) =>
  house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    const { rows } = await tx.execute<{ payload: Record<string, unknown> }>(sql`
      select payload from live_changes where workspace_id = ${company.workspaceId} and kind = ${kind} order by sequence`);
    return rows.map(({ payload }) => payload);
  });

describe('a conversation in the hands of a team', () => {
  it('is found by the team, and by the person who takes it from there', async () => {
    const team = value(await keepTeam(house.desk, carla, { name: 'Ordini', memberIds: [piero.personId] }));
    const given = value(await organise(carla, 1, { teamId: team.id }));
    expect(given).toMatchObject({ teamId: team.id, assigneeId: null, version: 2 });
    expect(await view(piero, 'all', { teamId: team.id })).toEqual([threadId]);
    expect(await view(piero, 'mine')).toEqual([]);
    value(await organise(piero, 2, { assigneeId: piero.personId }));
    expect(await view(piero, 'mine')).toEqual([threadId]);
    expect(await liveOf('thread.changed')).toContainEqual({ threadId, reason: 'assigned' });
  });

  it('two people act at once: the second is told who was quicker, and nothing of the first is lost', async () => {
    const [first, second] = await Promise.all([
      organise(carla, 1, { assigneeId: carla.personId }),
      organise(piero, 1, { status: 'done' }),
    ]);
    const [won, lost] = first.ok ? [first, second] : [second, first];
    expect(won.ok).toBe(true);
    expect(lost.ok === false && lost.error.kind).toBe('changed');
    const { thread } = value(await readThread(house.desk, carla, threadId));
    expect(thread.version).toBe(2);
    expect(thread.assigneeId === carla.personId).toBe(thread.status === 'open');
  });

  it('a team that is dissolved leaves its conversations to whoever has them; a colleague who leaves is out of it', async () => {
    const memberIds = [piero.personId, carla.personId];
    const team = value(await keepTeam(house.desk, carla, { name: 'Ordini', memberIds }));
    value(await organise(carla, 1, { teamId: team.id, assigneeId: carla.personId }));
    value(await endMembership(house.platform, carla, piero.personId));
    expect(value(await listTeams(house.desk, carla))).toMatchObject([{ memberIds: [carla.personId] }]);
    value(await removeTeam(house.desk, carla, team.id));
    const { thread } = value(await readThread(house.desk, carla, threadId));
    expect(thread).toMatchObject({ teamId: null, assigneeId: carla.personId });
    expect(await organise(carla, thread.version, { teamId: team.id })).toMatchObject({
      error: { kind: 'not-a-team' },
    });
  });

  it('only who coordinates makes teams, names are taken once, and members belong to the company', async () => {
    const wish = { name: 'Ordini', memberIds: [] };
    expect(await keepTeam(house.desk, piero, wish)).toMatchObject({ error: { kind: 'not-allowed' } });
    value(await keepTeam(house.desk, carla, wish));
    expect(await keepTeam(house.desk, carla, { ...wish, name: 'ordini' })).toMatchObject({
      error: { kind: 'name-taken' },
    });
    const stranger = (await createWorkspace(house)).coordinator.personId;
    expect(await keepTeam(house.desk, carla, { name: 'Altri', memberIds: [stranger] })).toMatchObject({
      error: { kind: 'not-a-member' },
    });
  });
});

describe('a conversation put aside', () => {
  const until = '2026-03-02T10:00:00.000Z';

  it('is out of sight until its time, and comes back unread for whoever had put it there', async () => {
    value(await markThreadRead(house.desk, carla, threadId, new Date('2026-03-02T07:00:00Z')));
    expect(value(await organise(carla, 1, { snoozedUntil: until }))).toMatchObject({
      status: 'snoozed',
      snoozedUntil: until,
      unread: false,
    });
    expect(await view(carla, 'all')).toEqual([]);
    expect(await view(carla, 'snoozed')).toEqual([threadId]);
    expect(await wakeThreads(house.desk)).toBe(0);
    house.clock.advance(2 * 3_600_000);
    expect(await wakeThreads(house.desk)).toBe(1);
    expect(await wakeThreads(house.desk)).toBe(0);
    house.clock.advance(-2 * 3_600_000);
    expect(value(await readThread(house.desk, carla, threadId)).thread).toMatchObject({
      status: 'open',
      snoozedUntil: null,
      unread: true,
      version: 3,
    });
    expect(await liveOf('thread.changed')).toContainEqual({ threadId, reason: 'woken' });
  });

  it('comes back at once when they write again, and whoever acts on the old state is told', async () => {
    value(await organise(carla, 1, { snoozedUntil: until }));
    await say(house, company, { nativeId: 'again', root: 'question', at: '2026-03-02T07:30:00Z' });
    const { thread } = value(await readThread(house.desk, carla, threadId));
    expect(thread).toMatchObject({ status: 'open', snoozedUntil: null });
    expect(await organise(carla, 2, { status: 'done' })).toMatchObject({
      error: { kind: 'changed', byName: null },
    });
    house.clock.advance(2 * 3_600_000);
    expect(await wakeThreads(house.desk)).toBe(0);
    house.clock.advance(-2 * 3_600_000);
  });
});

describe('labels', () => {
  it('are put on, found by, and come off everything when they are removed', async () => {
    const label = value(await addLabel(house.desk, piero, { name: 'Spedizione', colour: 'sea' }));
    expect(value(await organise(piero, 1, { labelIds: [label.id] })).labelIds).toEqual([label.id]);
    expect(await view(carla, 'all', { labelId: label.id })).toEqual([threadId]);
    expect(await addLabel(house.desk, piero, { name: 'spedizione', colour: 'clay' })).toMatchObject({
      error: { kind: 'name-taken' },
    });
    expect(await removeLabel(house.desk, piero, label.id)).toMatchObject({ error: { kind: 'not-allowed' } });
    value(await removeLabel(house.desk, carla, label.id));
    expect(value(await listLabels(house.desk, carla))).toEqual([]);
    expect(value(await readThread(house.desk, carla, threadId)).thread.labelIds).toEqual([]);
    expect(await organise(carla, 2, { labelIds: [label.id] })).toMatchObject({
      error: { kind: 'not-a-label' },
    });
  });
});

describe('a note that calls a colleague', () => {
  it('tells them on their screens and on their first page until they look, and they follow the conversation', async () => {
    const note = value(
      await addNote(house.desk, carla, threadId, {
        body: '@Piero puoi guardare?',
        mentions: [piero.personId],
      }),
    );
    expect(note.mentions).toEqual([piero.personId]);
    expect(await liveOf('note.called')).toEqual([
      { threadId, noteId: note.id, personId: piero.personId, byName: 'Carla' },
    ]);
    expect(value(await readToday(house.desk, piero)).calls).toMatchObject([
      { noteId: note.id, threadId, byName: 'Carla', body: '@Piero puoi guardare?' },
    ]);
    expect(await view(piero, 'called')).toEqual([threadId]);
    expect(await view(piero, 'followed')).toEqual([threadId]);
    expect(value(await readThread(house.desk, carla, threadId)).followerIds).toEqual([piero.personId]);
    value(await markThreadRead(house.desk, piero, threadId, new Date('2026-03-02T07:00:00Z')));
    expect(value(await readToday(house.desk, piero))).toMatchObject({ calls: [], counts: { called: 0 } });
    value(await followThread(house.desk, piero, threadId, false));
    expect(await view(piero, 'followed')).toEqual([]);
  });

  it('writes a mail to those who asked for one and have not looked, and only to them', async () => {
    const mentions = [piero.personId];
    house.planned.length = 0;
    await addNote(house.desk, carla, threadId, { body: 'Uno', mentions });
    expect(house.planned.map(({ name }) => name)).not.toContain(MAIL_CALL_JOB);
    value(await keepPreference(house.desk, piero, { mailMentions: true }));
    const note = value(await addNote(house.desk, carla, threadId, { body: 'Segreto', mentions }));
    expect(house.planned.map(({ name }) => name)).toContain(MAIL_CALL_JOB);
    const sent: { to: string; subject: string; text: string }[] = [];
    const desk = {
      ...house.desk,
      sendMail: async (mail: (typeof sent)[number]) => {
        sent.push(mail);
        return true;
      },
    };
    const { workspaceId } = company;
    const call = { workspaceId, noteId: note.id, personId: piero.personId, threadId, byName: 'Carla' };
    expect(await mailCall(desk, call)).toBe(true);
    expect(sent).toMatchObject([{ subject: 'Carla ti chiama in una conversazione' }]);
    expect(sent[0]?.text).not.toContain('Segreto');
    value(await markThreadRead(house.desk, piero, threadId, new Date('2026-03-02T07:00:00Z')));
    expect(await mailCall(desk, call)).toBe(false);
  });

  it('cannot call somebody of another company', async () => {
    const stranger = (await createWorkspace(house)).coordinator.personId;
    expect(await addNote(house.desk, carla, threadId, { body: 'Ciao', mentions: [stranger] })).toMatchObject({
      error: { kind: 'not-a-colleague' },
    });
  });
});

describe('what two people change at once', () => {
  const changed = { ok: false, error: { kind: 'changed-meanwhile' } };

  it('is changed by the first; the second is told, and nothing of the first is lost', async () => {
    const label = value(await addLabel(house.desk, piero, { name: 'Fiere', colour: 'sea' }));
    const labels = await Promise.all([
      changeLabel(house.desk, carla, { ...label, name: 'Fiere e mercati' }),
      changeLabel(house.desk, carla, { ...label, colour: 'clay' }),
    ]);
    expect(labels.filter(({ ok }) => ok)).toHaveLength(1);
    expect(labels.find(({ ok }) => !ok)).toMatchObject(changed);
    const first = labels.flatMap((result) => (result.ok ? [result.value] : []));
    expect(value(await listLabels(house.desk, carla))).toEqual(first);
    value(await removeLabel(house.desk, carla, label.id));

    const wish = { name: 'Chiusure', body: 'Siamo chiusi.', teamId: null };
    const snippet = value(await keepSnippet(house.desk, piero, wish));
    value(await keepSnippet(house.desk, carla, { ...wish, body: 'Siamo chiusi lunedì.' }, snippet));
    expect(await keepSnippet(house.desk, piero, { ...wish, body: 'Altro' }, snippet)).toMatchObject(changed);
    expect(value(await listSnippets(house.desk, piero))[0]?.body).toBe('Siamo chiusi lunedì.');
    value(await removeSnippet(house.desk, piero, snippet.id));

    const view = value(await addSavedView(house.desk, piero, { name: 'Mie', search: { vista: 'mine' } }));
    value(await changeSavedView(house.desk, piero, { ...view, name: 'Solo mie' }));
    expect(await changeSavedView(house.desk, piero, { ...view, name: 'Le mie' })).toMatchObject(changed);
    expect(await changeSavedView(house.desk, carla, view)).toMatchObject({ error: { kind: 'not-found' } });
    value(await removeSavedView(house.desk, piero, view.id));

    const team = value(await keepTeam(house.desk, carla, { name: 'Cantina', memberIds: [] }));
    value(await keepTeam(house.desk, carla, { name: 'Cantina', memberIds: [piero.personId] }, team));
    expect(await keepTeam(house.desk, carla, { name: 'Cantine', memberIds: [] }, team)).toMatchObject(
      changed,
    );
    value(await removeTeam(house.desk, carla, team.id));
  });
});

describe('words said often and ways of looking', () => {
  it('are the company’s, by name, and those of a team only while there is one', async () => {
    const wish = { name: 'Orari', body: 'Ciao {nome}, siamo aperti dalle dieci.', teamId: null };
    const kept = value(await keepSnippet(house.desk, piero, wish));
    expect(await keepSnippet(house.desk, carla, { ...wish, name: 'orari' })).toMatchObject({
      error: { kind: 'name-taken' },
    });
    value(await keepSnippet(house.desk, carla, { ...wish, body: 'Dalle nove.' }, kept));
    expect(value(await listSnippets(house.desk, piero))).toMatchObject([
      { id: kept.id, body: 'Dalle nove.' },
    ]);
    expect(await keepSnippet(house.desk, carla, { ...wish, name: 'Altro', teamId: kept.id })).toMatchObject({
      error: { kind: 'not-a-team' },
    });
    value(await removeSnippet(house.desk, piero, kept.id));
    expect(value(await listSnippets(house.desk, carla))).toEqual([]);
  });

  it('are each person’s own, and nobody else forgets them', async () => {
    const view = value(await addSavedView(house.desk, piero, { name: 'Le mie', search: { vista: 'mine' } }));
    expect(value(await listSavedViews(house.desk, carla))).toEqual([]);
    expect(await removeSavedView(house.desk, carla, view.id)).toMatchObject({ error: { kind: 'not-found' } });
    expect(value(await listSavedViews(house.desk, piero))).toEqual([view]);
    value(await removeSavedView(house.desk, piero, view.id));
    expect(value(await listSavedViews(house.desk, piero))).toEqual([]);
  });
});
