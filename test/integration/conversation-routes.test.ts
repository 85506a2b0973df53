import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationRoutes } from '../../src/conversation/index.ts';
import type { Member, PeopleEnv } from '../../src/people/index.ts';
import { createRouter } from '../../src/platform/http/router.ts';
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
let company: Company;
let threadId: string;
let mentionId: string;

beforeAll(async () => {
  house = await createHouse();
  company = await createWorkspace(house);
  [mentionId = ''] = await say(house, company, { nativeId: 'question' });
  threadId = await threadOf(house, company, mentionId);
});
afterAll(() => house.close());

/** The room's routes behind a guard that has let this member in. */
const callAs = async (member: Member, method: string, path: string, body?: unknown, language = 'it') => {
  const router = createRouter<PeopleEnv>();
  router.use('*', async (context, next) => {
    context.set('actor', member);
    await next();
  });
  router.route('/', conversationRoutes(house.platform, house.options));
  const headers = { 'accept-language': language, 'content-type': 'application/json' };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await router.request(`/api/workspaces/${member.workspaceId}${path}`, init);
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : null };
};
const call = (method: string, path: string, body?: unknown, language?: string) =>
  callAs(company.coordinator, method, path, body, language);

describe('the conversation routes', () => {
  it('list, open, organise and mark a thread', async () => {
    const list = await call('GET', '/threads?view=all&counts=true');
    expect(list.status).toBe(200);
    expect(list.json.threads[0]).toMatchObject({ id: threadId, unread: true });
    expect(list.json.counts.open).toBe(1);
    const { json } = await call('GET', `/threads/${threadId}`);
    expect(json.composer.text).toEqual({ max: 300, unit: 'grapheme' });
    const until = json.thread.lastTheirsAt;
    expect((await call('POST', `/threads/${threadId}/read`, { until })).status).toBe(204);
    expect((await call('GET', '/threads')).json.threads[0].unread).toBe(false);
    expect((await call('POST', `/threads/${threadId}/unread`)).status).toBe(204);
    const assignee = { version: json.thread.version, assigneeId: company.coordinator.personId };
    expect((await call('PATCH', `/threads/${threadId}`, assignee)).json.version).toBe(assignee.version + 1);
    const late = await call('PATCH', `/threads/${threadId}`, assignee);
    expect(late).toMatchObject({
      status: 409,
      json: { title: 'Carla ha appena cambiato questa conversazione.' },
    });
    expect((await call('GET', `/threads/${threadId}/mentions?before=${mentionId}`)).json.mentions).toEqual(
      [],
    );
  });

  it('take a note, a draft and an answer, and take the answer back', async () => {
    const note = await call('POST', `/threads/${threadId}/notes`, { body: 'Chiamala domani' });
    expect(note).toMatchObject({ status: 201, json: { personName: 'Carla' } });
    expect((await call('PUT', `/threads/${threadId}/draft`, { body: 'Gent' })).status).toBe(200);
    const reply = { id: newId(), mentionId, body: 'Gentile Anna', options: {} };
    const written = await call('POST', `/threads/${threadId}/replies`, reply);
    expect(written).toMatchObject({ status: 201, json: { state: 'held', personName: 'Carla' } });
    const { json } = await call('GET', `/threads/${threadId}`);
    expect(json.draft).toBeNull();
    expect(json.notes).toHaveLength(1);
    expect((await call('POST', `/replies/${reply.id}/undo`)).json.state).toBe('undone');
    expect((await call('POST', `/replies/${reply.id}/send-now`)).status).toBe(409);
    expect((await call('DELETE', `/notes/${note.json.id}`)).status).toBe(204);
  });

  it('say what a channel does not take, in the language of the reader and with the field named', async () => {
    const long = { mentionId, body: 'x'.repeat(310), options: {} };
    const preview = await call('POST', `/threads/${threadId}/replies/preview`, long);
    expect(preview.json.violations[0]).toMatchObject({ kind: 'too-long', length: 310, max: 300 });
    const reply = { id: newId(), ...long };
    const refused = await call('POST', `/threads/${threadId}/replies`, reply, 'en');
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toEqual([
      { path: 'body', message: 'It is 10 too long: 300 characters fit here, you wrote 310.' },
    ]);
  });

  it.each([
    ['GET', '/threads?before=nonsense', undefined],
    ['GET', '/threads?limit=0', undefined],
    ['GET', '/threads?q=%00', undefined],
    ['GET', '/threads/not-an-id', undefined],
    ['POST', '/threads/THREAD/notes', { body: 'a\u0000b' }],
    ['POST', '/threads/THREAD/notes', { body: '\ud800' }],
    ['POST', '/threads/THREAD/read', { until: '0000-01-01T00:00:00Z' }],
    ['PATCH', '/threads/THREAD', { version: 1e12 }],
    ['PUT', '/threads/THREAD/draft', { body: 'a', options: { 'x\u0000': 'y' } }],
  ])('refuse %s %s with the field named', async (method, path, body) => {
    const refused = await call(method, path.replace('THREAD', threadId), body);
    expect(refused.status).toBe(400);
    expect(refused.json.errors.length).toBeGreaterThan(0);
  });

  it('give somebody of another company nothing at all', async () => {
    const stranger = (await createWorkspace(house)).coordinator;
    const reply = { id: newId(), mentionId, body: 'Ciao', options: {} };
    const attempts = [
      await callAs(stranger, 'GET', `/threads/${threadId}`),
      await callAs(stranger, 'GET', `/threads/${threadId}/mentions?before=${mentionId}`),
      await callAs(stranger, 'PATCH', `/threads/${threadId}`, { version: 1, status: 'done' }),
      await callAs(stranger, 'POST', `/threads/${threadId}/read`, { until: '2026-03-02T08:00:00Z' }),
      await callAs(stranger, 'POST', `/threads/${threadId}/unread`),
      await callAs(stranger, 'POST', `/threads/${threadId}/notes`, { body: 'Ciao' }),
      await callAs(stranger, 'PUT', `/threads/${threadId}/draft`, { body: 'Ciao' }),
      await callAs(stranger, 'DELETE', `/threads/${threadId}/draft`),
      await callAs(stranger, 'POST', `/threads/${threadId}/replies`, reply),
      await callAs(stranger, 'POST', `/threads/${threadId}/replies/preview`, reply),
      await callAs(stranger, 'POST', `/replies/${newId()}/undo`),
      await callAs(stranger, 'DELETE', `/notes/${newId()}`),
    ];
    expect(attempts.map(({ status }) => status)).toEqual(attempts.map(() => 404));
    expect((await callAs(stranger, 'GET', '/threads')).json.threads).toEqual([]);
    expect((await callAs(stranger, 'GET', '/today')).json.waiting).toEqual([]);
  });

  it('let a guest read and do nothing else', async () => {
    const guest = await createColleague(house, company, 'Gina', ['guest']);
    expect((await callAs(guest, 'GET', `/threads/${threadId}`)).status).toBe(200);
    expect((await callAs(guest, 'POST', `/threads/${threadId}/notes`, { body: 'Ciao' })).status).toBe(403);
    const reply = { id: newId(), mentionId, body: 'Ciao', options: {} };
    expect((await callAs(guest, 'POST', `/threads/${threadId}/replies`, reply)).status).toBe(403);
    expect((await callAs(guest, 'PUT', `/threads/${threadId}/draft`, { body: 'a' })).status).toBe(403);
  });
});
