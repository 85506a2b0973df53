import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, readOpenApi } from '../harness/openapi.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { type Colleague, colleague, home, say } from './protection-kit.ts';

const VENOM = 'velenoso';
let test: TestHouse;
let company: TestCompany;
let attacked: Colleague;
let handler: Colleague;
let mentionId: string;
let threadId: string;
let ids: Readonly<Record<string, string>>;
let operations: readonly Operation[];

beforeAll(async () => {
  test = await startTestHouse();
  company = await test.company('Cantina Valdorsa');
  // The widest of roles: a shield holds for whoever may do everything.
  attacked = await colleague(test, company, 'Luca Ferri', ['coordinator', 'carer', 'approver', 'listener']);
  handler = await colleague(test, company, 'Ada Neri', ['carer']);
  await say(test, company, 'Franca', 'Vorrei ordinare sei bottiglie di rosso');
  ({ mentionId, threadId } = await say(
    test,
    company,
    'Ignoto',
    `Siete pessimi, Luca è un ${VENOM} incapace, so dove abiti`,
  ));
  const note = await company.json<{ id: string }>('POST', `${home(company)}/threads/${threadId}/notes`, {
    body: `Ha scritto ${VENOM}`,
    mentions: [attacked.personId],
  });
  const { caseId } = await company.json<{ caseId: string }>('POST', `${home(company)}/cases`, {
    mentionIds: [mentionId],
  });
  await company.json('POST', `${home(company)}/cases/${caseId}/steps`, {
    version: (await company.json<{ version: number }>('GET', `${home(company)}/cases/${caseId}`)).version,
    step: { step: 'note', side: 'private', text: `Dice che Luca è ${VENOM}` },
  });
  const started = await company.json<{ reportId: string }>('POST', `${home(company)}/protection/shields`, {
    threadId,
    hiddenFrom: [attacked.personId],
    handlerId: handler.personId,
    reason: 'threat',
  });
  const report = await company.json<{ evidence: { id: string }[] }>(
    'GET',
    `${home(company)}/protection/reports/${started.reportId}`,
  );
  const file = await company.as(
    `${home(company)}/protection/reports/${started.reportId}/files?name=schermo`,
    {
      method: 'POST',
      body: `schermata: ${VENOM}`,
      headers: { 'content-type': 'text/plain' },
    },
  );
  const { rows } = await test.house.platform.database.inWorkspace(company.workspaceId, (tx) =>
    tx.execute<{ author: string }>(sql`select author_id as author from mentions where id = ${mentionId}`),
  );
  ids = {
    mentionId,
    threadId,
    caseId,
    noteId: note.id,
    reportId: started.reportId,
    evidenceId: report.evidence[0]?.id ?? '',
    fileId: ((await file.json()) as { fileId: string }).fileId,
    authorId: rows[0]?.author ?? '',
    personId: attacked.personId,
    workspaceId: company.workspaceId,
  };
  operations = (await readOpenApi(test.url)).operations.filter(({ path }) => path.includes('{workspaceId}'));
});
afterAll(() => test.stop());

/** The address with real ids; `{id}` is told by the word before it. */
const fill = (path: string): string =>
  path
    .split('/')
    .map((part, index, parts) => {
      if (!part.startsWith('{')) return part;
      const kind = `${(parts[index - 1] ?? '').replace(/s$/, '')}Id`;
      return ids[part.slice(1, -1)] || ids[kind] || ids.threadId || '';
    })
    .join('/');

/** Everything that can be read, with the questions that would bring the words up. */
const questions = ['', `?q=${VENOM}`, '?view=all'];
const readable = () =>
  operations.filter(({ method, path }) => method === 'GET' && !/\/(live|authorised)$/.test(path));

const wordsFor = async (who: Pick<Colleague, 'as'>): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const { path } of readable())
    for (const question of path.endsWith('/threads/{threadId}/mentions')
      ? [`?before=${mentionId}`]
      : questions) {
      const response = await who.as(fill(path) + question);
      const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
      expect(response.status, `${path}${question}`).toBeLessThan(500);
      if (text.includes(VENOM)) found.push(`${path}${question}`);
    }
  return found;
};

describe('a shield', () => {
  it('lets the words be reached by no route of the whole API by whom it protects, whatever their roles', async () => {
    expect(await wordsFor(attacked)).toEqual([]);
  });

  it('hides nothing from the others: the same walk finds them in many places', async () => {
    const found = await wordsFor(company);
    for (const place of ['/threads/{threadId}', '/mentions', '/cases/{caseId}', '/evidence/{evidenceId}'])
      expect(
        found.some((path) => path.includes(place)),
        place,
      ).toBe(true);
  });

  it('leaves no conversation in lists, counts and today, and the rest where it was', async () => {
    const list = await attacked.json<{ threads: { id: string; preview: string }[] }>(
      'GET',
      `${home(company)}/threads?view=all`,
    );
    expect(list.threads.map(({ preview }) => preview.slice(0, 6))).toEqual(['Vorrei']);
    const today = await attacked.json<{ calls: unknown[] }>('GET', `${home(company)}/today`);
    expect(today.calls).toEqual([]);
    expect((await attacked.as(`${home(company)}/threads/${threadId}`)).status).toBe(404);
  });

  it('says calmly who looks after it, without a word of it', async () => {
    const told = await attacked.json<{ hiddenFromMe: { handlerName: string } | null; reports: unknown[] }>(
      'GET',
      `${home(company)}/protection/threads/${threadId}`,
    );
    expect(told.hiddenFromMe?.handlerName).toBe('Ada Neri');
    expect(told.reports).toEqual([]);
  });

  it('gives the conversation to whoever handles it, with the evidence kept and the threat on its path', async () => {
    const { thread } = await handler.json<{ thread: { assigneeId: string } }>(
      'GET',
      `${home(company)}/threads/${threadId}`,
    );
    expect(thread.assigneeId).toBe(handler.personId);
    const { reports } = await handler.json<{
      reports: { kind: string; state: string; next: { kind: string } }[];
    }>('GET', `${home(company)}/protection/reports`);
    expect(reports).toMatchObject([{ kind: 'threat', state: 'collected', next: { kind: 'complaint' } }]);
  });

  it('keeps hidden what comes later, and follows the conversation into another that it becomes part of', async () => {
    const other = crypto.randomUUID();
    await test.house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
      await tx.execute(
        sql`update thread_mentions set thread_id = ${other} where workspace_id = ${company.workspaceId} and thread_id = ${threadId}`,
      );
    });
    const read = await attacked.as(`${home(company)}/mentions?q=${VENOM}`);
    expect(await read.text()).not.toContain(VENOM);
    const { covered } = await company.json<{ covered: string[] }>(
      'GET',
      `${home(company)}/protection/shields`,
    );
    expect([...covered].sort()).toEqual([threadId, other].sort());
    await test.house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
      await tx.execute(
        sql`update thread_mentions set thread_id = ${threadId} where workspace_id = ${company.workspaceId} and thread_id = ${other}`,
      );
      await tx.execute(
        sql`update thread_shields set ended_at = now() where workspace_id = ${company.workspaceId} and thread_id = ${other}`,
      );
    });
  });

  it('changes no figure of the public register: what is hidden from one is counted for all', async () => {
    const figures = await company.json('GET', `${home(company)}/care/figures`);
    expect(await attacked.json('GET', `${home(company)}/care/figures`)).toEqual(figures);
  });

  it('is started by anyone of the staff for themselves, and for others only by who looks after protection', async () => {
    const trainee = await colleague(test, company, 'Pia Conti', ['trainee']);
    const wish = { threadId, handlerId: handler.personId, reason: 'insult' };
    const start = (hiddenFrom: readonly string[]) =>
      trainee.as(`${home(company)}/protection/shields`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...wish, hiddenFrom }),
      });
    expect((await start([company.personId])).status).toBe(403);
    expect((await start([trainee.personId])).status).toBe(201);
    expect((await trainee.as(`${home(company)}/threads/${threadId}`)).status).toBe(404);
    expect((await start([handler.personId])).status).toBe(403);
  });

  it('opens when they ask to read it all the same, covers again, ends: each is written down', async () => {
    const told = await attacked.json<{ hiddenFromMe: { id: string } }>(
      'GET',
      `${home(company)}/protection/threads/${threadId}`,
    );
    const step = (who: Colleague, name: string) =>
      who.as(`${home(company)}/protection/shields/${told.hiddenFromMe.id}/steps`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ step: name }),
      });
    expect((await step(handler, 'open')).status).toBe(403);
    expect((await step(attacked, 'open')).status).toBe(204);
    expect(await (await attacked.as(`${home(company)}/threads/${threadId}`)).text()).toContain(VENOM);
    expect((await step(attacked, 'cover')).status).toBe(204);
    expect((await attacked.as(`${home(company)}/threads/${threadId}`)).status).toBe(404);
    expect((await step(handler, 'end')).status).toBe(204);
    expect(await (await attacked.as(`${home(company)}/threads/${threadId}`)).text()).toContain(VENOM);
    const log = await company.as(`${home(company)}/audit`);
    const said = await log.text();
    for (const action of ['shield.started', 'shield.opened', 'shield.covered', 'shield.ended'])
      expect(said).toContain(action);
    expect(said).not.toContain(VENOM);
  });
});
