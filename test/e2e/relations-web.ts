import { vi } from 'vitest';
import type { TestCompany, TestHouse } from '../harness/test-house.ts';
import { everyPair, furnishWeb } from '../integration/relations-web-kit.ts';

/** Three circles: ours, one that a person of ours joins to it, and one that nobody joins; one of ours sleeps. Worked out. */
export const weaveWeb = async (house: TestHouse, company: TestCompany) => {
  const web = furnishWeb(house, company);
  const wine = await web.people(8, 'Vino', 'bluesky');
  const food = await web.people(8, 'Cibo', 'bluesky');
  const craft = await web.people(8, 'Legno', 'bluesky');
  for (const circle of [wine, food, craft])
    await web.talk(
      everyPair(circle).flatMap(([a, b]) => [
        [a.account, b.account] as const,
        [b.account, a.account] as const,
      ]),
    );
  const [bridge, asleep] = wine;
  if (!bridge || !asleep) throw new Error('nobody in the circle');
  await web.talk(food.slice(0, 3).map(({ account }) => [bridge.account, account] as const));
  const daysOf = ({ account }: typeof bridge): number => (account === asleep.account ? 240 : 1);
  await web.talk(
    wine
      .slice(0, 4)
      .flatMap((person) => [
        [person.account, null, daysOf(person)] as const,
        [null, person.account, daysOf(person) + 1] as const,
      ]),
  );
  await web.talk([
    [asleep.account, null, 260],
    [null, asleep.account, 261],
  ]);
  await workOut(company);
  return { bridge, asleep, wine, food, craft };
};

/** Asks for the figures and waits until they are there. */
export const workOut = async (company: TestCompany): Promise<void> => {
  const relations = `/api/workspaces/${company.workspaceId}/relations`;
  await company.json('POST', `${relations}/refresh`);
  const batch = async () =>
    (
      await company.json<{ batch: { at: string | null; state: string } | null }>(
        'GET',
        `${relations}/overview`,
      )
    ).batch;
  await vi.waitUntil(
    async () => {
      const { state, at } = (await batch()) ?? { state: 'idle', at: null };
      return state === 'idle' && at !== null;
    },
    { timeout: 60_000, interval: 200 },
  );
};

/** Thirty people who speak of Dolcetto; five of them are those whom others follow. */
export const talkOfDolcetto = (conversations: number) =>
  Array.from({ length: conversations }, (_, which) => {
    const root = `post-${which}`;
    const people = [
      `Voce ${which % 5}`,
      ...Array.from({ length: 3 }, (_, place) => `Ascolta ${(which * 7 + place * 3) % 25}`),
    ];
    return people.map((name, place) => ({
      nativeId: place === 0 ? root : `${root}-${place}`,
      author: { nativeId: `did:${name}`, name, handle: `@${name.replace(' ', '')}` },
      text: place === 0 ? `Questa vendemmia di Dolcetto, parte ${which}` : `Vero, ${which} ${place}`,
      addressed: false,
      form: place === 0 ? ('post' as const) : ('reply' as const),
      saidAt: new Date(Date.now() - 40 * 86_400_000 + (which * 4 + place) * 60_000).toISOString(),
      ...(place === 0 ? {} : { parentNativeId: root, rootNativeId: root }),
    }));
  }).flat();
