import { randomBytes } from 'node:crypto';
import { addMember, type Role } from '../../src/people/index.ts';
import type { TestCompany, TestHouse } from '../harness/test-house.ts';

export const home = (company: { readonly workspaceId: string }) => `/api/workspaces/${company.workspaceId}`;

export type Colleague = {
  readonly personId: string;
  readonly cookie: string;
  as(path: string, init?: RequestInit): Promise<Response>;
  json<Body>(method: string, path: string, body?: unknown): Promise<Body>;
};

/** Somebody who works there, signed in. */
export const colleague = async (
  test: TestHouse,
  company: TestCompany,
  name: string,
  roles: readonly Role[],
): Promise<Colleague> => {
  const email = `collega-${randomBytes(6).toString('hex')}@cantina.example`;
  const password = randomBytes(12).toString('base64url');
  const { workspaceId } = company;
  const personId = await test.house.platform.database.asInstallation(async (tx) => {
    await tx.execute('delete from rate_limits');
    return addMember(tx, { workspaceId, person: { name, email, password }, roles }, new Date());
  });
  const signed = await fetch(new URL('/api/auth/sign-in/email', test.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: test.url },
    body: JSON.stringify({ email, password }),
  });
  if (!signed.ok) throw new Error(`sign-in: ${signed.status}`);
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const as: Colleague['as'] = (where, init = {}) =>
    fetch(new URL(where, test.url), { ...init, headers: { cookie, origin: test.url, ...init.headers } });
  const json: Colleague['json'] = async (method, where, body) => {
    const init =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await as(where, { method, ...init });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return { personId, cookie, as, json };
};

/** Something said to the company, written down by hand: the mention and its conversation. */
export const say = async (test: TestHouse, company: TestCompany, who: string, text: string) => {
  const { mentionId } = await company.json<{ mentionId: string }>('POST', `${home(company)}/by-hand`, {
    form: 'call',
    who: { name: who },
    text,
  });
  await test.house.settled();
  const { threads } = await company.json<{ threads: { id: string; preview: string }[] }>(
    'GET',
    `${home(company)}/threads?view=all`,
  );
  const thread = threads.find(({ preview }) => text.startsWith(preview.slice(0, 20)));
  if (!thread) throw new Error('what was said is in no conversation');
  return { mentionId, threadId: thread.id };
};
