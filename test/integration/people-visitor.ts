import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'drizzle-orm';
import { HTTPException } from 'hono/http-exception';
import {
  addMember,
  authenticationRoutes,
  type CreatedCompany,
  createAuthentication,
  createCompany,
  memberOnly,
  peopleRoutes,
  type Role,
} from '../../src/people/index.ts';
import { problemResponse } from '../../src/platform/http/problem.ts';
import { createRouter, unreadableBody } from '../../src/platform/http/router.ts';
import { sameOriginOnly } from '../../src/platform/http/same-origin.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { waitUntil } from '../peers/kit/wait-until.ts';

const BASE = 'http://127.0.0.1:4321';
export const PASSWORD = 'sangiovese-2026';

// biome-ignore lint/suspicious/noExplicitAny: a body is read as a browser reads it, and the expectations are its type
type Body = any;

export type Answer = { readonly status: number; readonly body: Body; readonly headers: Headers };
type Fetch = (request: Request) => Response | Promise<Response>;

/** The routes of the people room as the server mounts them. */
export const peopleServer = (platform: Platform): Fetch => {
  const authentication = createAuthentication(platform);
  const app = createRouter();
  app.use('/api/*', sameOriginOnly(platform.config));
  app.route('/', authenticationRoutes(platform, authentication));
  app.use('/api/workspaces/:workspaceId/*', memberOnly(platform, authentication));
  app.route('/', peopleRoutes(platform, authentication, '0.0.0'));
  app.onError((error, context) => {
    if (!(error instanceof HTTPException)) throw error;
    return problemResponse(context, unreadableBody);
  });
  return app.fetch as Fetch;
};

/** A browser with its own cookies. */
export const visitor = (server: Fetch, base = BASE) => {
  const cookies = new Map<string, string>();
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await server(
      new Request(base + path, {
        method,
        headers: {
          origin: base,
          ...(cookie && { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...extra,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      headers: response.headers,
    };
  };
  return {
    cookies,
    send,
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown = {}) => send('POST', path, body),
    patch: (path: string, body: unknown) => send('PATCH', path, body),
    delete: (path: string) => send('DELETE', path),
    signIn: (email: string, password = PASSWORD) =>
      send('POST', '/api/auth/sign-in/email', { email, password }),
  };
};

export type Visitor = ReturnType<typeof visitor>;

const keep = (cookies: Map<string, string>, line: string): void => {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  if (value === '' || attributes.some((one) => /^\s*max-age=0$/i.test(one))) cookies.delete(name);
  else cookies.set(name, value);
};

/** What the authenticator app shows now for the address that the enrolment gave. */
export const codeOf = (totpUri: string): Promise<string> => {
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  return createOTP(decodeBase32(secret)).totp();
};

/** RFC 4648, section 6. */
const decodeBase32 = (text: string): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString();
};

/** A company with its coordinator, made without HTTP. */
export const makeCompany = (platform: Platform, company: string, name: string): Promise<CreatedCompany> =>
  platform.database.asInstallation((tx) =>
    createCompany(
      tx,
      { company, person: { name, email: emailOf(name), password: PASSWORD } },
      platform.clock.now(),
    ),
  );

/** A colleague with these roles, made without HTTP. */
export const makeMember = (
  platform: Platform,
  workspaceId: string,
  name: string,
  roles: readonly Role[],
): Promise<string> =>
  platform.database.asInstallation((tx) =>
    addMember(
      tx,
      { workspaceId, roles, person: { name, email: emailOf(name), password: PASSWORD } },
      platform.clock.now(),
    ),
  );

export const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@example.it`;

/** A browser in which this person has signed in. */
export const signedInAs = async (server: Fetch, name: string): Promise<Visitor> => {
  const browser = visitor(server);
  const { status } = await browser.signIn(emailOf(name));
  if (status !== 200) throw new Error(`${name} could not sign in: ${status}`);
  return browser;
};

/** Leaves nobody and nothing behind: quicker than another database for each test. */
export const emptyHouse = ({ database }: Platform): Promise<void> =>
  database.asInstallation(async (tx) => {
    for (const table of tables) await tx.execute(sql.raw(`delete from ${table}`));
  });

const tables = [
  'audit_entries',
  'live_changes',
  'memberships',
  'workspaces',
  'users',
  'verifications',
  'rate_limits',
  'set_up_tokens',
];

/**
 * Answers to requests that truly run at the same time: each has read what it decides on before any may write, because
 * `table` lets nobody write until all of them wait.
 */
export const atOnce = async (
  { database }: Platform,
  table: string,
  requests: readonly (() => Promise<Answer>)[],
): Promise<readonly Answer[]> => {
  const gate = await database.pool.connect();
  try {
    await gate.query('set role none');
    await gate.query('begin');
    await gate.query(`lock table ${table} in share mode`);
    const answers = requests.map((request) => request());
    await waitUntil(
      async () => {
        await gate.query('select pg_stat_clear_snapshot()');
        const { rows } = await gate.query(
          `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows[0].count === requests.length;
      },
      { what: 'all requests to wait at the gate' },
    );
    await gate.query('commit');
    return await Promise.all(answers);
  } finally {
    gate.release(true);
  }
};
