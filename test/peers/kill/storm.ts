import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { postgresPort } from '../../../src/platform/db/postgres-place.ts';
import { waitUntil } from '../kit/wait-until.ts';
import type { Person } from './person.ts';
import type { Program } from './program.ts';

/** The other side, which stays up: what it has accepted for us and from us is the truth. */
export type Peer = {
  /** A stranger's message with this number in its text; its native id, once the peer has accepted it. */
  write(number: number): Promise<string>;
  /** The texts of ours that reached the other side, as often as they did. */
  delivered(): Promise<readonly string[]>;
};

export type Storm = {
  readonly program: Program;
  readonly person: Person;
  readonly peer: Peer;
  /** Milliseconds between two messages of the strangers. */
  readonly writeEvery: number;
};

/** What was acknowledged while the storm lasted. */
export type Promises = {
  /** Native ids that the peer accepted. */
  readonly written: string[];
  /** Ids of replies that we answered 201, with their number. */
  readonly replies: Map<string, number>;
  readonly notes: Set<string>;
  /** Thread id to text. */
  readonly drafts: Map<string, string>;
};

export type Kill = 'program' | 'program-and-database' | 'database';

/** A repeatable stream of numbers from 0 to 1 (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Strangers write and our person answers, without a pause, whatever is dead; `end` waits for what is under way. */
export const startStorm = (storm: Storm): { readonly promises: Promises; end(): Promise<void> } => {
  const promises: Promises = { written: [], replies: new Map(), notes: new Set(), drafts: new Map() };
  const ended = new AbortController();
  const working = [keepWriting(storm, promises, ended.signal), keepAnswering(storm, promises, ended.signal)];
  return {
    promises,
    end: async () => {
      ended.abort();
      await Promise.all(working);
    },
  };
};

const keepWriting = async ({ peer, writeEvery }: Storm, promises: Promises, signal: AbortSignal) => {
  for (let number = 1; !signal.aborted; number += 1) {
    promises.written.push(await peer.write(number));
    await pause(writeEvery);
  }
};

type Page = { readonly threads: readonly { readonly id: string; readonly waitingFor: string }[] };
type Thread = { readonly mentions: readonly { id: string; ours: boolean; body: string }[] };

/** Each message is answered once, under an id that is tried until it is acknowledged; every third gets a note and a draft too. */
const keepAnswering = async ({ person }: Storm, promises: Promises, signal: AbortSignal) => {
  const home = `/api/workspaces/${person.workspaceId}`;
  const ids = new Map<string, string>();
  const done = new Set<string>();
  const answer = async (threadId: string, mention: Thread['mentions'][number]) => {
    const number = numberIn(mention.body);
    const id = ids.get(mention.id) ?? randomUUID();
    ids.set(mention.id, id);
    const body = `Risposta n. ${number}: grazie, a presto.`;
    const written = await person.ask('POST', `${home}/threads/${threadId}/replies`, {
      id,
      mentionId: mention.id,
      body,
    });
    if (!written) return;
    if (written.status >= 500) return;
    if (written.status !== 201) throw new Error(`an answer was refused: ${JSON.stringify(written)}`);
    promises.replies.set(id, number);
    done.add(mention.id);
    await person.ask('POST', `${home}/replies/${id}/send-now`);
    if (number % 3 === 0) await writeBeside(threadId, number);
  };
  const writeBeside = async (threadId: string, number: number) => {
    const [note, draft] = [`Nota n. ${number}`, `Bozza n. ${number}`];
    const noted = await person.ask('POST', `${home}/threads/${threadId}/notes`, { body: note });
    if (noted?.status === 201) promises.notes.add(note);
    const kept = await person.ask('PUT', `${home}/threads/${threadId}/draft`, { body: draft });
    if (kept?.status === 200) promises.drafts.set(threadId, draft);
  };
  while (!signal.aborted) {
    const page = await person.ask<Page>('GET', `${home}/threads?view=waiting&limit=100`);
    for (const { id } of page?.status === 200 ? page.body.threads : []) {
      if (signal.aborted) return;
      const thread = await person.ask<Thread>('GET', `${home}/threads/${id}`);
      if (thread?.status !== 200) break;
      const open = thread.body.mentions.find((one) => !one.ours && !done.has(one.id));
      if (open) await answer(id, open);
    }
    await pause(30);
  }
};

export const numberIn = (text: string): number => Number(/n\. (\d+)/.exec(text)?.[1]);

/** How long a kill waits for an answer to be written, ms: where a peer is slow to hand over, few would be under way. */
const PATIENCE_MS = 20_000;

/**
 * Kills at random moments, also in the middle of a start, `times` times; at the end the program serves. With `answered` (how
 * many answers there are so far) every kill but the early ones comes shortly after one more: while something is being sent.
 */
export const killMany = async (
  { program }: Pick<Storm, 'program'>,
  times: number,
  random: () => number,
  answered?: () => number,
): Promise<readonly Kill[]> => {
  const kinds: readonly Kill[] = ['program', 'program-and-database', 'database'];
  const killed: Kill[] = [];
  while (killed.length < times) {
    const kind = kinds[killed.length % 3] ?? 'program';
    // Now and then the start itself is cut short.
    const isEarly = kind !== 'database' && random() < 0.2;
    if (!isEarly) await program.ready();
    if (!isEarly && answered) await oneMore(answered);
    await pause(isEarly ? random() * 1_500 : 100 + random() * 1_900);
    if (await strike(program, kind)) killed.push(kind);
  }
  await program.ready();
  return killed;
};

const oneMore = async (answered: () => number): Promise<void> => {
  const before = answered();
  await waitUntil(() => answered() > before, {
    what: 'one more answer',
    within: PATIENCE_MS,
    every: 20,
  }).catch(() => undefined);
};

/** False when there was nothing to kill yet. */
const strike = async (program: Program, kind: Kill): Promise<boolean> => {
  const database = program.databasePid();
  if (kind !== 'program') {
    if (database === undefined || !killPid(database)) return false;
    if (kind === 'database') return true;
  }
  await program.kill();
  program.spawn();
  return true;
};

const killPid = (pid: number): boolean => {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
};

/** A look into the database of the program, past the program. */
export const askDatabase = async <Row extends pg.QueryResultRow>(
  program: Program,
  query: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => {
  const client = new pg.Client({
    host: path.join(program.dataDir, 'postgres'),
    port: postgresPort,
    user: 'passaparola',
    database: 'passaparola',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select set_config('passaparola.workspace', '*', false)");
    return (await client.query<Row>(query, [...values])).rows;
  } finally {
    await client.end();
  }
};

/** Waits until every answer has ended and every accepted message has come in: what is missing after that is lost. */
export const untilQuiet = async (program: Program, promises: Promises, within: number): Promise<void> => {
  await waitUntil(
    async () => {
      const [row] = await askDatabase<{ open: number; untold: number; heard: number }>(
        program,
        `select (select count(*)::int from replies where state not in ('sent', 'failed')) as open,
          (select count(*)::int from mentions m where not exists (select from thread_mentions t
            where t.workspace_id = m.workspace_id and t.mention_id = m.id)) as untold,
          (select count(*)::int from thread_mentions t join mentions m on m.id = t.mention_id
            where m.native_id = any($1)) as heard`,
        [promises.written],
      ).catch(() => []);
      return row?.open === 0 && row.untold === 0 && row.heard >= promises.written.length;
    },
    { what: 'all to have come to rest', within, every: 500 },
  ).catch(() => undefined);
};

/** How what was promised differs from what is: every list is empty when nothing was lost and nothing doubled. */
export const differences = async ({ program, peer }: Storm, promises: Promises) => {
  const mentions = await askDatabase<{ native_id: string; threads: number; seen: number }>(
    program,
    `select m.native_id, count(distinct m.id)::int as seen, count(t.mention_id)::int as threads
      from mentions m left join thread_mentions t on t.workspace_id = m.workspace_id and t.mention_id = m.id
      group by m.native_id`,
  );
  const heard = new Map(mentions.map((row) => [row.native_id, row]));
  const replies = await askDatabase<{ id: string; state: string; problem: unknown }>(
    program,
    'select id, state, problem from replies',
  );
  const stateOf = new Map(replies.map(({ id, state }) => [id, state]));
  const notes = await askDatabase<{ body: string }>(program, 'select body from notes');
  const drafts = await askDatabase<{ thread_id: string; body: string }>(
    program,
    'select thread_id, body from drafts',
  );
  const arrived = Map.groupBy((await peer.delivered()).map(numberIn), (number) => number);
  const promised = new Set(promises.replies.values());
  return {
    notHeard: promises.written.filter((id) => !heard.has(id)),
    heardTwice: mentions.filter(({ seen }) => seen !== 1).map(({ native_id }) => native_id),
    notInOneThread: mentions.filter(({ threads }) => threads !== 1).map(({ native_id }) => native_id),
    notSent: [...promises.replies]
      .filter(([id]) => stateOf.get(id) !== 'sent')
      .map(([id, number]) => `${number}: ${stateOf.get(id) ?? 'lost'}`),
    notArrived: [...promised].filter((number) => !arrived.has(number)),
    arrivedTwice: [...arrived].filter(([, all]) => all.length > 1).map(([number]) => number),
    notesLost: [...promises.notes].filter((body) => !notes.some((note) => note.body === body)),
    draftsLost: [...promises.drafts]
      .filter(([id, body]) => !drafts.some((draft) => draft.thread_id === id && draft.body === body))
      .map(([, body]) => body),
  };
};

export const noDifference: Awaited<ReturnType<typeof differences>> = {
  notHeard: [],
  heardTwice: [],
  notInOneThread: [],
  notSent: [],
  notArrived: [],
  arrivedTwice: [],
  notesLost: [],
  draftsLost: [],
};
