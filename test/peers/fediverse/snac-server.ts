import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canListen, freePort } from '../kit/free-port.ts';
import { startServerProcess } from '../kit/server-process.ts';
import { isListening } from '../kit/wait-until.ts';
import { addSnacUser, createSnacFolder, snacProgram } from './snac-folder.ts';
import { obtainToken, signInAsBrowser } from './snac-oauth.ts';

export { createApp, type SnacApp } from './snac-oauth.ts';

/** A status as the Mastodon API gives it, the fields tests look at. */
export interface SnacStatus {
  readonly id: string;
  readonly uri: string;
  readonly content: string;
  readonly visibility: string;
  readonly in_reply_to_id: string | null;
  readonly account: { readonly acct: string };
  readonly media_attachments: readonly { readonly url: string; readonly description: string }[];
}

export interface SnacNotification {
  readonly id: string;
  readonly type: string;
  readonly account: { readonly acct: string };
  readonly status?: SnacStatus;
}

export interface SnacPostOptions {
  /** URI of the post answered, on this host or another. */
  readonly inReplyTo?: string;
  readonly visibility?: 'public' | 'private';
}

export interface SnacServer {
  /** For example http://127.77.3.9 */
  readonly url: string;
  /** What stands after the last @ of a user's name. */
  readonly host: string;
  readonly users: readonly { readonly name: string; readonly password: string; readonly actor: string }[];
  /** A token of that user, obtained as a browser would; the same one each time. */
  token(user: string): Promise<string>;
  /** Signs in on the page an application sent the person to; returns where the browser is sent back. */
  signIn(authorizeUrl: string, user: string): Promise<string>;
  /** One call of the Mastodon API as that user; throws unless the answer is 2xx. */
  api<Answer>(user: string, method: string, apiPath: string, body?: object): Promise<Answer>;
  post(user: string, text: string, options?: SnacPostOptions): Promise<SnacStatus>;
  edit(user: string, status: SnacStatus, text: string): Promise<SnacStatus>;
  /** Deletes as on snac's web page (its Mastodon API cannot), which tells the servers of followers only. */
  remove(user: string, uri: string): Promise<void>;
  follow(user: string, actor: string): Promise<void>;
  /** The user's own posts, newest first. */
  statuses(user: string): Promise<readonly SnacStatus[]>;
  notifications(user: string): Promise<readonly SnacNotification[]>;
  /** What the server said lately, for error messages. */
  log(): string;
  stop(): Promise<void>;
}

export interface SnacOptions {
  readonly users: readonly string[];
  /** Its own loopback address; unless told, one that nobody uses. */
  readonly host?: string;
}

/**
 * A real snac on port 80 of its own loopback address where we may listen there (as root, and in most containers),
 * else on a free high port of it: then all works but mentions, in which snac takes no port. Boots in 0.7 s.
 */
export async function startSnac({ users: names, host }: SnacOptions): Promise<SnacServer> {
  const address = host ?? (await freeAddress());
  const port = (await canListen(address, 80)) ? 80 : await freePort(address);
  const name = port === 80 ? address : `${address}:${port}`;
  const scratch = mkdtempSync(path.join(tmpdir(), 'passaparola-snac-'));
  const folder = path.join(scratch, 'data');
  const dropScratch = () => rmSync(scratch, { recursive: true, force: true });
  try {
    await createSnacFolder({ folder, address, port, name });
    const url = `http://${name}`;
    const users = await addUsers(folder, url, names);
    const httpd = await startServerProcess({
      command: snacProgram,
      args: ['httpd', folder],
      listens: [{ host: address, port }],
    });
    const stop = async () => {
      await httpd.stop();
      dropScratch();
    };
    return { url, host: name, users, log: httpd.log, stop, ...actsOf(url, users) };
  } catch (error) {
    dropScratch();
    throw error;
  }
}

async function addUsers(folder: string, url: string, names: readonly string[]): Promise<SnacServer['users']> {
  const users: SnacServer['users'][number][] = [];
  for (const name of names) {
    users.push({ name, password: await addSnacUser(folder, name), actor: `${url}/${name}` });
  }
  return users;
}

async function freeAddress(): Promise<string> {
  const part = () => 1 + Math.floor(Math.random() * 254);
  const address = `127.77.${part()}.${part()}`;
  return (await isListening(address, 80)) ? freeAddress() : address;
}

type Acts = Omit<SnacServer, 'url' | 'host' | 'users' | 'stop' | 'log'>;

function actsOf(url: string, users: SnacServer['users']): Acts {
  const tokens = new Map<string, Promise<string>>();
  const passwordOf = (name: string) => {
    const user = users.find((candidate) => candidate.name === name);
    if (user === undefined) throw new Error(`This snac has no user ${name}`);
    return user.password;
  };
  const token = (user: string) => {
    const known = tokens.get(user) ?? obtainToken(url, { user, password: passwordOf(user) });
    tokens.set(user, known);
    return known;
  };
  const api: Acts['api'] = async <Answer>(user: string, method: string, apiPath: string, body?: object) => {
    const headers = { authorization: `Bearer ${await token(user)}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${apiPath}`, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
    });
    if (!answer.ok) throw new Error(`snac ${method} ${apiPath}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const act = async (user: string, form: Record<string, string>) => {
    const authorization = `Basic ${Buffer.from(`${user}:${passwordOf(user)}`).toString('base64')}`;
    // Exactly this type: with the charset that fetch would add, snac does not read the form and answers 404.
    const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(form).toString();
    const page = `${url}/${user}/admin/action`;
    const answer = await fetch(page, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    if (answer.status >= 400) throw new Error(`snac ${form.action}: ${answer.status}`);
  };
  const localId = async (user: string, uri: string) => {
    const query = new URLSearchParams({ q: uri, resolve: 'true', type: 'statuses' });
    const found = await api<{ statuses: SnacStatus[] }>(user, 'GET', `/api/v2/search?${query}`);
    const [status] = found.statuses;
    if (status === undefined) throw new Error(`snac does not find ${uri}`);
    return status.id;
  };
  return {
    token,
    signIn: (authorizeUrl, user) => signInAsBrowser(authorizeUrl, { user, password: passwordOf(user) }),
    api,
    post: async (user, text, { inReplyTo, visibility = 'public' } = {}) => {
      const reply = inReplyTo === undefined ? {} : { in_reply_to_id: await localId(user, inReplyTo) };
      return api(user, 'POST', '/api/v1/statuses', { status: text, visibility, ...reply });
    },
    edit: (user, { id }, text) => api(user, 'PUT', `/api/v1/statuses/${id}`, { status: text }),
    remove: (user, uri) => act(user, { action: 'Delete', id: uri, actor: `${url}/${user}` }),
    follow: (user, actor) => act(user, { action: 'Follow', actor }),
    statuses: async (user) => {
      const { id } = await api<{ id: string }>(user, 'GET', '/api/v1/accounts/verify_credentials');
      return api(user, 'GET', `/api/v1/accounts/${id}/statuses`);
    },
    notifications: (user) => api(user, 'GET', '/api/v1/notifications'),
  };
}
