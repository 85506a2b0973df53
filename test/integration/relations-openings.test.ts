import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DailyView } from '../../src/relations/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { everyPair, furnishWeb } from './relations-web-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

const open = async (name: string) => {
  const company = await test.company(name);
  const web = furnishWeb(test, company);
  const home = `/api/workspaces/${company.workspaceId}`;
  const rows = async <Row>(query: ReturnType<typeof sql>): Promise<Row[]> =>
    test.house.platform.database.inWorkspace(
      company.workspaceId,
      async (tx) => (await tx.execute(query)).rows as Row[],
    );
  const made = async () => {
    await company.json('POST', `${home}/relations/refresh`);
    await expect
      .poll(
        async () =>
          (
            await company.json<{ batch: { state: string; at: string | null } }>(
              'GET',
              `${home}/relations/overview`,
            )
          ).batch,
        { timeout: 60_000 },
      )
      .toMatchObject({ state: 'idle', at: expect.any(String) });
  };
  const today = async () => {
    const { people } = await company.json<DailyView>('GET', `${home}/relations/today`);
    return new Map(people.map((person) => [person.contact.name, person]));
  };
  return { company, home, web, rows, made, today };
};

/** Three who are close to us (long ago enough not to be held back), a far circle of twelve that we do not know. */
const furnished = async (name: string) => {
  const opened = await open(name);
  const { web } = opened;
  const near = await web.people(3, 'Vicina');
  const far = await web.people(12, 'Lontana');
  const [one, two, three] = near;
  const talkWithUs = near.flatMap(({ account }) =>
    [9, 9, 9, 10, 10, 10, 11, 11, 12, 12, 13, 14].flatMap((days) => [
      [account, null, days] as const,
      [null, account, days] as const,
    ]),
  );
  await web.talk(talkWithUs);
  await web.talk(
    everyPair(far).flatMap(([a, b]) => [1, 2, 3, 4].map((days) => [a.account, b.account, days] as const)),
  );
  // The first knows three of the far circle, one of them well; the second and the third have friends in common.
  for (const [at, person] of far.slice(0, 3).entries())
    await web.talk(
      Array.from(
        { length: at === 0 ? 12 : 2 },
        (_, day) => [one?.account ?? '', person.account, 1 + day] as const,
      ),
    );
  const common = await web.people(3, 'Comune');
  await web.talk(
    common.flatMap(({ account }) => [
      [two?.account ?? '', account, 3] as const,
      [three?.account ?? '', account, 3] as const,
    ]),
  );
  await opened.rows(sql`update contacts set out_at = now() - interval '9 days', in_at = now() - interval '9 days'
    where workspace_id = ${opened.company.workspaceId} and in_count > 0`);
  await opened.made();
  return { ...opened, near, far };
};

describe('what a batch finds that could be opened', () => {
  it('comes to the list of the day with its sentence: a bridge or an introduction, and two who should meet', async () => {
    const { today } = await furnished('Aperture');
    const list = await today();
    expect([list.get('Vicina 1')?.reason]).toEqual(['introduction']);
    expect(list.get('Vicina 1')?.why.it).toMatch(/^Conosce bene noi e conosce bene Lontana 1, che noi/);
    const meeting = list.get('Vicina 2') ?? list.get('Vicina 3');
    expect(meeting?.reason).toBe('meeting');
    expect(meeting?.why.it).toMatch(
      /^Con Vicina [23] non si sono ancora parlati: .* 3 conoscenze in comune\.$/,
    );
    expect(meeting?.mannerKind).toBe('introduce');
  });

  it('is seen again when the list is read: nobody is introduced to whom we know by now, or who wants quiet', async () => {
    const { company, home, rows, today, far, near } = await furnished('Rivista');
    const { workspaceId } = company;
    await rows(
      sql`update contacts set in_count = 1 where workspace_id = ${workspaceId} and id = ${far[0]?.id ?? ''}`,
    );
    const first = (await today()).get('Vicina 1');
    expect(first?.reason).toBe('bridge');
    expect(first?.why.it).toMatch(
      /^Conosce \d+ persone della cerchia «.*», dove noi non conosciamo nessuno\.$/,
    );
    for (const { id } of near.slice(1))
      await company.json('PATCH', `${home}/contacts/${id}`, { consent: 'quiet' });
    expect([...(await today()).keys()]).toEqual(['Vicina 1']);
  });
});
