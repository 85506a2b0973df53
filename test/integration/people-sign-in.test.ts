import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleRoom } from '../../src/people/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import {
  codeOf,
  emailOf,
  emptyHouse,
  makeCompany,
  PASSWORD,
  peopleServer,
  signedInAs,
  visitor,
} from './people-visitor.ts';

let test: TestPlatform;
let server: ReturnType<typeof peopleServer>;
beforeAll(async () => {
  test = await createTestPlatform();
  server = peopleServer(test.platform);
});
afterAll(() => test.close());
beforeEach(async () => {
  await emptyHouse(test.platform);
  await makeCompany(test.platform, 'Cantina Rossi', 'Anna');
});

describe('signing in with a password', () => {
  it('opens with the right one, however the address is typed, and closes on signing out', async () => {
    const anna = visitor(server);
    expect((await anna.get('/api/me')).status).toBe(401);
    expect((await anna.signIn(' Anna@Example.IT'.trim())).status).toBe(200);
    expect((await anna.get('/api/me')).body.person.name).toBe('Anna');
    await anna.post('/api/auth/sign-out');
    expect((await anna.get('/api/me')).status).toBe(401);
  });

  it('refuses a wrong password and an unknown address with the same words', async () => {
    const wrong = await visitor(server).signIn(emailOf('Anna'), 'barbera-2026');
    const unknown = await visitor(server).signIn('nobody@example.it', 'barbera-2026');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid-email-or-password' } });
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    expect(unknown.body).toEqual(wrong.body);
  });

  it('lets nobody guess for long, in any process, and says when to try again', async () => {
    const other = peopleServer(test.platform);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1)
      statuses.push((await visitor(attempt % 2 ? server : other).signIn(emailOf('Anna'), 'barbera')).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    const right = await visitor(server).signIn(emailOf('Anna'));
    expect(right).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('does not believe a caller who claims to be elsewhere', async () => {
    const forged = (attempt: number) => ({
      'x-forwarded-for': `203.0.113.${attempt}`,
      'x-passaparola-client-address': `203.0.113.${attempt}`,
    });
    const body = { email: emailOf('Anna'), password: 'barbera' };
    let last = 0;
    for (let attempt = 0; attempt < 11; attempt += 1)
      last = (await visitor(server).send('POST', '/api/auth/sign-in/email', body, forged(attempt))).status;
    expect(last).toBe(429);
  });
});

describe('the cookie', () => {
  const cookieAt = async (baseUrl: string) => {
    const at = peopleServer({ ...test.platform, config: { ...test.platform.config, baseUrl } });
    return (await visitor(at, baseUrl).signIn(emailOf('Anna'))).headers.getSetCookie()[0] ?? '';
  };

  it('is for the server alone, for this site alone, and over https for https alone', async () => {
    expect(await cookieAt('https://passaparola.example.it')).toMatch(
      /^__Secure-passaparola\.session_token=(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=Lax)/,
    );
    expect(await cookieAt('http://127.0.0.1:4321')).toMatch(/^passaparola\.session_token=(?=.*; HttpOnly)/);
  });

  it('signed by another installation opens nothing', async () => {
    const elsewhere = await createTestPlatform();
    try {
      const { sealer } = elsewhere.platform;
      const forger = peopleServer({ ...test.platform, sealer });
      const anna = await signedInAs(forger, 'Anna');
      expect((await anna.get('/api/me')).status).toBe(200);
      const here = visitor(server);
      for (const [name, value] of anna.cookies) here.cookies.set(name, value);
      expect((await here.get('/api/me')).status).toBe(401);
    } finally {
      await elsewhere.close();
    }
  });
});

it('another site can do nothing in the name of whoever visits it', async () => {
  const anna = await signedInAs(server, 'Anna');
  const tried = [
    ['POST', '/api/auth/sign-in/email', { email: emailOf('Anna'), password: PASSWORD }],
    ['POST', '/api/auth/sign-out', {}],
    ['PATCH', '/api/me', { name: 'Mallory' }],
    ['POST', '/api/set-up', {}],
  ] as const;
  for (const [method, path, body] of tried) {
    const answer = await anna.send(method, path, body, { origin: 'https://evil.example' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
  }
  expect((await anna.get('/api/me')).body.person.name).toBe('Anna');
});

it('nobody signs themselves up or changes an account by the back door', async () => {
  const anna = await signedInAs(server, 'Anna');
  const tried = [
    ['/api/auth/sign-up/email', { email: 'x@example.it', password: PASSWORD, name: 'X' }],
    ['/api/auth/update-user', { name: 'X' }],
    ['/api/auth/change-email', { newEmail: 'x@example.it' }],
    ['/api/auth/delete-user', {}],
    ['/api/auth/sign-in/social', { provider: 'github' }],
    ['/api/auth/two-factor/send-otp', {}],
  ] as const;
  for (const [path, body] of tried) expect((await anna.post(path, body)).status).toBe(404);
  expect((await anna.get('/api/me')).body.person.name).toBe('Anna');
  expect((await visitor(server).signIn('x@example.it')).status).toBe(401);
});

it('what cannot be kept, read or carried is refused in words', async () => {
  const anna = await signedInAs(server, 'Anna');
  const path = '/api/auth/passkey/update-passkey';
  expect((await anna.post(path, { id: 'x\u0000', name: 'y' })).status).toBe(400);
  expect((await anna.post(path, { id: "' or 1=1 --", name: 'y' })).status).toBe(404);
  expect((await anna.post('/api/auth/sign-in/email', '{')).status).toBe(400);
  expect((await anna.post('/api/auth/sign-in/email', { email: 'x'.repeat(100_000) })).status).toBe(413);
});

describe('a second factor', () => {
  const enrol = async () => {
    const anna = await signedInAs(server, 'Anna');
    const enabled = await anna.post('/api/auth/two-factor/enable', { password: PASSWORD });
    expect((await anna.get('/api/me')).body.person.twoFactor).toBe(false);
    const code = await codeOf(enabled.body.totpURI);
    expect((await anna.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(200);
    expect((await anna.get('/api/me')).body.person.twoFactor).toBe(true);
    return enabled.body as { totpURI: string; backupCodes: string[] };
  };

  it('once proven is asked for at each sign-in, and its code opens', async () => {
    const { totpURI } = await enrol();
    const phone = visitor(server);
    expect((await phone.signIn(emailOf('Anna'))).body).toMatchObject({ twoFactorRedirect: true });
    expect((await phone.get('/api/me')).status).toBe(401);
    const wrong = await phone.post('/api/auth/two-factor/verify-totp', { code: '000000' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid-code' } });
    const right = await phone.post('/api/auth/two-factor/verify-totp', { code: await codeOf(totpURI) });
    expect(right.status).toBe(200);
    expect((await phone.get('/api/me')).status).toBe(200);
  });

  it('lost is replaced by a backup code, each once', async () => {
    const { backupCodes } = await enrol();
    const tryCode = async (code: string | undefined) => {
      const phone = visitor(server);
      await phone.signIn(emailOf('Anna'));
      await phone.post('/api/auth/two-factor/verify-backup-code', { code });
      return (await phone.get('/api/me')).status;
    };
    expect(await tryCode(backupCodes[0])).toBe(200);
    expect(await tryCode(backupCodes[0])).toBe(401);
  });

  it('is kept encrypted, and opens still after the key was rotated', async () => {
    const { totpURI } = await enrol();
    const { rows } = await test.testDatabase.database.pool.query('select * from two_factors');
    expect(JSON.stringify(rows)).not.toContain(new URL(totpURI).searchParams.get('secret'));
    const { sealer } = test.platform;
    const rotated = peopleServer({
      ...test.platform,
      sealer: { ...sealer, deriveKeys: (use) => [Buffer.alloc(32, 'a new key'), ...sealer.deriveKeys(use)] },
    });
    const phone = visitor(rotated);
    await phone.signIn(emailOf('Anna'));
    const right = await phone.post('/api/auth/two-factor/verify-totp', { code: await codeOf(totpURI) });
    expect(right.status).toBe(200);
  });
});

describe('the list of sessions', () => {
  it('shows each place where the person is signed in, and signs out there at once', async () => {
    const [desk, phone] = [await signedInAs(server, 'Anna'), await signedInAs(server, 'Anna')];
    const { sessions } = (await desk.get('/api/me/sessions')).body;
    expect(sessions).toHaveLength(2);
    const other = sessions.find((one: { current: boolean }) => !one.current);
    expect((await desk.delete(`/api/me/sessions/${other.id}`)).status).toBe(204);
    expect((await phone.get('/api/me')).status).toBe(401);
    expect((await desk.get('/api/me')).status).toBe(200);
    expect(JSON.stringify(sessions)).not.toContain('token');
  });

  it('does not reach the sessions of others', async () => {
    await makeCompany(test.platform, 'Frantoio Verdi', 'Bruno');
    const [anna, bruno] = [await signedInAs(server, 'Anna'), await signedInAs(server, 'Bruno')];
    const [session] = (await anna.get('/api/me/sessions')).body.sessions;
    expect((await bruno.delete(`/api/me/sessions/${session.id}`)).status).toBe(404);
    expect((await bruno.delete('/api/me/sessions/nothing')).status).toBe(400);
    expect((await anna.get('/api/me')).status).toBe(200);
  });
});

it('a changed password replaces the old one, and can sign out everywhere else', async () => {
  const [desk, phone] = [await signedInAs(server, 'Anna'), await signedInAs(server, 'Anna')];
  const change = (currentPassword: string) =>
    desk.post('/api/auth/change-password', {
      currentPassword,
      newPassword: 'nebbiolo-2026',
      revokeOtherSessions: true,
    });
  expect(await change('wrong-password')).toMatchObject({ status: 400, body: { code: 'invalid-password' } });
  expect((await change(PASSWORD)).status).toBe(200);
  expect((await desk.get('/api/me')).status).toBe(200);
  expect((await phone.get('/api/me')).status).toBe(401);
  expect((await visitor(server).signIn(emailOf('Anna'))).status).toBe(401);
});

it('what signing in leaves behind is tidied away at night, and nothing that is in use', async () => {
  const anna = await signedInAs(server, 'Anna');
  const tidyAfter = async (days: number) => {
    const clock = fixedClock(new Date(Date.now() + days * 24 * 60 * 60 * 1000));
    await peopleRoom({ ...test.platform, clock }).jobs?.[0]?.handle({});
    const { rows } = await test.testDatabase.database.pool.query(
      'select (select count(*) from sessions)::int sessions, (select count(*) from rate_limits)::int counts',
    );
    return rows[0];
  };
  expect(await tidyAfter(0)).toEqual({ sessions: 1, counts: 1 });
  expect((await anna.get('/api/me')).status).toBe(200);
  expect(await tidyAfter(32)).toEqual({ sessions: 0, counts: 0 });
});

describe('own settings', () => {
  it('change what is sent and nothing else, and stay', async () => {
    const anna = await signedInAs(server, 'Anna');
    const changed = await anna.patch('/api/me', { language: 'en', timeZone: 'Europe/Lisbon', theme: 'dark' });
    const expected = {
      name: 'Anna',
      language: 'en',
      timeZone: 'Europe/Lisbon',
      theme: 'dark',
      density: 'calm',
    };
    expect(changed.body.person).toMatchObject(expected);
    expect((await anna.get('/api/me')).body.person).toMatchObject(expected);
    expect((await anna.patch('/api/me', {})).status).toBe(200);
  });

  it('that make no sense are refused', async () => {
    const anna = await signedInAs(server, 'Anna');
    const wrong = [
      { timeZone: 'Europe/Roma' },
      { timeZone: '+02:00' },
      { language: 'fr' },
      { theme: 'neon' },
      { name: '' },
      { name: 'x'.repeat(121) },
      'not json',
    ];
    for (const body of wrong) expect((await anna.patch('/api/me', body)).status).toBe(400);
  });
});
