import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import {
  atOnce,
  emailOf,
  makeCompany,
  makeMember,
  PASSWORD,
  peopleServer,
  signedInAs,
  type Visitor,
  visitor,
} from './people-visitor.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let test: TestPlatform;
let server: ReturnType<typeof peopleServer>;
let clock: ReturnType<typeof fixedClock>;
let anna: Visitor;
let workspace = '';
beforeEach(async () => {
  clock = fixedClock(new Date());
  test = await createTestPlatform({ clock });
  server = peopleServer(test.platform);
  const { workspaceId } = await makeCompany(test.platform, 'Cantina Rossi', 'Anna');
  workspace = `/api/workspaces/${workspaceId}`;
  anna = await signedInAs(server, 'Anna');
});
afterEach(() => test.close());

const inviteBruno = async (roles: readonly string[] = ['author']) => {
  const made = await anna.post(`${workspace}/invitations`, { email: 'Bruno@Example.it', roles });
  expect(made).toMatchObject({ status: 201, body: { mailed: false } });
  const secret = new URL(made.body.link).pathname.split('/').at(-1) ?? '';
  return { id: made.body.id as string, secret, offer: `/api/invitations/${secret}` };
};
const bruno = { name: 'Bruno', password: PASSWORD };

describe('an invitation', () => {
  it('gives somebody new an account and the offered place, and signs them in', async () => {
    const { offer } = await inviteBruno(['author', 'carer']);
    const newcomer = visitor(server);
    expect((await newcomer.get(offer)).body).toMatchObject({
      company: 'Cantina Rossi',
      email: 'bruno@example.it',
      roles: ['author', 'carer'],
      hasAccount: false,
    });
    expect(await newcomer.post(`${offer}/accept`, bruno)).toMatchObject({
      status: 201,
      body: { slug: 'cantina-rossi' },
    });
    const me = (await newcomer.get('/api/me')).body;
    expect(me.person).toMatchObject({ name: 'Bruno', email: 'bruno@example.it' });
    expect(me.workspaces).toMatchObject([{ slug: 'cantina-rossi', roles: ['author', 'carer'] }]);
    expect((await newcomer.get(`${workspace}/members`)).body.members).toHaveLength(2);
  });

  it('asks a newcomer for a name and a good password', async () => {
    const { offer } = await inviteBruno();
    const refused = await visitor(server).post(`${offer}/accept`, {});
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'name' }, { path: 'password' }] },
    });
    expect((await visitor(server).post(`${offer}/accept`, { ...bruno, password: 'short' })).status).toBe(400);
    expect((await visitor(server).post(`${offer}/accept`, bruno)).status).toBe(201);
  });

  it('lets somebody with an account in once they have signed in, and nobody in their name before', async () => {
    await makeCompany(test.platform, 'Frantoio Verdi', 'Bruno');
    const { offer } = await inviteBruno();
    expect((await visitor(server).get(offer)).body.hasAccount).toBe(true);
    expect(await visitor(server).post(`${offer}/accept`, bruno)).toMatchObject({
      status: 401,
      body: { code: 'sign-in-first' },
    });
    const browser = await signedInAs(server, 'Bruno');
    expect((await browser.post(`${offer}/accept`)).status).toBe(201);
    expect((await browser.get('/api/me')).body.workspaces).toMatchObject([
      { slug: 'cantina-rossi', roles: ['author'] },
      { slug: 'frantoio-verdi', roles: ['coordinator'] },
    ]);
  });

  it('is for the invited address alone', async () => {
    await makeCompany(test.platform, 'Frantoio Verdi', 'Carla');
    const { offer } = await inviteBruno();
    const carla = await signedInAs(server, 'Carla');
    expect(await carla.post(`${offer}/accept`)).toMatchObject({
      status: 403,
      body: { code: 'invitation-for-another' },
    });
    expect((await carla.get(workspace)).status).toBe(404);
    expect((await visitor(server).post(`${offer}/accept`, bruno)).status).toBe(201);
  });

  it('works once, also when two accept at the same moment', async () => {
    const { offer } = await inviteBruno();
    const accept = () => visitor(server).post(`${offer}/accept`, bruno);
    const answers = await atOnce(test.platform, 'invitations, users', [accept, accept, accept]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await accept()).toMatchObject({ status: 410, body: { code: 'invitation-accepted' } });
    expect((await anna.get(`${workspace}/members`)).body.members).toHaveLength(2);
    const { rows } = await test.testDatabase.database.pool.query('select * from users');
    expect(rows).toHaveLength(2);
  });

  it('works once for somebody with an account too', async () => {
    await makeCompany(test.platform, 'Frantoio Verdi', 'Bruno');
    const { offer } = await inviteBruno();
    const [desk, phone] = [await signedInAs(server, 'Bruno'), await signedInAs(server, 'Bruno')];
    const answers = await atOnce(test.platform, 'invitations', [
      () => desk.post(`${offer}/accept`),
      () => phone.post(`${offer}/accept`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
  });

  it('lasts seven days', async () => {
    const { offer } = await inviteBruno();
    clock.advance(7 * DAY_MS - 1);
    expect((await visitor(server).get(offer)).status).toBe(200);
    clock.advance(1);
    const expired = { status: 410, body: { code: 'invitation-expired' } };
    expect(await visitor(server).get(offer)).toMatchObject(expired);
    expect(await visitor(server).post(`${offer}/accept`, bruno)).toMatchObject(expired);
  });

  it('withdrawn is void at once', async () => {
    const { id, offer } = await inviteBruno();
    expect((await anna.get(`${workspace}/invitations`)).body.invitations).toMatchObject([{ id }]);
    expect((await anna.delete(`${workspace}/invitations/${id}`)).status).toBe(204);
    expect((await anna.delete(`${workspace}/invitations/${id}`)).status).toBe(404);
    expect((await anna.get(`${workspace}/invitations`)).body.invitations).toEqual([]);
    expect(await visitor(server).post(`${offer}/accept`, bruno)).toMatchObject({
      status: 410,
      body: { code: 'invitation-withdrawn' },
    });
  });

  it('is replaced by a later one to the same address', async () => {
    const [earlier, later] = [await inviteBruno(), await inviteBruno(['guest'])];
    expect((await visitor(server).get(earlier.offer)).status).toBe(410);
    expect((await visitor(server).get(later.offer)).body.roles).toEqual(['guest']);
    expect((await anna.get(`${workspace}/invitations`)).body.invitations).toHaveLength(1);
  });

  it('is not for somebody who is there already, and an invented link is nothing', async () => {
    const again = await anna.post(`${workspace}/invitations`, { email: emailOf('Anna'), roles: ['guest'] });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-member' } });
    expect((await visitor(server).get('/api/invitations/invented')).status).toBe(404);
    expect((await visitor(server).post('/api/invitations/invented/accept', bruno)).status).toBe(404);
  });

  it('with a wrong address or role is refused with the field named', async () => {
    const tried = [
      ['email', { email: 'bruno', roles: ['guest'] }],
      ['roles', { email: 'b@example.it', roles: [] }],
      ['roles.0', { email: 'b@example.it', roles: ['owner'] }],
      ['roles', { email: 'b@example.it', roles: ['guest', 'guest'] }],
    ] as const;
    for (const [path, body] of tried)
      expect(await anna.post(`${workspace}/invitations`, body)).toMatchObject({
        status: 400,
        body: { errors: [{ path }] },
      });
  });

  it('is kept without its secret, in the table and in the record of changes', async () => {
    const { secret } = await inviteBruno();
    const { rows } = await test.testDatabase.database.asInstallation(async (tx) => {
      const read = await tx.execute('select i.*, a.details from invitations i, audit_entries a');
      return { rows: read.rows };
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

it('only whoever manages the members can invite, see or withdraw', async () => {
  const { id } = await inviteBruno();
  const workspaceId = workspace.split('/').at(-1) ?? '';
  await makeMember(test.platform, workspaceId, 'Dora', ['author', 'carer', 'approver']);
  const dora = await signedInAs(server, 'Dora');
  expect((await dora.get(`${workspace}/invitations`)).status).toBe(403);
  expect(
    (await dora.post(`${workspace}/invitations`, { email: 'e@example.it', roles: ['coordinator'] })).status,
  ).toBe(403);
  expect((await dora.delete(`${workspace}/invitations/${id}`)).status).toBe(403);
});
