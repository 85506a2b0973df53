import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf } from '../../src/key-scopes.ts';
import { addMember } from '../../src/people/index.ts';
import { type Operation, readOpenApi } from '../harness/openapi.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

type Key = {
  readonly id: string;
  readonly shown: string;
  readonly state: string;
  readonly lastUsedAt: string | null;
};
type Made = { readonly key: Key; readonly secret: string };

let test: TestHouse;
let cellar: TestCompany;
let rival: TestCompany;
let operations: readonly Operation[];

beforeAll(async () => {
  test = await startTestHouse();
  cellar = await test.company('Cantina Valdorsa');
  rival = await test.company('Altra Cantina');
  ({ operations } = await readOpenApi(test.url));
});
afterAll(() => test.stop());

const home = (company: TestCompany) => `/api/workspaces/${company.workspaceId}`;

const makeKey = (company: TestCompany, scopes: readonly string[], more: object = {}): Promise<Made> =>
  company.json('POST', `${home(company)}/keys`, { name: 'Il gestionale', scopes, days: 90, ...more });

/** As a program asks: no cookie, no origin. */
const ask = (secret: string, path: string, init: RequestInit = {}) =>
  fetch(new URL(path, test.url), {
    ...init,
    redirect: 'manual',
    headers: { authorization: `Bearer ${secret}`, ...init.headers },
  });

const knock = async (secret: string, { method, path, body }: Operation, workspaceId: string) => {
  const address = path
    .replace('{workspaceId}', workspaceId)
    .replaceAll(/\{[^}]+\}/g, () => crypto.randomUUID());
  const response = await ask(secret, address, {
    method,
    ...(body ? { body: '{}', headers: { 'content-type': 'application/json' } } : {}),
  });
  const answer = { status: response.status, type: response.headers.get('content-type') ?? '' };
  await response.body?.cancel();
  return answer;
};

describe('a key', () => {
  it('opens what its scope says, in the name of whoever made it, and is known by its beginning alone afterwards', async () => {
    const { secret, key } = await makeKey(cellar, ['threads:read', 'mentions:add', 'notes:write']);
    expect(secret.startsWith(key.shown)).toBe(true);
    const who = (await (await ask(secret, '/api/key')).json()) as { workspaceId: string; scopes: string[] };
    expect(who).toMatchObject({
      workspaceId: cellar.workspaceId,
      scopes: ['threads:read', 'mentions:add', 'notes:write'],
    });
    const said = await ask(secret, `${home(cellar)}/by-hand`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ form: 'call', who: { name: 'Franca' }, text: 'Ha chiamato per l’ordine.' }),
    });
    expect(said.status).toBe(201);
    await test.house.settled();
    const { threads } = (await (await ask(secret, `${home(cellar)}/threads?view=all`)).json()) as {
      threads: { id: string }[];
    };
    expect(threads).toHaveLength(1);
    const { keys } = await cellar.json<{ keys: Key[] }>('GET', `${home(cellar)}/keys`);
    expect(JSON.stringify(keys)).not.toContain(secret);
    expect(keys.find(({ id }) => id === key.id)?.lastUsedAt).not.toBeNull();
  });

  it('is told apart from its person in the record of what was done', async () => {
    const { secret, key } = await makeKey(cellar, ['threads:organise', 'threads:read']);
    const { threads } = (await (await ask(secret, `${home(cellar)}/threads?view=all`)).json()) as {
      threads: { id: string; version: number }[];
    };
    const [thread] = threads;
    const closed = await ask(secret, `${home(cellar)}/threads/${thread?.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ status: 'done', version: thread?.version }),
    });
    expect(closed.status).toBe(200);
    const { entries } = await cellar.json<{
      entries: { action: string; personId: string; details: object }[];
    }>('GET', `${home(cellar)}/audit`);
    expect(entries.find(({ action }) => action === 'thread.closed')).toMatchObject({
      personId: cellar.personId,
      details: { byKey: { id: key.id, name: 'Il gestionale' } },
    });
  });

  it('gets no further than its scopes on any route: 403, and in another company 404, always as a problem', async () => {
    const { secret } = await makeKey(cellar, ['members:read'], { perMinute: 6_000 });
    const inside = operations.filter(({ path }) => path.startsWith('/api/workspaces/{workspaceId}'));
    expect(inside.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const operation of inside) {
      const isOpen = scopeOf(operation.method, operation.path) === 'members:read';
      const own = await knock(secret, operation, cellar.workspaceId);
      const theirs = await knock(secret, operation, rival.workspaceId);
      const asProblem = own.type.startsWith('application/problem+json');
      if (!isOpen && (own.status !== 403 || !asProblem))
        wrong.push(`${operation.method} ${operation.path}: ${own.status} ${own.type}`);
      if (theirs.status !== 404)
        wrong.push(`${operation.method} ${operation.path} elsewhere: ${theirs.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is no way into a person’s own settings, nor into making more keys', async () => {
    const { secret } = await makeKey(cellar, ['threads:read']);
    expect((await ask(secret, '/api/me')).status).toBe(403);
    expect((await ask(secret, `${home(cellar)}/keys`)).status).toBe(403);
    expect((await ask(secret, '/api/auth/list-sessions')).status).toBe(401);
  });

  it('sets no cookie, opens nothing to other origins, and counts for itself whatever cookies come along', async () => {
    const { secret } = await makeKey(cellar, ['threads:read']);
    const plain = await ask(secret, `${home(cellar)}/threads`, { headers: { cookie: cellar.cookie } });
    expect(plain.status).toBe(200);
    expect(plain.headers.getSetCookie()).toEqual([]);
    expect(plain.headers.get('access-control-allow-origin')).toBeNull();
    const withCookie = await ask(secret, `${home(cellar)}/members`, { headers: { cookie: cellar.cookie } });
    expect(withCookie.status).toBe(403);
    const foreign = await ask(secret, `${home(cellar)}/by-hand`, {
      method: 'POST',
      headers: { origin: 'https://altrove.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('that nobody made, or that lost a letter, is refused without saying why', async () => {
    const { secret } = await makeKey(cellar, ['threads:read']);
    for (const bad of [
      `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      'pp_niente',
      'x'.repeat(5_000),
    ]) {
      const response = await ask(bad, `${home(cellar)}/threads`);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('goes on beside the new one for the overlap after a rotation, and no longer', async () => {
    const { secret, key } = await makeKey(cellar, ['threads:read']);
    const renew = (overlapHours: number) =>
      cellar.json<Made>('POST', `${home(cellar)}/keys/${key.id}/rotate`, { days: 30, overlapHours });
    const second = await renew(24);
    expect((await ask(secret, '/api/key')).status).toBe(200);
    expect((await ask(second.secret, '/api/key')).status).toBe(200);
    const third = await renew(0);
    expect((await ask(secret, '/api/key')).status).toBe(401);
    expect((await ask(second.secret, '/api/key')).status).toBe(401);
    expect((await ask(third.secret, '/api/key')).status).toBe(200);
  });

  it('ends when it is revoked, when its time is over, and when its person leaves', async () => {
    const revoked = await makeKey(cellar, ['threads:read']);
    await cellar.json('DELETE', `${home(cellar)}/keys/${revoked.key.id}`);
    expect((await ask(revoked.secret, '/api/key')).status).toBe(401);
    const over = await makeKey(cellar, ['threads:read']);
    await test.house.platform.database.inWorkspace(cellar.workspaceId, (tx) =>
      tx.execute(sql`update api_keys set expires_at = now() where id = ${over.key.id}`),
    );
    expect((await ask(over.secret, '/api/key')).status).toBe(401);
    const colleague = await hire('trainee');
    const theirs = await colleague.makeKey(['threads:read']);
    expect((await ask(theirs.secret, '/api/key')).status).toBe(200);
    await cellar.json('DELETE', `${home(cellar)}/members/${colleague.personId}`);
    expect((await ask(theirs.secret, '/api/key')).status).toBe(401);
  });

  it('cannot be given more than its person may do, nor seen or ended by a colleague', async () => {
    const colleague = await hire('trainee');
    await expect(colleague.makeKey(['replies:send'])).rejects.toThrow('scope-not-yours');
    const { key } = await makeKey(cellar, ['threads:read']);
    const listed = await colleague.ask('GET', `${home(cellar)}/keys`);
    expect(await listed.text()).not.toContain(key.id);
    expect((await colleague.ask('DELETE', `${home(cellar)}/keys/${key.id}`)).status).toBe(404);
  });

  it('is asked to wait when it comes too often, and told how many requests are left', async () => {
    const { secret } = await makeKey(cellar, ['threads:read'], { perMinute: 10 });
    const answers: Response[] = [];
    for (let count = 0; count < 11; count += 1) answers.push(await ask(secret, '/api/key'));
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"minute";r=9;t=\d+$/);
    expect(answers.at(-1)?.status).toBe(429);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the reference of the API', () => {
  it('says for every address whether a key may come, and with which scope', async () => {
    const document = (await (await fetch(new URL('/api/openapi.json', test.url))).json()) as {
      components: { securitySchemes: Record<string, unknown> };
      paths: Record<string, Record<string, { security?: Record<string, string[]>[] }>>;
    };
    expect(Object.keys(document.components.securitySchemes)).toEqual(['session', 'key']);
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { security }] of Object.entries(methods)) {
        expect(security, `${method} ${path}`).toBeDefined();
        const scope = path.startsWith('/api/workspaces/{') ? scopeOf(method.toUpperCase(), path) : null;
        if (path !== '/api/key')
          expect(security?.find((one) => one.key)?.key).toEqual(scope ? [scope] : undefined);
      }
  });
});

const hire = async (role: 'trainee') => {
  const email = `prova-${randomBytes(6).toString('hex')}@cantina.example`;
  const password = randomBytes(12).toString('base64url');
  const { platform } = test.house;
  const personId = await platform.database.asInstallation((tx) =>
    addMember(
      tx,
      { workspaceId: cellar.workspaceId, person: { name: 'Ada', email, password }, roles: [role] },
      new Date(),
    ),
  );
  await platform.database.asInstallation((tx) => tx.execute('delete from rate_limits'));
  const signedIn = await fetch(new URL('/api/auth/sign-in/email', test.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: test.url },
    body: JSON.stringify({ email, password }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const askAs = (method: string, path: string, body?: object) =>
    fetch(new URL(path, test.url), {
      method,
      headers: { cookie, origin: test.url, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return {
    personId,
    ask: askAs,
    makeKey: async (scopes: readonly string[]): Promise<Made> => {
      const response = await askAs('POST', `${home(cellar)}/keys`, { name: 'Mia', scopes, days: 30 });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Made;
    },
  };
};
