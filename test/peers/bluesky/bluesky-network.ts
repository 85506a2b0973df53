import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AtpAgent, RichText } from '@atproto/api';
import { startPostgres } from '../../../src/platform/db/postgres-server.ts';
import { createLog } from '../../../src/platform/log.ts';
import { expectOk } from '../../../src/platform/result.ts';
import { startNetworkChild } from './network-child.ts';
import { startRedis } from './redis-server.ts';

export interface BlueskyAccount {
  readonly did: string;
  readonly handle: string;
  readonly password: string;
  /** The official client, signed in as this person with the main password. */
  readonly agent: AtpAgent;
  /** A fresh app password, as a person makes one in the settings. */
  appPassword(name: string): Promise<string>;
}

export interface PostRef {
  readonly uri: string;
  readonly cid: string;
}

export interface BlueskyNetwork {
  readonly pdsUrl: string;
  readonly appViewUrl: string;
  readonly plcUrl: string;
  /** ws:// address of the PDS' com.atproto.sync.subscribeRepos. */
  readonly firehoseUrl: string;
  /** A person on the PDS; a name without a dot gets `.test`. */
  createAccount(handle: string): Promise<BlueskyAccount>;
  /** Writes a post; mentions, links and tags in the text become facets. */
  post(by: BlueskyAccount, text: string, reply?: { root: PostRef; parent: PostRef }): Promise<PostRef>;
  /** Returns when the AppView has seen everything written so far. */
  processAll(): Promise<void>;
  /** How many records the PDS really stores in that collection (e.g. app.bsky.feed.post) of that person. */
  countRecords(did: string, collection: string): Promise<number>;
  stop(): Promise<void>;
}

/** A whole real Bluesky network on loopback, with its own PostgreSQL and Redis. Boots in about 12 seconds. */
export async function startBlueskyNetwork(): Promise<BlueskyNetwork> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const databaseUrl = await startDatabase(stops);
    const redis = await startRedis();
    stops.push(redis.stop);
    const child = await startNetworkChild(databaseUrl, redis.address, temporaryFolder(stops));
    stops.push(child.stop);
    const { pdsUrl, appViewUrl, plcUrl, processAll } = child;
    return {
      pdsUrl,
      appViewUrl,
      plcUrl,
      firehoseUrl: `${pdsUrl.replace(/^http/, 'ws')}/xrpc/com.atproto.sync.subscribeRepos`,
      createAccount: (handle) => createAccount(pdsUrl, handle),
      post,
      processAll,
      countRecords: (did, collection) => countRecords(pdsUrl, did, collection),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function temporaryFolder(stops: (() => Promise<void>)[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'passaparola-bluesky-'));
  stops.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function startDatabase(stops: (() => Promise<void>)[]): Promise<string> {
  const database = expectOk(
    await startPostgres({ dataDir: temporaryFolder(stops), log: createLog({ level: 'silent' }) }),
  );
  stops.push(() => database.stop());
  const { user, host, port, database: name } = database.connection;
  return `postgresql://${user}@${encodeURIComponent(host)}:${port}/${name}`;
}

async function createAccount(pdsUrl: string, name: string): Promise<BlueskyAccount> {
  const handle = name.includes('.') ? name : `${name}.test`;
  const password = 'parola-di-prova';
  const agent = new AtpAgent({ service: pdsUrl });
  const { data } = await agent.createAccount({ handle, password, email: `${handle}@example.test` });
  const appPassword = async (label: string) => {
    const made = await agent.com.atproto.server.createAppPassword({ name: label });
    return made.data.password;
  };
  return { did: data.did, handle, password, agent, appPassword };
}

async function post(
  by: BlueskyAccount,
  text: string,
  reply?: { root: PostRef; parent: PostRef },
): Promise<PostRef> {
  const rich = new RichText({ text });
  await rich.detectFacets(by.agent);
  const facets = rich.facets === undefined ? {} : { facets: rich.facets };
  return by.agent.post({
    text: rich.text,
    langs: ['it'],
    ...facets,
    ...(reply === undefined ? {} : { reply }),
  });
}

async function countRecords(pdsUrl: string, did: string, collection: string): Promise<number> {
  const agent = new AtpAgent({ service: pdsUrl });
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await agent.com.atproto.repo.listRecords({
      repo: did,
      collection,
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    count += page.data.records.length;
    cursor = page.data.cursor;
  } while (cursor !== undefined);
  return count;
}
