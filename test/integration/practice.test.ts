import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member, PeopleEnv } from '../../src/people/index.ts';
import { createRouter } from '../../src/platform/http/router.ts';
import { practiceRoutes } from '../../src/practice/index.ts';
import {
  type Company,
  createColleague,
  createHouse,
  createWorkspace,
  type House,
} from './conversation-kit.ts';

let house: House;
let company: Company;
let tina: Member;
let gino: Member;

beforeAll(async () => {
  house = await createHouse();
  company = await createWorkspace(house);
  tina = await createColleague(house, company, 'Tina Rossi', ['trainee']);
  gino = await createColleague(house, company, 'Gino Verdi', ['author']);
});
afterAll(() => house.close());

type Attempt = {
  id: string;
  turns: { marks: { criterion: string; verdict: string; start: number; end: number }[] }[];
  next: { kind: string; isPublic: boolean; said: { it: string } } | null;
  ending: string | null;
  model: { it: string } | null;
};
type Gym = {
  scenarios: { id: string }[];
  attempts: { id: string; ending: string | null }[];
  progress: object | null;
  overseen: { done: { name: string; finished: number }[]; shared: { byName: string }[] } | null;
};

const callAs = async <Body>(member: Member, method: string, path: string, body?: unknown) => {
  const router = createRouter<PeopleEnv>();
  router.use('*', async (context, next) => {
    context.set('actor', member);
    await next();
  });
  router.route('/', practiceRoutes(house.platform));
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const headers = { 'content-type': 'application/json' };
  const response = await router.request(`/api/workspaces/${member.workspaceId}/practice${path}`, {
    ...init,
    headers,
  });
  const text = await response.text();
  return { status: response.status, json: (text ? JSON.parse(text) : null) as Body };
};

const begin = async (member: Member, scenarioId = 'boiler') => {
  const { status, json } = await callAs<{ id: string }>(member, 'POST', '', { scenarioId, language: 'it' });
  expect(status).toBe(201);
  return json.id;
};
const say = (member: Member, id: string, text: string) =>
  callAs<Attempt>(member, 'POST', `/${id}/answers`, { text });
const insult = 'Lei è ridicola, si faccia una vita e vada pure altrove, se non Le va bene.';

describe('a practice conversation', () => {
  it('is answered turn by turn, each with its reasons, and ends', async () => {
    const id = await begin(tina);
    const before = await callAs<Attempt>(tina, 'GET', `/${id}`);
    expect(before.json).toMatchObject({ turns: [], model: null, next: { kind: 'answer' } });
    const first = await say(
      tina,
      id,
      'Mi dispiace, signora: il tecnico viene oggi, La chiamo prima.\n\nTina',
    );
    expect(first.json.next?.said.it).toContain('Alle 17 io però lavoro');
    expect(first.json.model?.it).toContain('Roberto');
    const last = await say(tina, id, 'Capisco: mando il tecnico stasera alle 19, quando è a casa.\n\nTina');
    expect(last.json).toMatchObject({ next: null, ending: 'reconciled' });
    expect((await say(tina, id, 'Ancora una parola, che non serve più a nessuno.')).status).toBe(409);
    expect((await callAs<Attempt>(tina, 'GET', `/${id}`)).json).toEqual(last.json);
  });

  it('belongs to who took it: nobody else reads it, whatever their role, until they show it', async () => {
    const id = await begin(tina);
    for (let turn = 0; turn < 3; turn += 1) await say(tina, id, insult);
    for (const other of [gino, company.coordinator]) {
      expect((await callAs(other, 'GET', `/${id}`)).status).toBe(404);
      expect((await say(other, id, insult)).status).toBe(404);
      expect((await callAs(other, 'PUT', `/${id}/sharing`, { isShared: true })).status).toBe(404);
      expect((await callAs(other, 'DELETE', `/${id}`)).status).toBe(404);
    }
    const overseen = await callAs<Gym>(company.coordinator, 'GET', '');
    expect(overseen.json.overseen?.done).toMatchObject([{ name: 'Tina Rossi', finished: 2 }]);
    expect(JSON.stringify(overseen.json.overseen)).not.toMatch(/worse|reconciled|ridicola/);
    expect((await callAs<Gym>(gino, 'GET', '')).json).toMatchObject({ overseen: null, attempts: [] });
    expect((await callAs(tina, 'PUT', `/${id}/sharing`, { isShared: true })).status).toBe(204);
    expect((await callAs<Attempt>(company.coordinator, 'GET', `/${id}`)).json.ending).toBe('worse');
    expect((await callAs(gino, 'GET', `/${id}`)).status).toBe(404);
    expect((await callAs(tina, 'PUT', `/${id}/sharing`, { isShared: false })).status).toBe(204);
    expect((await callAs(company.coordinator, 'GET', `/${id}`)).status).toBe(404);
  });

  it('cannot be shown half way, begun of a story that is not there, or seen from another company', async () => {
    const id = await begin(gino);
    expect((await callAs(gino, 'PUT', `/${id}/sharing`, { isShared: true })).status).toBe(409);
    expect((await callAs(gino, 'POST', '', { scenarioId: 'nessuna', language: 'it' })).status).toBe(404);
    const elsewhere = await createWorkspace(house);
    expect((await callAs(elsewhere.coordinator, 'GET', `/${id}`)).status).toBe(404);
    expect((await callAs(gino, 'DELETE', `/${id}`)).status).toBe(204);
    expect((await callAs(gino, 'GET', `/${id}`)).status).toBe(404);
  });

  it('keeps two answers given at once as two turns', async () => {
    const id = await begin(gino);
    await Promise.all([say(gino, id, insult), say(gino, id, insult)]);
    const { rows } = await house.platform.database.inWorkspace(company.workspaceId, (tx) =>
      tx.execute<{ turns: number }>(sql`
        select jsonb_array_length(turns) as turns from practice_attempts
        where workspace_id = ${company.workspaceId} and id = ${id}`),
    );
    expect(rows[0]?.turns).toBe(2);
  });

  it('shows how one is getting on in words, once there is something to say', async () => {
    const { json } = await callAs<Gym>(tina, 'GET', '');
    expect(json.scenarios.length).toBeGreaterThanOrEqual(24);
    expect(json.progress).toMatchObject({ next: expect.arrayContaining(['not-in-kind']) });
  });
});
