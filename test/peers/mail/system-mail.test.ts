import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../harness/test-platform.ts';
import {
  emailOf,
  makeCompany,
  PASSWORD,
  peopleServer,
  signedInAs,
  visitor,
} from '../../integration/people-visitor.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

const bruno = 'bruno@example.it';

let mail: MailServer;
let test: TestPlatform;
let server: ReturnType<typeof peopleServer>;
let workspace = '';
beforeAll(async () => {
  const users = [bruno, emailOf('Anna')].map((address) => ({ address, password: 'secret' }));
  mail = await startMailServer({ users });
  const smtpUrl = `smtp://${mail.smtp.host}:${mail.smtp.port}`;
  const from = 'Passaparola <passaparola@example.it>';
  test = await createTestPlatform({ config: { mail: { smtpUrl, from } } });
  server = peopleServer(test.platform);
  const { workspaceId } = await makeCompany(test.platform, 'Cantina «Rossi» è qui', 'Anna');
  workspace = `/api/workspaces/${workspaceId}`;
});
afterAll(async () => {
  await test?.close();
  await mail?.stop();
});

const letterTo = async (address: string, about: RegExp) => {
  const { source } = await mail.awaitMail(address, ({ raw }) => about.test(raw));
  return PostalMime.parse(source);
};

it('an invitation arrives by mail, in the words of whoever invites, and its link opens the place', async () => {
  const anna = await signedInAs(server, 'Anna');
  const made = await anna.post(`${workspace}/invitations`, { email: bruno, roles: ['author'] });
  expect(made.body.mailed).toBe(true);
  const letter = await letterTo(bruno, /^Auto-Submitted: auto-generated/m);
  expect(letter.subject).toBe('Anna ti invita a lavorare su Passaparola con Cantina «Rossi» è qui');
  expect(letter.text).toContain(made.body.link);
  const secret = /\/invito\/(\S+)/.exec(letter.text ?? '')?.[1];
  const accepted = await visitor(server).post(`/api/invitations/${secret}/accept`, {
    name: 'Bruno',
    password: PASSWORD,
  });
  expect(accepted.status).toBe(201);
});

it('a forgotten password is chosen anew through a mail, once, and signs out everywhere', async () => {
  const before = await signedInAs(server, 'Anna');
  const asked = await visitor(server).post('/api/auth/request-password-reset', { email: emailOf('Anna') });
  expect(asked.status).toBe(200);
  const letter = await letterTo(emailOf('Anna'), /nuova-password/);
  const token = /\/nuova-password\/(\S+)/.exec(letter.text ?? '')?.[1];
  const newPassword = 'nebbiolo-2026';
  const choose = () => visitor(server).post('/api/auth/reset-password', { token, newPassword });
  expect((await choose()).status).toBe(200);
  expect(await choose()).toMatchObject({ status: 400, body: { code: 'invalid-token' } });
  expect((await before.get('/api/me')).status).toBe(401);
  expect((await visitor(server).signIn(emailOf('Anna'), newPassword)).status).toBe(200);
});

it('nobody learns by a forgotten password who has an account', async () => {
  const ask = (email: string) => visitor(server).post('/api/auth/request-password-reset', { email });
  const [known, unknown] = [await ask(emailOf('Anna')), await ask('nobody@example.it')];
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
});

it('a mail server that is away leaves the link to be handed over', async () => {
  await mail.pause('smtp');
  const anna = visitor(server);
  await anna.signIn(emailOf('Anna'), 'nebbiolo-2026');
  const made = await anna.post(`${workspace}/invitations`, { email: 'carla@example.it', roles: ['guest'] });
  expect(made).toMatchObject({ status: 201, body: { mailed: false } });
  expect(
    (await visitor(server).get(new URL(made.body.link).pathname.replace('/invito', '/api/invitations')))
      .status,
  ).toBe(200);
});
