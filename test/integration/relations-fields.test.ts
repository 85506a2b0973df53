import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/listening/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { plainChannel, saying } from './listening-kit.ts';
import { furnishWeb } from './relations-web-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Person = { id: string; name: string };
type Says = { it: string; en: string };
type Field = {
  id: string;
  name: string;
  state: string;
  progress: number | null;
  hasTeam: boolean;
  words: string[];
  seeds: Person[];
  band: { from: number; to: number };
};
type Gathering = {
  mentions: number;
  people: number;
  reactionPairs: number;
  enough: boolean;
  says: Says;
  byChannel: { channel: string; mentions: number }[];
};
type Team = {
  id: string;
  name: string | null;
  method: string;
  methodSays: Says;
  certificate: number | null;
  cost: number;
  hours: number;
  members: {
    contact: Person;
    gain: number;
    hours: number;
    pinned: boolean;
    reasons: Says[];
    substitute: { contact: Person } | null;
  }[];
  comparison: { ours: { people: number }; biggest: { people: number }; says: Says } | null;
  stability: { share: number; says: Says } | null;
};

const open = async (name: string) => {
  const company = await test.company(name);
  const { workspaceId } = company;
  const connectionId = newId();
  const { platform } = test.house;
  await platform.database.inWorkspace(workspaceId, (tx) =>
    tx.execute(`insert into connections (workspace_id, id, channel, name, settings, state)
      values ('${workspaceId}', '${connectionId}', 'bluesky', 'Prova', '{}', 'paused')`),
  );
  const fields = `/api/workspaces/${workspaceId}/fields`;
  let moment = 0;
  /** Somebody begins a conversation, others join it in turn. */
  const converse = async (conversations: readonly { text: string; people: readonly string[] }[]) => {
    const items = conversations.flatMap(({ text, people }) => {
      const root = `post-${++moment}`;
      return people.map((person, place) => {
        moment += 1;
        return saying({
          nativeId: place === 0 ? root : `reply-${moment}`,
          author: { nativeId: `did:${person}`, name: person, handle: `@${person}` },
          text: place === 0 ? text : `Vero, ${moment}!`,
          addressed: false,
          form: place === 0 ? 'post' : 'reply',
          saidAt: new Date(Date.now() - 40 * 86_400_000 + moment * 60_000).toISOString(),
          ...(place === 0 ? {} : { parentNativeId: root, rootNativeId: root }),
        });
      });
    });
    const channel = plainChannel({ id: 'bluesky' });
    for (let from = 0; from < items.length; from += 200)
      await ingest(platform, {
        workspaceId,
        connectionId,
        channel,
        items: items.slice(from, from + 200),
        receivedAt: new Date(),
        keepAll: true,
        read: test.house.reader.read,
      });
    await test.house.settled();
  };
  const create = (body: object) => company.json<Field>('POST', fields, body);
  const gathering = (id: string) => company.json<Gathering>('GET', `${fields}/${id}/gathering`);
  const team = (id: string) => company.json<Team | null>('GET', `${fields}/${id}/team`);
  const field = (id: string) => company.json<Field>('GET', `${fields}/${id}`);
  const choose = async (id: string, body: object) => {
    await company.json('POST', `${fields}/${id}/choose`, { hours: 6, pins: [], exclusions: [], ...body });
    await expect.poll(async () => (await field(id)).state, { timeout: 60_000, interval: 200 }).toBe('idle');
    const chosen = await team(id);
    if (!chosen) throw new Error('no team');
    return chosen;
  };
  return {
    company,
    fields,
    converse,
    create,
    gathering,
    team,
    field,
    choose,
    web: furnishWeb(test, company),
  };
};

/** Thirty people; those with low numbers are the ones whom others follow. */
const talkOfWine = (count: number) =>
  Array.from({ length: count }, (_, which) => ({
    text: `Questa vendemmia di Dolcetto, parte ${which}`,
    people: [
      `voce${which % 5}`,
      ...Array.from({ length: 3 }, (_, place) => `ascolta${(which * 7 + place * 3) % 25}`),
    ],
  }));

const status = async (response: Promise<Response>) => {
  const { status: code, body } = await response;
  await body?.cancel();
  return code;
};

describe('a field', () => {
  it('is described, changed and removed by those who may, and each has its own', async () => {
    const { create, company, fields, field } = await open('Campi');
    const made = await create({
      name: 'Vini di Langa',
      words: ['Dolcetto', 'vino naturale'],
      tags: ['#Langhe'],
    });
    expect(made).toMatchObject({
      name: 'Vini di Langa',
      state: 'idle',
      hasTeam: false,
      band: { from: 60, to: 97 },
    });
    await company.json('PATCH', `${fields}/${made.id}`, { words: ['Barbera'], band: { from: 50, to: 90 } });
    expect(await field(made.id)).toMatchObject({
      words: ['Barbera'],
      band: { from: 50, to: 90 },
      name: 'Vini di Langa',
    });
    const other = await test.company('Altra cantina');
    expect(await status(other.as(`${fields}/${made.id}`))).toBe(404);
    await company.json('DELETE', `${fields}/${made.id}`);
    expect(await status(company.as(`${fields}/${made.id}`))).toBe(404);
    expect(await status(company.as(`${fields}/${made.id}/follow`))).toBe(404);
  });

  it('gathers who speaks of it and who answered whom, Italian forms and accents folded, and says that it is little', async () => {
    const { create, converse, gathering } = await open('Raccolta');
    await converse([
      { text: 'Che bella vendemmia quest’anno', people: ['anna', 'bruno', 'carla'] },
      { text: 'Le vendemmie di una volta…', people: ['dino'] },
      { text: 'Di tutt’altro', people: ['ugo', 'ivo'] },
    ]);
    const { id } = await create({ name: 'Vendemmia', words: ['VENDEMMIA'] });
    const gathered = await gathering(id);
    expect(gathered).toMatchObject({
      mentions: 4,
      people: 4,
      reactionPairs: 2,
      enough: false,
      byChannel: [{ channel: 'bluesky', mentions: 4 }],
    });
    expect(gathered.says.it).toContain('troppo poche');
  });

  it('holds nobody who objected', async () => {
    const { create, converse, gathering, web, company } = await open('Senza');
    await converse([{ text: 'La vendemmia', people: ['anna', 'bruno', 'carla'] }]);
    await web.run(`update contacts set consent = 'objected' where workspace_id = $1 and name = 'anna'`, [
      company.workspaceId,
    ]);
    const { id } = await create({ name: 'Vendemmia', words: ['vendemmia'] });
    expect(await gathering(id)).toMatchObject({ people: 2, reactionPairs: 0 });
  });
});

describe('a team', () => {
  it('is chosen within the hours, with reasons, the pins in it and the excluded out, the same each time', async () => {
    const { create, converse, choose, team, field, company, fields } = await open('Squadra');
    await converse(talkOfWine(150));
    const { id } = await create({ name: 'Dolcetto', words: ['dolcetto'], hoursPerMonth: 6 });
    expect(await team(id)).toBeNull();
    const first = await choose(id, { band: null });
    expect(first.members.length).toBeGreaterThan(2);
    expect(first.cost).toBeLessThanOrEqual(6);
    expect(first.members.slice(0, 3).every(({ contact }) => contact.name.startsWith('voce'))).toBe(true);
    expect(first.members[0]?.reasons.length).toBeGreaterThan(0);
    expect(first.members[0]?.reasons.at(-1)?.it).toMatch(/^Parla di ciò che ci interessa in .*«dolcetto»/);
    expect(first.methodSays.it.length).toBeGreaterThan(10);
    expect(first.comparison?.ours.people).toBe(first.members.length);
    expect((await field(id)).hasTeam).toBe(true);
    const again = await choose(id, { band: null });
    expect(again.members.map(({ contact }) => contact.id)).toEqual(
      first.members.map(({ contact }) => contact.id),
    );
    const [out] = first.members;
    const people = await company.json<{ contacts: Person[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/contacts?q=ascolta7`,
    );
    const pin = people.contacts.find(({ name }) => name === 'ascolta7')?.id ?? '';
    const edited = await choose(id, { band: null, pins: [pin], exclusions: [out?.contact.id] });
    const chosen = edited.members.map(({ contact }) => contact.id);
    expect(chosen).toContain(pin);
    expect(edited.members.find(({ contact }) => contact.id === pin)?.pinned).toBe(true);
    expect(chosen).not.toContain(out?.contact.id);
    const saved = await company.json<Team>('POST', `${fields}/${id}/teams`, { name: 'Novembre' });
    expect(saved.name).toBe('Novembre');
    const { teams } = await company.json<{ teams: Team[] }>('GET', `${fields}/${id}/teams`);
    expect(teams.map(({ name }) => name)).toEqual(['Novembre']);
    await company.json('DELETE', `/api/workspaces/${company.workspaceId}/field-teams/${saved.id}`);
    expect((await company.json<{ teams: Team[] }>('GET', `${fields}/${id}/teams`)).teams).toEqual([]);
  });

  it('proposes nobody who asked for quiet, and loses whoever objects afterwards', async () => {
    const { create, converse, choose, team, web, company } = await open('Quiete');
    await converse(talkOfWine(40));
    const { id } = await create({ name: 'Dolcetto', words: ['dolcetto'] });
    await web.run(`update contacts set consent = 'quiet' where workspace_id = $1 and name = 'voce1'`, [
      company.workspaceId,
    ]);
    const chosen = await choose(id, { band: null });
    expect(chosen.members.map(({ contact }) => contact.name)).not.toContain('voce1');
    const gone = chosen.members[0]?.contact.id ?? '';
    await web.run(`update contacts set consent = 'objected' where workspace_id = $1 and id = $2`, [
      company.workspaceId,
      gone,
    ]);
    expect(JSON.stringify(await team(id))).not.toContain(`"contact":{"id":"${gone}"`);
  });

  it('is chosen once at a time, can be called off, and cannot be kept before there is one', async () => {
    const { create, company, fields, field } = await open('Fermata');
    const { id } = await create({ name: 'Vuoto', words: ['niente'] });
    expect(
      await status(
        company.as(`${fields}/${id}/teams`, {
          method: 'POST',
          body: '{"name":"x"}',
          headers: { 'content-type': 'application/json' },
        }),
      ),
    ).toBe(422);
    const send = () =>
      status(
        company.as(`${fields}/${id}/choose`, {
          method: 'POST',
          body: '{"hours":4}',
          headers: { 'content-type': 'application/json' },
        }),
      );
    const both = await Promise.all([send(), send()]);
    expect(both.sort()).toEqual([202, 409]);
    await company.json('DELETE', `${fields}/${id}/choose`);
    expect(await field(id)).toMatchObject({ state: 'idle', progress: null });
  });

  it('is followed over the months: what we said to its people and what came back', async () => {
    const { create, converse, choose, company, fields, web } = await open('Segue');
    await converse(talkOfWine(40));
    const { id } = await create({ name: 'Dolcetto', words: ['dolcetto'] });
    const chosen = await choose(id, { band: null });
    await web.run(
      `insert into interactions (workspace_id, source_key, at, channel, kind, from_identity, to_identity, value)
       select $1, 'h:out', now(), 'bluesky', 'reply', null, i.id, 1 from identities i where i.workspace_id = $1 and i.contact_id = $2
       union all
       select $1, 'h:in', now(), 'bluesky', 'reply', i.id, null, 1 from identities i where i.workspace_id = $1 and i.contact_id = $2`,
      [company.workspaceId, chosen.members[0]?.contact.id],
    );
    const { months } = await company.json<{
      months: { month: string; said: number; cameBack: number; effectiveSize: number | null }[];
    }>('GET', `${fields}/${id}/follow`);
    expect(months.at(-1)).toMatchObject({
      month: new Date().toISOString().slice(0, 7),
      said: 1,
      cameBack: 1,
    });
    await expect
      .poll(
        async () =>
          (
            await company.json<{ months: { effectiveSize: number | null }[] }>(
              'GET',
              `${fields}/${id}/follow`,
            )
          ).months.at(-1)?.effectiveSize,
      )
      .toBeTypeOf('number');
  });
});
