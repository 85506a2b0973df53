import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { prepareSetUp } from '../../src/people/index.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { atOnce, emptyHouse, PASSWORD, peopleServer, visitor } from './people-visitor.ts';

let test: TestPlatform;
let server: ReturnType<typeof peopleServer>;
beforeAll(async () => {
  test = await createTestPlatform();
  server = peopleServer(test.platform);
});
afterAll(() => test.close());
beforeEach(async () => {
  await emptyHouse(test.platform);
});

const first = {
  company: 'Cantina Rossi',
  name: 'Anna Rossi',
  email: 'Anna@Cantina.example',
  password: PASSWORD,
};
const tokenOf = async () => (await prepareSetUp(test.platform))?.token ?? '';

it('the printed token makes the first company and signs its first person in', async () => {
  const anna = visitor(server);
  expect((await anna.get('/api/installation')).body).toMatchObject({
    setUp: false,
    passkeys: false,
    mail: false,
  });
  const done = await anna.post('/api/set-up', { token: await tokenOf(), ...first });
  expect(done).toMatchObject({ status: 201, body: { slug: 'cantina-rossi' } });
  const me = await anna.get('/api/me');
  expect(me.body.person).toMatchObject({
    name: 'Anna Rossi',
    email: 'anna@cantina.example',
    language: 'it',
    twoFactor: false,
  });
  expect(me.body.workspaces).toMatchObject([
    { slug: 'cantina-rossi', roles: ['coordinator'], nature: 'company' },
  ]);
  expect(me.body.workspaces[0].permissions).toContain('members.manage');
  expect((await anna.get('/api/installation')).body.setUp).toBe(true);
  expect(await prepareSetUp(test.platform)).toBeNull();
});

it('a wrong token makes nothing', async () => {
  await tokenOf();
  const answer = await visitor(server).post('/api/set-up', { token: 'guessed', ...first });
  expect(answer).toMatchObject({ status: 403, body: { code: 'wrong-set-up-token' } });
  expect((await visitor(server).get('/api/installation')).body.setUp).toBe(false);
});

it('a token works once, and voids those printed by earlier starts', async () => {
  const [earlier, token] = [await tokenOf(), await tokenOf()];
  expect((await visitor(server).post('/api/set-up', { token, ...first })).status).toBe(201);
  for (const used of [token, earlier]) {
    const again = await visitor(server).post('/api/set-up', {
      token: used,
      ...first,
      email: 'b@cantina.example',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-set-up' } });
  }
});

it('of two who set up at once, one does', async () => {
  const tokens = [await tokenOf(), await tokenOf()];
  const answers = await atOnce(
    test.platform,
    'users',
    tokens.map(
      (token, i) => () =>
        visitor(server).post('/api/set-up', { token, ...first, email: `p${i}@cantina.example` }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it.each([
  ['email', { email: 'nobody' }],
  ['password', { password: 'short' }],
  ['company', { company: '   ' }],
  ['name', { name: 'An\u0000na' }],
])('a wrong %s is named, and the token stays good', async (path, wrong) => {
  const token = await tokenOf();
  const refused = await visitor(server).post('/api/set-up', { token, ...first, ...wrong });
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request', errors: [{ path }] } });
  expect((await visitor(server).post('/api/set-up', { token, ...first })).status).toBe(201);
});

it('the token is kept as a hash alone', async () => {
  const token = await tokenOf();
  const { rows } = await test.testDatabase.database.pool.query('select * from set_up_tokens');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
});
