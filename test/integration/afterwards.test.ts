import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  afterwardsPageRoutes,
  afterwardsRoom,
  afterwardsRoutes,
  askByItself,
  considerThreads,
  hearAnswers,
} from '../../src/afterwards/index.ts';
import { hearMentions, openCase, readCase, takeStep } from '../../src/care/index.ts';
import { deliverReply } from '../../src/conversation/index.ts';
import type { PeopleEnv } from '../../src/people/index.ts';
import { createRouter } from '../../src/platform/http/router.ts';
import { expectOk } from '../../src/platform/result.ts';
import { type Company, createHouse, createWorkspace, type House, say, threadOf } from './conversation-kit.ts';

let house: House;
let company: Company;

beforeAll(async () => {
  house = await createHouse();
});
afterAll(() => house.close());

const usual = {
  isOn: true,
  automaticOn: [] as string[],
  delayMinutes: 60,
  quietDays: 90,
  way: 'reply',
  scale: 5,
  register: 'lei',
  asksInPublic: false,
};

const rows = <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<readonly Row[]> =>
  house.platform.database.inWorkspace(
    company.workspaceId,
    async (tx) => (await tx.execute(query)).rows as unknown as readonly Row[],
  );

const call = async <Body>(method: string, path: string, body?: unknown) => {
  const router = createRouter<PeopleEnv>();
  router.use('*', async (context, next) => {
    context.set('actor', company.coordinator);
    await next();
  });
  router.route('/', afterwardsRoutes(house.platform, house.options));
  const headers = { 'content-type': 'application/json', 'accept-language': 'it' };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await router.request(`/api/workspaces/${company.workspaceId}${path}`, init);
  const text = await response.text();
  return { status: response.status, json: (text ? JSON.parse(text) : null) as Body };
};

type Today = {
  proposals: { id: string; body: string; question: string }[];
  thanks: { mentionId: string; body: string }[];
};
type Results = {
  questions: {
    question: string;
    asked: number;
    answered: { count: number };
    good: { count: number; of: number };
  }[];
  passedOver: Record<string, number>;
  answers: { score: number | null; words: string | null; readFrom: string }[];
};

const today = async () => (await call<Today>('GET', '/afterwards')).json;
const results = async () => (await call<Results>('GET', '/askings/results')).json;

/** A company of its own, which asks. */
const begin = async (settings: Partial<typeof usual> = {}) => {
  company = await createWorkspace(house);
  expect((await call('PUT', '/askings/settings', { ...usual, ...settings })).status).toBe(200);
};

/** Somebody wrote to us in private, we answered, and the conversation was closed. */
const closed = async (who: string, { visibility = 'direct', body = 'Mi aiutate?' } = {}) => {
  const [question = ''] = await say(house, company, { nativeId: `${who}-1`, author: who, body });
  await rows(sql`update mentions set visibility = ${visibility} where workspace_id = ${company.workspaceId}`);
  await say(house, company, {
    nativeId: `${who}-2`,
    ours: true,
    parent: `${who}-1`,
    body: 'Ecco fatto.',
    at: '2026-03-02T07:30:00Z',
  });
  const threadId = await threadOf(house, company, question);
  await rows(sql`update threads set status = 'done', assignee_id = ${company.coordinator.personId}
    where workspace_id = ${company.workspaceId} and id = ${threadId}`);
  return { threadId, mentionId: question };
};

/** Another conversation of theirs, which ended too. */
const another = async (who: string): Promise<string> => {
  const [other = ''] = await say(house, company, { nativeId: `${who}-x`, author: who, body: 'Altro' });
  await rows(sql`update mentions set visibility = 'direct' where workspace_id = ${company.workspaceId}`);
  const threadId = await threadOf(house, company, other);
  await rows(sql`update threads set status = 'done', last_ours_at = now(), assignee_id = ${company.coordinator.personId}
    where workspace_id = ${company.workspaceId} and id = ${threadId}`);
  return threadId;
};

const ground = () => ({ ...house.desk, sealer: house.platform.sealer });
const consider = (...threadIds: string[]) => considerThreads(ground(), company.workspaceId, threadIds);

/** Sends a proposal and lets the time of an undo pass. */
const send = async ({ id, body }: { readonly id: string; readonly body: string }) => {
  const sent = await call<{ replyId: string }>('POST', `/askings/${id}/send`, { body });
  expect(sent).toMatchObject({ status: 200 });
  house.clock.advance(11_000);
  await deliverReply(house.desk, company.workspaceId, sent.json.replyId);
  return sent.json.replyId;
};

const replyFrom = async (who: string, threadId: string, text: string) => {
  await say(house, company, {
    nativeId: `${who}-3`,
    author: who,
    parent: `${who}-2`,
    body: text,
    at: new Date(house.clock.now().getTime() + 1_000).toISOString(),
  });
  house.clock.advance(2_000);
  await hearAnswers(ground(), company.workspaceId, [threadId]);
};

describe('a conversation that ended', () => {
  it('is asked about by the person who had it, in its own thread, and the answer is read', async () => {
    await begin();
    const { threadId } = await closed('anna');
    await consider(threadId);
    await consider(threadId);
    const [proposal] = (await today()).proposals;
    expect(proposal).toMatchObject({
      question: 'how',
      body: expect.stringContaining('Com’è andata con noi?'),
    });
    const before = house.server.accepted.length;
    await send(proposal as { id: string; body: string });
    expect(house.server.accepted).toHaveLength(before + 1);
    expect((await today()).proposals).toEqual([]);
    expect((await call('GET', `/threads/${threadId}/afterwards`)).status).toBe(200);
    expect((await call('GET', `/threads/${crypto.randomUUID()}/afterwards`)).status).toBe(404);
    await replyFrom('anna', threadId, '5, grazie!');
    await hearAnswers(ground(), company.workspaceId, [threadId]);
    const { questions, answers } = await results();
    expect(questions).toMatchObject([{ asked: 1, answered: { count: 1 }, good: { count: 1, of: 1 } }]);
    expect(answers).toMatchObject([{ score: 5, words: '5, grazie!', readFrom: 'number' }]);
  });

  it('is not asked about in public, of who objected, over insults, or twice: each is counted by its rule', async () => {
    await begin();
    const open = await closed('bice');
    await consider(open.threadId);
    await send((await today()).proposals[0] as { id: string; body: string });
    const again = await another('bice');
    const harsh = await closed('dario');
    const shown = await closed('carlo');
    await rows(sql`update mentions set visibility = 'public' where id = ${shown.mentionId}`);
    await rows(
      sql`update mentions set reading = '{"intents": ["insult"], "toxic": true}' where id = ${harsh.mentionId}`,
    );
    await consider(again);
    await consider(shown.threadId, harsh.threadId);
    expect((await today()).proposals).toEqual([]);
    expect((await results()).passedOver).toEqual({ recently: 1, public: 1, harsh: 1 });
  });

  it('is asked about once a person, though two of theirs end at once', async () => {
    await begin();
    const one = await closed('elena');
    const otherThread = await another('elena');
    await consider(one.threadId, otherThread);
    expect((await today()).proposals).toHaveLength(1);
    expect((await results()).passedOver).toEqual({ recently: 1 });
  });

  it('is never asked about for something in exchange, and not asked about at all by hand is counted', async () => {
    await begin();
    await consider((await closed('franca')).threadId);
    const [proposal] = (await today()).proposals;
    const bait = { body: 'Com’è andata? Se ci lasci 5 stelle hai uno sconto del 10%!' };
    const before = house.server.accepted.length;
    expect((await call('POST', `/askings/${proposal?.id}/send`, bait)).status).toBe(422);
    expect(house.server.accepted).toHaveLength(before);
    expect((await call('POST', `/askings/${proposal?.id}/dismiss`)).status).toBe(204);
    expect((await today()).proposals).toEqual([]);
    expect((await results()).passedOver).toEqual({ 'by-hand': 1 });
  });

  it('leaves by itself only where the company chose it, in working hours, signed by a person', async () => {
    await begin({ automaticOn: ['scripted'] });
    const { threadId } = await closed('gino');
    await consider(threadId);
    expect((await today()).proposals).toEqual([]);
    const [asking] = await rows<{ id: string; due: string }>(sql`
      select id, due_at as due from askings where workspace_id = ${company.workspaceId}`);
    const minutes = (Date.parse(asking?.due ?? '') - house.clock.now().getTime()) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(60);
    expect(house.planned.at(-1)).toMatchObject({
      name: 'afterwards.ask',
      startAfter: new Date(asking?.due ?? ''),
    });
    await askByItself(ground(), company.workspaceId, asking?.id ?? '');
    await askByItself(ground(), company.workspaceId, asking?.id ?? '');
    const sent = await rows<{ body: string }>(
      sql`select body from replies where workspace_id = ${company.workspaceId}`,
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toMatch(/\n\nCarla$/);
  });

  it('costs a company that does not ask neither a query nor a job', async () => {
    company = await createWorkspace(house);
    const { threadId } = await closed('ida');
    const room = afterwardsRoom(house.platform, house.options);
    const subscription = room.subscriptions?.find(({ kinds }) => kinds.includes('thread.closed'));
    const events = [{ kind: 'thread.closed', payload: { threadId } }] as never;
    const hear = () =>
      house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
        let asked = 0;
        const counting = new Proxy(tx, {
          get: (target, name) => {
            if (name === 'execute' || name === 'select') asked += 1;
            const value = Reflect.get(target, name);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
        await subscription?.handle(counting, company.workspaceId, events);
        return asked;
      });
    const jobs = house.planned.length;
    await hear();
    expect(await hear()).toBe(0);
    expect(house.planned).toHaveLength(jobs);
  });
});

describe('the page of a question', () => {
  const page = () => afterwardsPageRoutes(house.platform);
  const link = async (): Promise<string> => {
    const [proposal] = (await today()).proposals;
    const address = /https?:\/\/[^\s]+/.exec(proposal?.body ?? '')?.[0] ?? '';
    await send(proposal as { id: string; body: string });
    return new URL(address).pathname;
  };
  const post = (path: string, form: Record<string, string>) =>
    page().request(path, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('is light, closed to everything but its form, in both languages, and changes nothing when it is looked at', async () => {
    await begin({ way: 'page' });
    await consider((await closed('lia')).threadId);
    const path = await link();
    const response = await page().request(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html.length).toBeLessThan(15_000);
    expect(html).not.toMatch(/<script|https?:\/\//);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const english = await page().request(path.replace('/com-e-andata/', '/how-did-it-go/'));
    expect(await english.text()).toContain('How did it go with us?');
    expect((await results()).questions[0]?.answered.count).toBe(0);
  });

  it('takes one answer, which can be changed until it expires; then no more', async () => {
    await begin({ way: 'page' });
    await consider((await closed('mara')).threadId);
    const path = await link();
    expect((await post(path, { score: '2', words: 'Lenti <b>' })).status).toBe(200);
    expect(await (await post(path, { score: '4', words: 'Poi bene & svelti' })).text()).toContain(
      'Poi bene &amp; svelti',
    );
    expect((await post(path, { words: 'senza scelta' })).status).toBe(422);
    expect((await post(path, { score: '9', words: '' })).status).toBe(422);
    const { questions, answers } = await results();
    expect(questions).toMatchObject([{ asked: 1, answered: { count: 1 }, good: { count: 1, of: 1 } }]);
    expect(answers).toMatchObject([{ score: 4, words: 'Poi bene & svelti' }]);
    await rows(
      sql`update askings set expires_at = ${house.clock.now().toISOString()}::timestamptz where workspace_id = ${company.workspaceId}`,
    );
    expect((await post(path, { score: '1', words: '' })).status).toBe(410);
    expect((await page().request(path)).status).toBe(410);
    expect((await page().request(`${path.slice(0, -4)}AAAA`)).status).toBe(404);
  });

  it('lets nobody ask on and on', async () => {
    const router = page();
    const statuses = await Promise.all(
      Array.from(
        { length: 40 },
        async () => (await router.request('/com-e-andata/x', { method: 'POST', body: '' })).status,
      ),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });

  it('keeps the count and forgets the words when the person is erased', async () => {
    await begin({ way: 'page' });
    const { threadId, mentionId } = await closed('nora');
    await consider(threadId);
    const path = await link();
    await post(path, { score: '5', words: 'Sono Nora, abito in via Roma' });
    const room = afterwardsRoom(house.platform, house.options);
    const forget = room.subscriptions?.find(({ kinds }) => kinds.includes('mentions.withdrawn'));
    await house.platform.database.inWorkspace(
      company.workspaceId,
      (tx) =>
        forget?.handle(tx, company.workspaceId, [
          { kind: 'mentions.withdrawn', payload: { mentions: [{ id: mentionId }] } },
        ] as never) ?? Promise.resolve(),
    );
    expect(await results()).toMatchObject({
      questions: [{ asked: 1, good: { count: 1 } }],
      answers: [{ words: null }],
    });
    expect((await page().request(path)).status).toBe(410);
    const [kept] = await rows<{ all: string }>(sql`
      select string_agg(to_jsonb(a)::text, ' ') as all from askings a where workspace_id = ${company.workspaceId}`);
    expect(kept?.all).not.toContain('Nora');
  });
});

const caseOf = async (caseId: string) => {
  const found = await readCase(house.platform, company.coordinator, caseId);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
};

describe('whether it is solved', () => {
  const solvedCase = async (who: string) => {
    const { threadId, mentionId } = await closed(who);
    const { platform } = house;
    await hearMentions(platform, company.workspaceId, [mentionId]);
    const { caseId } = expectOk(await openCase(platform, company.coordinator, [mentionId]));
    const { version } = await caseOf(caseId);
    const step = { step: 'resolve', text: 'Rimborsato.' } as const;
    expectOk(await takeStep(platform, company.coordinator, caseId, { version, step }));
    await consider(threadId);
    const [proposal] = (await today()).proposals;
    expect(proposal).toMatchObject({ question: 'solved', body: expect.stringContaining('è risolto?') });
    await send(proposal as { id: string; body: string });
    return { threadId, caseId };
  };
  const stateOf = async (caseId: string) => (await caseOf(caseId)).state;

  it('is confirmed by the person with a yes, and comes back with a no', async () => {
    await begin();
    const olga = await solvedCase('olga');
    await replyFrom('olga', olga.threadId, 'Sì, grazie');
    expect(await stateOf(olga.caseId)).toBe('confirmed');
    const pino = await solvedCase('pino');
    await replyFrom('pino', pino.threadId, 'No, non ancora');
    expect(await stateOf(pino.caseId)).toBe('reopened');
  });

  it('is not taken from words that could be read either way: a person says what they mean', async () => {
    await begin();
    const rosa = await solvedCase('rosa');
    await replyFrom('rosa', rosa.threadId, 'Il corriere è passato');
    expect(await stateOf(rosa.caseId)).toBe('resolved');
    const [asking] = await rows<{ id: string }>(
      sql`select id from askings where workspace_id = ${company.workspaceId}`,
    );
    expect((await call('PUT', `/askings/${asking?.id}/reading`, { score: 3 })).status).toBe(204);
    expect(await stateOf(rosa.caseId)).toBe('confirmed');
  });
});

describe('a thank-you', () => {
  it('is proposed for praise in the voice of who reads it, taken once, and never the same for the next', async () => {
    await begin();
    const [first = '', second = ''] = await say(
      house,
      company,
      { nativeId: 'p1', author: 'sara', body: 'Bravissimi!' },
      { nativeId: 'p2', author: 'teo', body: 'Ottimo vino!' },
    );
    await rows(
      sql`update mentions set reading = '{"intents": ["praise"], "aspects": [], "language": "it"}' where workspace_id = ${company.workspaceId}`,
    );
    await rows(sql`update threads set intents = array['praise'] where workspace_id = ${company.workspaceId}`);
    const { thanks } = await today();
    expect(thanks.map(({ mentionId }) => mentionId).sort()).toEqual([first, second].sort());
    expect(new Set(thanks.map(({ body }) => body)).size).toBe(2);
    expect(thanks[0]?.body).toMatch(/Carla$/);
    const taken = await call<{ body: string }>('POST', `/thanks/${first}/take`);
    const left = await today();
    expect(left.thanks).toHaveLength(1);
    expect(left.thanks[0]?.body).not.toBe(taken.json.body);
    expect((await call('POST', `/thanks/${second}/dismiss`)).status).toBe(204);
    expect((await today()).thanks).toEqual([]);
  });
});
