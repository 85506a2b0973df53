import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo } from '../../src/demo/index.ts';
import type { DailyView } from '../../src/relations/index.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

describe('the demonstration', () => {
  it('has people with whom to speak today, by the same road as a real company', async () => {
    const { email, password } = await openDemo(test.house, async () => {});
    const signedIn = await fetch(new URL('/api/auth/sign-in/email', test.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: test.url },
      body: JSON.stringify({ email, password }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const get = async <Body>(path: string): Promise<Body> =>
      (await fetch(new URL(path, test.url), { headers: { cookie } })).json() as Promise<Body>;
    const { workspaces } = await get<{ workspaces: { id: string }[] }>('/api/me');
    const home = `/api/workspaces/${workspaces[0]?.id}`;
    const today = await get<DailyView>(`${home}/relations/today`);
    const found = new Map(today.people.map(({ contact, reason }) => [contact.name, reason]));
    expect(found.get('Davide Conti')).toBe('complained');
    // Who praised the wine does not wait for an apology.
    expect(found.get('Chiara Bassi')).not.toBe('complained');
    expect(today.people.length).toBeGreaterThanOrEqual(4);
    expect([...found.keys()]).not.toContain('Nadia');
    const { count } = await get<{ count: number }>(`${home}/contacts`);
    expect(count).toBeGreaterThan(25);
    type Overview = { circles: number; ties: number; batch: { at: string | null } };
    const overview = await get<Overview>(`${home}/relations/overview`);
    expect(overview.circles).toBeGreaterThanOrEqual(3);
    expect(overview.ties).toBeGreaterThan(30);
    type Circles = { circles: { name: { it: string } }[] };
    const { circles } = await get<Circles>(`${home}/relations/map`);
    expect(circles.map(({ name }) => name.it).filter((name) => name.startsWith('cerchia'))).toEqual([]);
    const { fields } = await get<{ fields: { id: string; name: string }[] }>(`${home}/fields`);
    expect(fields.map(({ name }) => name)).toEqual(['Il vino delle nostre colline']);
    type Teams = { teams: { name: string; members: { contact: { name: string } }[] }[] };
    const { teams } = await get<Teams>(`${home}/fields/${fields[0]?.id}/teams`);
    expect(teams.map(({ name }) => name)).toEqual(['Autunno']);
    expect(teams[0]?.members.length).toBeGreaterThan(1);
    expect(teams[0]?.members.map(({ contact }) => contact.name)).not.toContain('Nadia');
  });
});
