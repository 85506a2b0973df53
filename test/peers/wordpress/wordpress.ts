import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { freePort } from '../kit/free-port.ts';
import { startMariadb } from './mariadb.ts';
import { asNobody, giveTo } from './nobody.ts';
import { startPhpServers } from './php-servers.ts';

const SOURCE = '/opt/passaparola-peers/wordpress/usr/share/wordpress';
const FILES = path.join(import.meta.dirname, 'site');

export type Person = { readonly name: string; readonly id: number; readonly password: string };

export interface WordPress {
  readonly url: string;
  /** A published post that takes comments and pingbacks. */
  readonly post: number;
  /** `marta` administers, `elena` edits, `luca` only reads. */
  person(name: 'marta' | 'elena' | 'luca'): Person;
  /** A visitor's comment, by the form under the post; returns the HTTP status. */
  comment(
    words: string,
    by?: { readonly name?: string; readonly email?: string; readonly url?: string },
  ): Promise<number>;
  /** So many public comments, a minute apart. */
  manyComments(count: number): void;
  /** The REST API as Marta. */
  api<Body>(method: string, route: string, body?: unknown): Promise<Body>;
  /** What WordPress does by the clock, such as pings to the pages of a new post. */
  runSchedule(): Promise<void>;
  log(): string;
  stop(): Promise<void>;
}

const InstalledSchema = z.object({
  post: z.number(),
  people: z.record(z.string(), z.object({ id: z.number(), password: z.string() })),
});

/** Debian's WordPress on PHP's own server and a MariaDB of its own, on loopback, in a folder that goes when it stops. */
export async function startWordPress(): Promise<WordPress> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pp-wordpress-'));
  chmodSync(folder, 0o755);
  const root = layOut(folder);
  const database = await startMariadb(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    PEER_URL: url,
    PEER_ROOT: root,
    PEER_DB_PORT: String(database.port),
  };
  const installed = install(env, root);
  const server = await startPhpServers(port, root, env);
  const person = (name: string): Person => {
    const found = installed.people[name];
    if (!found) throw new Error(`nobody is called ${name}`);
    return { name, ...found };
  };
  return {
    url,
    post: installed.post,
    person,
    comment: (words, by = {}) => writeComment(url, installed.post, words, by),
    manyComments: (count) => {
      const [command = '', ...args] = asNobody([
        '/usr/bin/php',
        path.join(FILES, 'many.php'),
        String(installed.post),
        String(count),
      ]);
      const done = spawnSync(command, args, { env, cwd: root, encoding: 'utf8', timeout: 60_000 });
      if (done.status !== 0) throw new Error(`comments could not be written: ${done.stdout} ${done.stderr}`);
    },
    api: (method, route, body) => callAs(url, person('marta'), method, route, body),
    runSchedule: async () => {
      await (await fetch(`${url}/wp-cron.php`)).arrayBuffer();
    },
    log: server.log,
    stop: async () => {
      await server.stop();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** WordPress finds its configuration beside its own first file: those files are copied, the large folders are linked to. */
const layOut = (folder: string): string => {
  const root = path.join(folder, 'site');
  for (const inner of ['wp-content/themes/prova', 'wp-content/plugins', 'mu-plugins'])
    mkdirSync(path.join(root, inner), { recursive: true });
  for (const name of readdirSync(SOURCE)) {
    if (name.endsWith('.php') && name !== 'wp-config.php')
      copyFileSync(path.join(SOURCE, name), path.join(root, name));
  }
  for (const name of ['wp-includes', 'wp-admin']) symlinkSync(path.join(SOURCE, name), path.join(root, name));
  copyFileSync(path.join(FILES, 'config.php'), path.join(root, 'wp-config.php'));
  copyFileSync(path.join(FILES, 'peer.php'), path.join(root, 'mu-plugins/peer.php'));
  copyFileSync(path.join(FILES, 'index.php'), path.join(root, 'wp-content/themes/prova/index.php'));
  writeFileSync(path.join(root, 'wp-content/themes/prova/style.css'), '/*\nTheme Name: Prova\n*/\n');
  giveTo(path.join(root, 'wp-content'));
  return root;
};

const install = (env: NodeJS.ProcessEnv, root: string): z.infer<typeof InstalledSchema> => {
  const [command = '', ...args] = asNobody(['/usr/bin/php', path.join(FILES, 'install.php')]);
  const done = spawnSync(command, args, { env, cwd: root, encoding: 'utf8', timeout: 60_000 });
  try {
    return InstalledSchema.parse(JSON.parse(done.stdout.slice(done.stdout.lastIndexOf('{"post"'))));
  } catch {
    throw new Error(`WordPress could not be installed: ${done.stdout} ${done.stderr}`);
  }
};

const writeComment = async (
  url: string,
  post: number,
  words: string,
  by: { readonly name?: string; readonly email?: string; readonly url?: string },
): Promise<number> => {
  const form = {
    comment_post_ID: String(post),
    comment: words,
    author: by.name ?? 'Anna Bianchi',
    email: by.email ?? 'anna@posta.example',
    url: by.url ?? '',
  };
  const answer = await fetch(`${url}/wp-comments-post.php`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  return answer.status;
};

const callAs = async <Body>(
  url: string,
  { name, password }: Person,
  method: string,
  route: string,
  body: unknown,
): Promise<Body> => {
  const [pathOf = '', query = ''] = route.split('?');
  const answer = await fetch(`${url}/?rest_route=${encodeURIComponent(pathOf)}&${query}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as Body;
};
