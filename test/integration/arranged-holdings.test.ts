import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { home, say } from './protection-kit.ts';

let test: TestHouse;
let company: TestCompany;

beforeAll(async () => {
  test = await startTestHouse();
  company = await test.company('Cantina Valdorsa');
});
afterAll(() => test.stop());

const get = <Body>(path: string) => company.json<Body>('GET', `${home(company)}/${path}`);
const post = <Body>(path: string, body?: unknown) =>
  company.json<Body>('POST', `${home(company)}/${path}`, body);
const seen = async (threadId: string) => ({
  threadId,
  version: (await get<{ thread: { version: number } }>(`threads/${threadId}`)).thread.version,
});
const merge = async (into: string, other: string) =>
  (
    await post<{ arrangementId: string }>(`threads/${into}/merge`, {
      version: (await seen(into)).version,
      others: [await seen(other)],
    })
  ).arrangementId;

/** What hangs from a conversation in the rooms above: a report, what a rule did, the answer to a question. */
const hangsFrom = async (threadId: string) => {
  const { reports } = await get<{ reports: { id: string }[] }>(`protection/threads/${threadId}`);
  const { deeds } = await get<{ deeds: { threadId: string }[] }>(`threads/${threadId}/deeds`);
  const { answer } = await get<{ answer: { score: number } | null }>(`threads/${threadId}/afterwards`);
  return { reports: reports.length, deeds: deeds.map((deed) => deed.threadId), score: answer?.score ?? null };
};

describe('what hangs from a conversation that becomes part of another', () => {
  it('is found there by either address, and where it was once that is taken back', async () => {
    const rule = await post<{ id: string }>('rules', {
      name: `Guarda ${crypto.randomUUID()}`,
      body: {
        trigger: { when: 'mention-new' },
        condition: { all: [{ field: 'words', query: 'sporco' }] },
        actions: [{ do: 'within', minutes: 60 }],
      },
    });
    const { threadId: plain } = await say(test, company, 'Franca', 'Vorrei ordinare sei bottiglie');
    const { threadId, mentionId } = await say(
      test,
      company,
      'Ignoto',
      'Locale sporco, mai visto un topo così',
    );
    await post('protection/reports', { threadId, kind: 'false-review' });
    await test.house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
      await tx.execute(sql`insert into askings (workspace_id, id, thread_id, mention_id, channel, question, way, scale, language, state,
        asked_at, answered_at, answered_by, score)
        values (${company.workspaceId}, gen_random_uuid(), ${threadId}, ${mentionId}, 'by-hand', 'how', 'page', 5, 'it', 'asked',
        now(), now(), 'page', 4)`);
      await tx.execute(sql`insert into rule_deeds (workspace_id, id, rule_id, thread_id, happening, at, why, did, before, after, version)
        values (${company.workspaceId}, gen_random_uuid(), ${rule.id}, ${threadId}, 'prova', now(), '[]',
        '[{"did": "within", "minutes": 60}]', '{"place": {}, "within": null}', '{"place": {}, "within": 60}', 1)`);
    });
    const whole = (at: string) => ({ reports: 1, deeds: [at], score: 4 });
    const nothing = { reports: 0, deeds: [], score: null };
    expect([await hangsFrom(threadId), await hangsFrom(plain)]).toEqual([whole(threadId), nothing]);

    const arrangementId = await merge(plain, threadId);
    expect([await hangsFrom(plain), await hangsFrom(threadId)]).toEqual([whole(plain), whole(plain)]);
    const { reports } = await get<{ reports: { threadId: string }[] }>('protection/reports');
    expect(reports.map((one) => one.threadId)).toEqual([plain]);
    const log = await get<{ deeds: { threadId: string }[] }>(`rules/${rule.id}/deeds`);
    expect(log.deeds.map((one) => one.threadId)).toEqual([plain]);

    await post(`arrangements/${arrangementId}/undo`);
    expect([await hangsFrom(threadId), await hangsFrom(plain)]).toEqual([whole(threadId), nothing]);
  });

  it('goes with its words when the conversation is divided, and comes back with them', async () => {
    const { threadId } = await say(test, company, 'Ada', 'Buongiorno, una domanda');
    const { threadId: other } = await say(test, company, 'Ugo', 'Siete dei ladri, mai più da voi');
    await post('protection/reports', { threadId: other, kind: 'false-review' });
    await merge(threadId, other);
    const { mentions } = await get<{ mentions: { id: string; body: string }[] }>(`threads/${threadId}`);
    const mentionIds = mentions.filter(({ body }) => body.includes('ladri')).map(({ id }) => id);
    const split = await post<{ arrangementId: string; thread: { id: string } }>(`threads/${threadId}/split`, {
      version: (await seen(threadId)).version,
      mentionIds,
    });
    const parts = async () => [
      (await hangsFrom(threadId)).reports,
      (await hangsFrom(split.thread.id)).reports,
    ];
    expect(await parts()).toEqual([0, 1]);
    await post(`arrangements/${split.arrangementId}/undo`);
    expect(await parts()).toEqual([1, 1]);
  });
});
