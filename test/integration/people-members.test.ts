import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isStillMember, listMembers, personNames, prepareSetUp } from '../../src/people/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import {
  atOnce,
  emptyHouse,
  makeCompany,
  makeMember,
  peopleServer,
  signedInAs,
  type Visitor,
  visitor,
} from './people-visitor.ts';

let test: TestPlatform;
let server: ReturnType<typeof peopleServer>;
let workspaceId = '';
let annaId = '';
let brunoId = '';
let anna: Visitor;
let bruno: Visitor;
let workspace = '';
beforeAll(async () => {
  test = await createTestPlatform();
  server = peopleServer(test.platform);
});
afterAll(() => test.close());
beforeEach(async () => {
  await emptyHouse(test.platform);
  const made = await makeCompany(test.platform, 'Cantina Rossi', 'Anna');
  workspaceId = made.workspaceId;
  annaId = made.personId;
  brunoId = await makeMember(test.platform, workspaceId, 'Bruno', ['author']);
  workspace = `/api/workspaces/${workspaceId}`;
  anna = await signedInAs(server, 'Anna');
  bruno = await signedInAs(server, 'Bruno');
});

const sessionOf = async (browser: Visitor): Promise<string> =>
  (await browser.get('/api/me/sessions')).body.sessions.find((one: { current: boolean }) => one.current).id;

describe('roles', () => {
  it('change what a member may do from the next request on', async () => {
    expect((await bruno.patch(workspace, { name: 'Cantina Bianchi' })).status).toBe(403);
    const changed = await anna.patch(`${workspace}/members/${brunoId}`, { roles: ['author', 'coordinator'] });
    expect(changed).toMatchObject({
      status: 200,
      body: { personId: brunoId, roles: ['author', 'coordinator'] },
    });
    expect((await bruno.patch(workspace, { name: 'Cantina Bianchi' })).body).toMatchObject({
      name: 'Cantina Bianchi',
      slug: 'cantina-rossi',
    });
  });

  it('cannot be given by a member to themselves', async () => {
    const tried = await bruno.patch(`${workspace}/members/${brunoId}`, { roles: ['coordinator'] });
    expect(tried.status).toBe(403);
    expect((await bruno.get('/api/me')).body.workspaces[0].roles).toEqual(['author']);
  });
});

describe('the last coordinator', () => {
  it('can neither step down nor leave', async () => {
    const last = { status: 409, body: { code: 'last-coordinator' } };
    expect(await anna.patch(`${workspace}/members/${annaId}`, { roles: ['author'] })).toMatchObject(last);
    expect(await anna.delete(`${workspace}/members/${annaId}`)).toMatchObject(last);
    expect((await anna.get(workspace)).status).toBe(200);
  });

  it('remains when two coordinators dismiss each other at the same moment', async () => {
    await anna.patch(`${workspace}/members/${brunoId}`, { roles: ['coordinator'] });
    const answers = await atOnce(test.platform, 'memberships', [
      () => anna.delete(`${workspace}/members/${brunoId}`),
      () => bruno.delete(`${workspace}/members/${annaId}`),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const left = await test.platform.database.inWorkspace(workspaceId, (tx) => listMembers(tx, workspaceId));
    expect(left.map(({ roles }) => roles)).toEqual([['coordinator']]);
  });
});

describe('whoever leaves', () => {
  it('finds no door from that moment on, by request or by open stream, and keeps their account', async () => {
    const { database, clock } = test.platform;
    const key = { workspaceId, personId: brunoId, sessionId: await sessionOf(bruno) };
    expect(await isStillMember(database, key, clock.now())).toBe(true);
    expect((await anna.delete(`${workspace}/members/${brunoId}`)).status).toBe(204);
    expect(await isStillMember(database, key, clock.now())).toBe(false);
    expect((await bruno.get(workspace)).status).toBe(404);
    expect((await bruno.get('/api/me')).body.workspaces).toEqual([]);
    expect((await anna.get(`${workspace}/members`)).body.members).toHaveLength(1);
    expect((await anna.delete(`${workspace}/members/${brunoId}`)).status).toBe(404);
  });

  it('keeps their name under what they wrote, and can be invited back', async () => {
    await bruno.delete(`${workspace}/members/${brunoId}`);
    const names = await test.platform.database.inWorkspace(workspaceId, (tx) =>
      personNames(tx, workspaceId, [annaId, brunoId, newId()]),
    );
    expect([...names.values()].sort()).toEqual(['Anna', 'Bruno']);
    const made = await anna.post(`${workspace}/invitations`, { email: 'bruno@example.it', roles: ['guest'] });
    const secret = new URL(made.body.link).pathname.split('/').at(-1);
    expect((await bruno.post(`/api/invitations/${secret}/accept`)).status).toBe(201);
    expect((await bruno.get('/api/me')).body.workspaces).toMatchObject([{ roles: ['guest'] }]);
  });

  it('by signing out lets go of what was open', async () => {
    const { database, clock } = test.platform;
    const key = { workspaceId, personId: brunoId, sessionId: await sessionOf(bruno) };
    await bruno.post('/api/auth/sign-out');
    expect(await isStillMember(database, key, clock.now())).toBe(false);
  });
});

describe('another company', () => {
  const routes = (w: string): readonly (readonly [string, string, unknown?])[] => [
    ['GET', w],
    ['PATCH', w, { name: 'Mine now' }],
    ['GET', `${w}/members`],
    ['PATCH', `${w}/members/${brunoId}`, { roles: ['coordinator'] }],
    ['DELETE', `${w}/members/${brunoId}`],
    ['GET', `${w}/invitations`],
    ['POST', `${w}/invitations`, { email: 'x@example.it', roles: ['coordinator'] }],
    ['DELETE', `${w}/invitations/${newId()}`],
    ['GET', `${w}/audit`],
  ];

  it('is not there for somebody who is not in it, on any route', async () => {
    await makeCompany(test.platform, 'Frantoio Verdi', 'Carla');
    const carla = await signedInAs(server, 'Carla');
    const places = [
      workspace,
      `/api/workspaces/${newId()}`,
      '/api/workspaces/nowhere',
      workspace.toUpperCase(),
    ];
    for (const place of places)
      for (const [method, path, body] of routes(place.replace('/API/WORKSPACES', '/api/workspaces')))
        expect(await carla.send(method, path, body), `${method} ${path}`).toMatchObject({
          status: 404,
          body: { code: 'not-found' },
        });
  });

  it('is closed to whoever has not signed in', async () => {
    for (const [method, path, body] of routes(workspace))
      expect(await visitor(server).send(method, path, body)).toMatchObject({ status: 401 });
  });

  it('is not reached by ids of its people from one’s own', async () => {
    const verdi = await makeCompany(test.platform, 'Frantoio Verdi', 'Carla');
    const carla = await signedInAs(server, 'Carla');
    const own = `/api/workspaces/${verdi.workspaceId}`;
    expect((await carla.patch(`${own}/members/${brunoId}`, { roles: ['guest'] })).status).toBe(404);
    expect((await carla.delete(`${own}/members/${brunoId}`)).status).toBe(404);
    const names = await test.platform.database.inWorkspace(verdi.workspaceId, (tx) =>
      personNames(tx, verdi.workspaceId, [brunoId]),
    );
    expect(names.size).toBe(0);
  });

  it('can be added by whoever coordinates one, under an address of its own', async () => {
    expect((await bruno.post('/api/workspaces', { name: 'Di Bruno' })).status).toBe(403);
    expect((await anna.post('/api/workspaces', { name: 'Cantina Rossi' })).body.slug).toBe('cantina-rossi-2');
    expect((await anna.get('/api/me')).body.workspaces).toHaveLength(2);
    expect(await prepareSetUp(test.platform)).toBeNull();
  });
});

describe('the record of changes', () => {
  it('has every change, with who and what, the latest first and in pages', async () => {
    await anna.patch(workspace, { register: 'tu' });
    await anna.patch(`${workspace}/members/${brunoId}`, { roles: ['carer'] });
    const { body: made } = await anna.post(`${workspace}/invitations`, {
      email: 'd@example.it',
      roles: ['guest'],
    });
    await anna.delete(`${workspace}/invitations/${made.id}`);
    await bruno.delete(`${workspace}/members/${brunoId}`);
    const first = (await anna.get(`${workspace}/audit?limit=4`)).body;
    const second = (await anna.get(`${workspace}/audit?limit=4&before=${first.next}`)).body;
    expect(second.next).toBeNull();
    const entries = [...first.entries, ...second.entries];
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'member.left',
      'invitation.withdrawn',
      'invitation.made',
      'member.roles-changed',
      'workspace.changed',
      'member.joined',
      'workspace.created',
    ]);
    expect(entries[0]).toMatchObject({ personName: 'Bruno', subjectId: brunoId });
    expect(entries[3]).toMatchObject({ personId: annaId, details: { from: ['author'], to: ['carer'] } });
    expect(entries[5]).toMatchObject({ personId: null, personName: null });
  });

  it('has nothing of what was refused', async () => {
    await anna.delete(`${workspace}/members/${annaId}`);
    await anna.patch(`${workspace}/members/${newId()}`, { roles: ['guest'] });
    await anna.patch(workspace, {});
    expect((await anna.get(`${workspace}/audit`)).body.entries).toHaveLength(2);
  });

  it('is for coordinators, and its pages are asked for sensibly', async () => {
    expect((await bruno.get(`${workspace}/audit`)).status).toBe(403);
    for (const query of ['limit=0', 'limit=9999', 'limit=x', 'before=yesterday'])
      expect((await anna.get(`${workspace}/audit?${query}`)).status).toBe(400);
  });
});
