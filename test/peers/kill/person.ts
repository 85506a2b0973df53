import type { Program } from './program.ts';

const PASSWORD = 'una parola lunga di prova';

/** Somebody at a browser of the program: the coordinator, who came in by the set-up link. */
export type Person = {
  readonly url: string;
  readonly workspaceId: string;
  readonly slug: string;
  readonly cookie: string;
  /** An answer of the program, or undefined when it was not there to give one. */
  ask<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: Body } | undefined>;
  /** The same, of a program that is there: throws unless it agrees. */
  expectDone<Body = unknown>(method: string, path: string, body?: unknown): Promise<Body>;
};

/** The first start's link, followed through HTTP: a company, its first person, signed in. */
export const setUp = async (program: Program, company = 'Cantina Rocca'): Promise<Person> => {
  const token = /\/avvio\/(\S+)/.exec(program.said())?.[1] ?? '';
  const response = await fetch(`${program.url}/api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: program.url },
    body: JSON.stringify({
      token,
      company,
      name: 'Marta Rossi',
      email: 'marta@cantina.example',
      password: PASSWORD,
    }),
  });
  const made = (await response.json()) as { workspaceId: string; slug: string };
  if (response.status !== 201) throw new Error(`set-up: ${response.status} ${JSON.stringify(made)}`);
  return personAt(program.url, cookiesOf(response), made.slug);
};

export const signIn = async (url: string, slug: string): Promise<Person> => {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'marta@cantina.example', password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return personAt(url, cookiesOf(response), slug);
};

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const personAt = async (url: string, cookie: string, slug: string): Promise<Person> => {
  const ask: Person['ask'] = async <Body>(method: string, path: string, body?: unknown) => {
    try {
      const response = await fetch(new URL(path, url), {
        method,
        headers: {
          cookie,
          origin: url,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
    } catch {
      return undefined;
    }
  };
  const me = await ask<{ workspaces: { id: string; slug: string }[] }>('GET', '/api/me');
  const workspaceId = me?.body.workspaces.find((one) => one.slug === slug)?.id;
  if (!workspaceId) throw new Error(`not a member of ${slug}: ${JSON.stringify(me)}`);
  return {
    url,
    workspaceId,
    slug,
    cookie,
    ask,
    expectDone: async <Body>(method: string, path: string, body?: unknown) => {
      const answered = await ask<Body>(method, path, body);
      if (!answered || answered.status >= 300)
        throw new Error(`${method} ${path}: ${JSON.stringify(answered)}`);
      return answered.body;
    },
  };
};
