import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { everyPair, furnishWeb } from './relations-web-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Person = { id: string; name: string };
type Says = { it: string; en: string };
type MapView = {
  nodes: (Person & {
    circle: string | null;
    strength: number;
    size: number;
    asleep: boolean;
    bridge: boolean;
  })[];
  ties: { a: string; b: string; strength: number; fresh: number; reciprocal: boolean; asleep: boolean }[];
  circles: { id: string; name: Says; size: number; reached: boolean }[];
  answers: {
    bridges: { contact: Person; between: [string, string]; says: Says }[];
    sleeping: { contact: Person; says: Says }[];
    holes: { circles: [string, string]; size: number; says: Says; nearest: Person | null }[];
    shouldMeet: { a: Person; b: Person; says: Says }[];
  };
  truncated: boolean;
};

const open = async (name: string) => {
  const company = await test.company(name);
  const web = furnishWeb(test, company);
  const home = `/api/workspaces/${company.workspaceId}/relations`;
  const refresh = async () => {
    const at = async () =>
      (await company.json<{ batch: { at: string | null; state: string } | null }>('GET', `${home}/overview`))
        .batch;
    const before = (await at())?.at ?? null;
    await company.json('POST', `${home}/refresh`);
    await expect
      .poll(async () => (await at())?.state === 'idle' && (await at())?.at !== before, { timeout: 60_000 })
      .toBe(true);
  };
  const map = (query = '') => company.json<MapView>('GET', `${home}/map?${query}`);
  return { company, web, home, refresh, map };
};

/** Three circles: ours, one that a person of ours joins to it, and one that nobody joins. One of ours sleeps. */
const furnish = async ({ web }: Awaited<ReturnType<typeof open>>) => {
  const wine = await web.people(8, 'Vino');
  const food = await web.people(8, 'Cibo');
  const craft = await web.people(8, 'Legno');
  for (const circle of [wine, food, craft])
    await web.talk(
      everyPair(circle).flatMap(([a, b]) => [
        [a.account, b.account] as const,
        [b.account, a.account] as const,
      ]),
    );
  const [bridge, asleep] = wine;
  if (!bridge || !asleep) throw new Error('people');
  await web.talk(food.slice(0, 3).map(({ account }) => [bridge.account, account] as const));
  await web.talk(
    wine
      .slice(0, 4)
      .flatMap(({ account }) => [
        [account, null, account === asleep.account ? 240 : 1] as const,
        [null, account, account === asleep.account ? 241 : 1] as const,
      ]),
  );
  await web.talk([
    [asleep.account, null, 260],
    [null, asleep.account, 261],
  ]);
  return { wine, food, craft, bridge, asleep };
};

describe('the map', () => {
  it('answers who bridges, who sleeps, and where the holes are, in sentences', async () => {
    const house = await open('Mappa');
    const { bridge, asleep } = await furnish(house);
    await house.refresh();
    const { nodes, ties, circles, answers, truncated } = await house.map();
    expect(nodes).toHaveLength(24);
    expect(ties.length).toBe(3 * 28 + 3);
    expect(truncated).toBe(false);
    expect(circles.map(({ size, reached }) => [size, reached])).toEqual(
      expect.arrayContaining([
        [8, true],
        [8, false],
        [8, false],
      ]),
    );
    expect(answers.bridges[0]?.contact).toEqual({ id: bridge.id, name: 'Vino 1' });
    expect(answers.bridges[0]?.says.it).toContain('passa da qui il 100 %');
    expect(nodes.find(({ id }) => id === bridge.id)).toMatchObject({ bridge: true, asleep: false });
    expect(answers.sleeping).toMatchObject([
      { contact: { id: asleep.id }, says: { it: expect.stringContaining('240 giorni') } },
    ]);
    expect(nodes.find(({ id }) => id === asleep.id)?.asleep).toBe(true);
    const craft = circles.find(({ id }) =>
      nodes.some(({ circle, name }) => circle === id && name === 'Legno 1'),
    );
    expect(answers.holes.some(({ circles: pair }) => pair.includes(craft?.id ?? ''))).toBe(true);
    expect(ties.every(({ fresh, reciprocal }) => fresh > 0.9 && typeof reciprocal === 'boolean')).toBe(true);
  });

  it('narrows to a circle, and to one person with those they know, and says when there are more', async () => {
    const house = await open('Zoom');
    const { craft, bridge } = await furnish(house);
    await house.refresh();
    const whole = await house.map();
    const circle = whole.nodes.find(({ id }) => id === craft[0]?.id)?.circle;
    expect((await house.map(`circle=${circle}`)).nodes.map(({ id }) => id).sort()).toEqual(
      craft.map(({ id }) => id).sort(),
    );
    expect((await house.map(`contact=${bridge.id}`)).nodes).toHaveLength(1 + 7 + 3);
    const few = await house.map('limit=10');
    expect(few.nodes).toHaveLength(10);
    expect(few.truncated).toBe(true);
  });

  it('names nobody who objected since, in no list, tie or answer', async () => {
    const house = await open('Assenti');
    const { bridge } = await furnish(house);
    await house.refresh();
    await house.web.run(`update contacts set consent = 'objected' where workspace_id = $1 and id = $2`, [
      house.company.workspaceId,
      bridge.id,
    ]);
    expect(JSON.stringify(await house.map())).not.toContain(bridge.id);
    for (const format of ['graphml', 'gexf', 'csv'])
      expect(await (await house.company.as(`${house.home}/export?format=${format}`)).text()).not.toContain(
        bridge.id,
      );
  });

  it('is empty, and no failure, before anything was heard', async () => {
    const house = await open('Vuota');
    expect(await house.map()).toEqual({
      nodes: [],
      ties: [],
      circles: [],
      answers: { bridges: [], sleeping: [], holes: [], shouldMeet: [] },
      truncated: false,
    });
  });
});

describe('the web as a file', () => {
  it('leaves in three forms, without people whose channels do not let us tell of them', async () => {
    const house = await open('Esporta');
    const known = await house.web.people(2, 'Noto', 'bluesky');
    const hidden = await house.web.people(1, 'Nascosto', 'plain');
    await house.web.talk([
      [known[0]?.account ?? '', known[1]?.account ?? ''],
      [hidden[0]?.account ?? '', known[0]?.account ?? ''],
    ]);
    await house.refresh();
    for (const [format, begins] of [
      ['graphml', '<?xml'],
      ['gexf', '<?xml'],
      ['csv', 'person,'],
    ] as const) {
      const response = await house.company.as(`${house.home}/export?format=${format}`);
      expect(response.headers.get('content-disposition')).toContain(`relazioni.${format}`);
      const text = await response.text();
      expect(text.startsWith(begins)).toBe(true);
      for (const { id } of known) expect(text).toContain(id);
      expect(text).not.toContain(hidden[0]?.id);
    }
  });
});
