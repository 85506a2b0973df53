import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { everyPair, furnishWeb } from './relations-web-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Overview = {
  contacts: number;
  ties: number;
  circles: number;
  interactions: number;
  ourEffectiveSize: number;
  withinTwoSteps: number;
  batch: {
    at: string | null;
    state: string;
    progress: number;
    seconds: number | null;
    changed: number;
  } | null;
  snapshots: { day: string; contacts: number; withinTwoSteps: number }[];
};
type Score = { contact_id: string; community_id: string | null; strength: number; degree: number };

const open = async (name: string) => {
  const company = await test.company(name);
  const web = furnishWeb(test, company);
  const home = `/api/workspaces/${company.workspaceId}/relations`;
  const overview = () => company.json<Overview>('GET', `${home}/overview`);
  const refresh = async () => {
    const before = (await overview()).batch?.at ?? null;
    await company.json('POST', `${home}/refresh`);
    await expect
      .poll(async () => (await overview()).batch, { timeout: 60_000 })
      .toMatchObject({ state: 'idle', at: expect.not.stringMatching(before ?? '^$') });
  };
  const rows = async <Row>(query: string): Promise<Row[]> =>
    test.house.platform.database.inWorkspace(
      company.workspaceId,
      async (tx) => (await tx.execute(query)).rows as Row[],
    );
  const scores = () =>
    rows<Score>('select contact_id, community_id, strength, degree from contact_scores order by contact_id');
  return { company, home, web, overview, refresh, rows, scores };
};

/** Two circles that one person joins; we speak with three of the first. */
const twoCircles = async ({ web }: Awaited<ReturnType<typeof open>>) => {
  const first = await web.people(6, 'Vino');
  const second = await web.people(6, 'Cibo');
  const pairs = [...everyPair(first), ...everyPair(second)];
  await web.talk(
    pairs.flatMap(([a, b]) => [[a.account, b.account, 1] as const, [b.account, a.account, 2] as const]),
  );
  const [bridge] = first;
  await web.talk(second.slice(0, 3).map(({ account }) => [bridge?.account ?? null, account, 3]));
  await web.talk(
    first.slice(0, 3).flatMap(({ account }) => [[account, null, 1] as const, [null, account, 1] as const]),
  );
  return { first, second };
};

describe('the figures of a web', () => {
  it('are made when somebody asks, and say how it stands around us', async () => {
    const house = await open('Figure');
    expect((await house.overview()).batch).toBeNull();
    await twoCircles(house);
    await house.refresh();
    const overview = await house.overview();
    expect(overview).toMatchObject({ contacts: 12, ties: 33, circles: 2, interactions: 69 });
    expect(overview.batch).toMatchObject({ changed: 0, progress: 0 });
    expect(overview.batch?.seconds).toBeGreaterThan(0);
    // Three of ours who all know each other repeat each other; with those they know they are nine of twelve.
    expect(overview.ourEffectiveSize).toBeCloseTo(1);
    expect(overview.withinTwoSteps).toBeCloseTo(9 / 12);
    expect(overview.snapshots).toMatchObject([{ contacts: 12, ties: 33, ourTies: 3 }]);
  });

  it('are the same when made again, and the circles keep their identity', async () => {
    const house = await open('Uguali');
    await twoCircles(house);
    await house.refresh();
    const before = await house.scores();
    await house.refresh();
    const circles = (scores: readonly Score[]) =>
      scores.map(({ contact_id, community_id }) => [contact_id, community_id]);
    expect(circles(await house.scores())).toEqual(circles(before));
    expect(new Set(before.map(({ community_id }) => community_id)).size).toBe(2);
  });

  it('leave out at once and for good who objects, whatever the batch had read', async () => {
    const house = await open('Obiezioni');
    const { first } = await twoCircles(house);
    await house.refresh();
    const [gone] = first;
    await house.web.run(`update contacts set consent = 'objected' where workspace_id = $1 and id = $2`, [
      house.company.workspaceId,
      gone?.id,
    ]);
    await house.refresh();
    expect((await house.scores()).map(({ contact_id }) => contact_id)).not.toContain(gone?.id);
    expect(await house.rows(`select a from contact_ties where '${gone?.id}' in (a, b)`)).toEqual([]);
  });

  it('weigh kinds of interaction as the company says, and again as usual once it takes that back', async () => {
    const house = await open('Pesi');
    const { web, company, home, refresh, scores } = house;
    const [near, far] = await web.people(2);
    await web.talk([
      [near?.account ?? '', null, 1, 'meeting'],
      [far?.account ?? '', null, 1, 'like'],
    ]);
    await refresh();
    const strengths = async () =>
      new Map((await scores()).map(({ contact_id, strength }) => [contact_id, strength]));
    const usual = await strengths();
    expect(usual.get(near?.id ?? '')).toBeGreaterThan(usual.get(far?.id ?? '') ?? 1);
    type Values = { values: { kind: string; value: number; usual: number }[] };
    const { values } = await company.json<Values>('PUT', `${home}/values`, {
      values: { meeting: 0, like: 5 },
    });
    expect(values.filter(({ value, usual: was }) => value !== was)).toEqual([
      { kind: 'like', value: 5, usual: 0.1 },
      { kind: 'meeting', value: 0, usual: 3 },
    ]);
    await refresh();
    const own = await strengths();
    expect(own.get(near?.id ?? '')).toBe(0);
    expect(own.get(far?.id ?? '')).toBeGreaterThan(usual.get(near?.id ?? '') ?? 1);
    await company.json('PUT', `${home}/values`, { values: {} });
    expect(
      (await company.json<Values>('GET', `${home}/values`)).values.every(
        ({ value, usual: was }) => value === was,
      ),
    ).toBe(true);
  });

  it('are those of one company alone', async () => {
    const [one, other] = [await open('Una'), await open('Altra')];
    await twoCircles(one);
    await one.refresh();
    expect(await other.overview()).toMatchObject({ contacts: 0, ties: 0, circles: 0, batch: null });
  });

  it('come to no harm where there is nobody, or nobody is tied', async () => {
    const house = await open('Nessuno');
    await house.refresh();
    expect(await house.overview()).toMatchObject({ contacts: 0, ties: 0, circles: 0 });
    await house.web.people(3);
    await house.refresh();
    expect(await house.overview()).toMatchObject({ contacts: 3, ties: 0, circles: 0, withinTwoSteps: 0 });
  });
});
