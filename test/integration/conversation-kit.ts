import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { ContentLimits, Draft, Receipt, Settlement } from '../../src/channels/index.ts';
import {
  type Correspondent,
  conversationRoom,
  deskOf,
  type OpenCorrespondent,
  threadMentions,
} from '../../src/conversation/index.ts';
import { addMember, createCompany, type Member, type Role } from '../../src/people/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Jobs } from '../../src/platform/jobs/jobs.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { err, ok } from '../../src/platform/result.ts';
import { createTestPlatform } from '../harness/test-platform.ts';

/** A channel whose server is in the test: it counts what it accepted and does as it is told. */
export type ScriptedServer = {
  readonly accepted: { readonly opKey: string; readonly text: string }[];
  /** How the next sendings go, one each; when none is left they are published. */
  readonly script: ((accept: () => Receipt) => Receipt | Promise<Receipt>)[];
  /** What looking brings, one each; when none is left it tells the truth. */
  readonly settlements: Settlement[];
  calls: number;
  isReachable: boolean;
  isPaused: boolean;
};

const limits: ContentLimits = {
  text: { max: 300, unit: 'grapheme' },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: ['public'],
  contentWarning: false,
  subject: false,
};

export const createServer = (): ScriptedServer => ({
  accepted: [],
  script: [],
  settlements: [],
  calls: 0,
  isReachable: true,
  isPaused: false,
});

const correspondentOn = (server: ScriptedServer): Correspondent => ({
  account: { nativeId: 'us', handle: 'cantina' },
  limits,
  compose: (draft: Draft) => {
    const length = [...draft.text].length;
    if (length === 0) return err([{ kind: 'empty' }]);
    return length > 300
      ? err([{ kind: 'too-long', length, max: 300, unit: 'grapheme' }])
      : ok({ text: draft.text });
  },
  send: async (payload, opKey) => {
    server.calls += 1;
    const accept = (): Receipt => {
      server.accepted.push({ opKey, text: (payload as { text: string }).text });
      return { state: 'published', nativeId: `native-${opKey}`, url: `https://example.org/${opKey}` };
    };
    const turn = server.script.shift();
    return turn ? turn(accept) : accept();
  },
  settle: async (_payload, opKey) => {
    const told = server.settlements.shift();
    if (told) return told;
    return server.accepted.some((one) => one.opKey === opKey)
      ? { state: 'published', nativeId: `native-${opKey}` }
      : { state: 'absent' };
  },
});

export type Said = {
  readonly nativeId: string;
  readonly at?: string;
  readonly body?: string;
  readonly title?: string | null;
  readonly form?: string;
  readonly author?: string;
  readonly ours?: boolean;
  readonly addressed?: boolean;
  readonly automatic?: string | null;
  readonly parent?: string | null;
  readonly root?: string | null;
  readonly references?: readonly string[];
};

/** A house with one company, one connection and a clock that stands still at nine in the morning. */
export const createHouse = async () => {
  const clock = fixedClock(new Date('2026-03-02T08:00:00Z'));
  const { platform: ground, close } = await createTestPlatform({ clock });
  const planned: { readonly name: string; readonly startAfter: Date | undefined }[] = [];
  const jobs: Jobs = {
    send: async (_tx, name, _data, options) => {
      planned.push({ name, startAfter: options?.startAfter });
    },
    start: async () => {},
    stop: async () => {},
  };
  const platform: Platform = { ...ground, jobs };
  const server = createServer();
  const openCorrespondent: OpenCorrespondent = async (_workspaceId, _connectionId, purpose = 'answer') => {
    if (server.isPaused && purpose === 'answer') {
      return err({ kind: 'paused', reason: { it: 'In pausa.', en: 'Paused.' } });
    }
    return server.isReachable
      ? ok(correspondentOn(server))
      : err({ kind: 'channel', problem: { kind: 'unreachable', detail: 'no line' } });
  };
  const options = { openCorrespondent };
  return {
    platform,
    clock,
    server,
    planned,
    options,
    desk: deskOf(platform, options),
    room: conversationRoom(platform, options),
    close: () => close(),
  };
};

export type House = Awaited<ReturnType<typeof createHouse>>;

let companies = 0;

/** A company with a coordinator and a connection. */
export const createWorkspace = async (house: House) => {
  companies += 1;
  const { database, clock } = house.platform;
  const name = `Cantina ${companies}`;
  const person = { name: 'Carla', email: `carla${companies}@example.org`, password: 'correct horse battery' };
  const created = await database.asInstallation((tx) =>
    createCompany(tx, { company: name, person }, clock.now()),
  );
  const { workspaceId, personId } = created;
  const connectionId = newId();
  await database.inWorkspace(workspaceId, (tx) =>
    tx.execute(sql`insert into connections (workspace_id, id, channel, name, settings)
      values (${workspaceId}, ${connectionId}, 'scripted', 'Scripted', '{}')`),
  );
  const coordinator: Member = {
    kind: 'member',
    workspaceId,
    personId,
    name: 'Carla',
    roles: ['coordinator'],
  };
  return { workspaceId, connectionId, coordinator };
};

export type Company = Awaited<ReturnType<typeof createWorkspace>>;

export const createColleague = async (
  house: House,
  company: Company,
  name: string,
  roles: readonly Role[],
) => {
  companies += 1;
  const person = { name, email: `person${companies}@example.org`, password: 'correct horse battery' };
  const { workspaceId } = company;
  const personId = await house.platform.database.asInstallation((tx) =>
    addMember(tx, { workspaceId, person, roles }, house.clock.now()),
  );
  return { kind: 'member', workspaceId, personId, name, roles } as Member;
};

const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Writes mentions as the listening room does, without threading them; returns their ids. */
export const write = (house: House, company: Company, said: readonly Said[]): Promise<string[]> =>
  house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    const { workspaceId, connectionId } = company;
    const rows = said.map((one) => ({
      id: uuidOf(`${workspaceId} ${connectionId} ${one.nativeId}`),
      native_id: one.nativeId,
      author: one.author ?? (one.ours ? 'us' : 'anna'),
      author_id: uuidOf(`${workspaceId} ${one.author ?? (one.ours ? 'us' : 'anna')}`),
      ours: one.ours ?? false,
      addressed: one.addressed ?? !one.ours,
      form: one.form ?? 'post',
      automatic: one.automatic ?? null,
      title: one.title ?? null,
      body: one.body ?? `Parole di ${one.nativeId}`,
      parent: one.parent ?? null,
      root: one.root ?? null,
      refs: one.references ?? [],
      said_at: one.at ?? '2026-03-02T07:00:00Z',
    }));
    const json = JSON.stringify(rows);
    await tx.execute(sql`
      insert into authors (workspace_id, id, channel, native_id, name, handle)
      select distinct ${workspaceId}::uuid, author_id, 'scripted', author, initcap(author), author
      from jsonb_to_recordset(${json}::jsonb) as r(author_id uuid, author text) on conflict do nothing`);
    await tx.execute(sql`
      insert into mentions (workspace_id, id, connection_id, channel, native_id, revision, author_id, ours, addressed,
        form, visibility, automatic, title, body, parent_native_id, root_native_id, "references", links, media,
        content_hash, reply_context, said_at, received_at)
      select ${workspaceId}::uuid, id, ${connectionId}::uuid, 'scripted', native_id, '1', author_id, ours, addressed,
        form, 'public', automatic, title, body, parent, root, refs, '[]', '[]', '', '{}', said_at, said_at
      from jsonb_to_recordset(${json}::jsonb) as r(id uuid, native_id text, author_id uuid, ours boolean,
        addressed boolean, form text, automatic text, title text, body text, parent text, root text, refs jsonb,
        said_at timestamptz)
      on conflict do nothing`);
    return rows.map((row) => row.id);
  });

/** Writes and threads, all in one batch; returns the mentions' ids. */
export const say = async (house: House, company: Company, ...said: readonly Said[]): Promise<string[]> => {
  const ids = await write(house, company, said);
  await house.platform.database.inWorkspace(company.workspaceId, (tx) =>
    threadMentions(tx, company.workspaceId, ids),
  );
  return ids;
};

export const threadOf = (house: House, company: Company, mentionId: string): Promise<string> =>
  house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select thread_id as id from thread_mentions
      where workspace_id = ${company.workspaceId} and mention_id = ${mentionId}`);
    return rows[0]?.id ?? '';
  });
