import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { type ContactPage, type DailyView, rebuildInteractions } from '../../src/relations/index.ts';
import { holdPeople } from '../../src/relations/store/hold-people.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { daysAgo, openRelations, type Relations } from './relations-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

const question = 'Buongiorno, la visita del sabato si fa anche con la pioggia?';

const open = async (name: string) => {
  const company = await openRelations(test, name);
  await company.hear(
    { nativeId: 'a1', who: 'anna', text: question, saidAt: daysAgo(3) },
    { nativeId: 'l1', who: 'luca', parentNativeId: 'a1', text: 'Me lo chiedevo anch’io', saidAt: daysAgo(2) },
  );
  const anna = await company.contactId('anna');
  return { company, anna };
};

/** What the batch would have left of these two. */
const score = async (company: Relations, one: string, other: string) => {
  const [a, b] = [one, other].sort();
  for (const id of [one, other])
    await company.rows(sql`insert into contact_scores (workspace_id, contact_id, strength, reciprocity, intensity_in,
        intensity_out, degree, core, evidence, batch_at)
      values (${company.workspaceId}, ${id}, 0.5, 0, 2, 0, 1, 1, '{}', now())`);
  await company.rows(sql`insert into contact_ties (workspace_id, a, b, intensity_ab, intensity_ba, batch_at)
    values (${company.workspaceId}, ${a}, ${b}, 1, 0, now())`);
};

/** Every row of every table of this room that names them. */
const traces = async (company: Relations, contactId: string, identityId: string): Promise<number> => {
  const [found] = await company.rows<{ count: number }>(sql`
    select ((select count(*) from contacts where id = ${contactId} and workspace_id = ${company.workspaceId})
      + (select count(*) from identities where contact_id = ${contactId} and workspace_id = ${company.workspaceId})
      + (select count(*) from interactions where workspace_id = ${company.workspaceId}
          and (from_identity = ${identityId} or to_identity = ${identityId}))
      + (select count(*) from contact_scores where contact_id = ${contactId} and workspace_id = ${company.workspaceId})
      + (select count(*) from contact_ties where workspace_id = ${company.workspaceId}
          and (a = ${contactId} or b = ${contactId}))
      + (select count(*) from daily_entries where contact_id = ${contactId} and workspace_id = ${company.workspaceId})
      + (select count(*) from daily_choices where contact_id = ${contactId} and workspace_id = ${company.workspaceId})
      + (select count(*) from gifts where contact_id = ${contactId} and workspace_id = ${company.workspaceId}))::int as count`);
  return found?.count ?? -1;
};

const identityOf = async (company: Relations, who: string): Promise<string> => {
  const [found] = await company.rows<{ id: string }>(
    sql`select id from identities where workspace_id = ${company.workspaceId} and native_id = ${who}`,
  );
  return found?.id ?? '';
};

describe('erasure', () => {
  it('takes everything of a person away, and gives a receipt that names nobody', async () => {
    const { company, anna } = await open('Cancellare');
    await score(company, anna, await company.contactId('luca'));
    await company.get('relations/today');
    await company.status('POST', `relations/today/${anna}`, { state: 'later' });
    await company.post(`contacts/${anna}/gifts`, { kind: 'sample', what: 'Una bottiglia', at: daysAgo(1) });
    const identity = await identityOf(company, 'anna');
    expect(await traces(company, anna, identity)).toBeGreaterThan(6);
    const { status, body } = await company.status('DELETE', `contacts/${anna}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ what: { accounts: 1, interactions: 2, scores: 1, choices: 1, gifts: 1 } });
    expect(JSON.stringify(body)).not.toContain('anna');
    expect(await traces(company, anna, identity)).toBe(0);
    expect((await company.status('GET', `contacts/${anna}`)).status).toBe(404);
  });

  it('holds: neither new words, nor reactions, nor a rebuilding, nor an import make them again', async () => {
    const { company, anna } = await open('Resta cancellata');
    await company.status('DELETE', `contacts/${anna}`);
    await company.hear({ nativeId: 'a2', who: 'anna', saidAt: daysAgo(1) });
    await company.react('anna', 'like', 'o1');
    await rebuildInteractions(company.platform, company.workspaceId);
    const tried = await company.post<{ refused: number; added: number }>('relations/imports', {
      format: 'csv',
      kind: 'followers',
      text: 'account\nanna.example\n',
      dryRun: false,
    });
    expect(tried).toMatchObject({ refused: 1, added: 0 });
    expect([...(await company.figures()).keys()]).toEqual(['luca']);
    expect(await company.edges()).toEqual(['luca>us mention']);
  });

  it('leaves nothing by which the accounts could be read', async () => {
    const { company, anna } = await open('Impronte');
    await company.status('DELETE', `contacts/${anna}`);
    const found = await company.rows<{ hash: string }>(
      sql`select hash from suppressions where workspace_id = ${company.workspaceId}`,
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { hash } of found) expect(hash).toMatch(/^[\w-]{43}$/);
  });

  it('takes our own words to them away too, and keeps that there was an answer', async () => {
    const { company, anna } = await open('Le nostre parole');
    const [found] = await company.rows<{ thread: string; anna: string; luca: string }>(sql`
      select tm.thread_id as thread, a.id as anna, l.id as luca from mentions a
      join mentions l on l.workspace_id = a.workspace_id and l.native_id = 'l1'
      join thread_mentions tm on tm.workspace_id = a.workspace_id and tm.mention_id = a.id
      where a.workspace_id = ${company.workspaceId} and a.native_id = 'a1'`);
    const answer = (id: string, mentionId: string | undefined, body: string, state: string) =>
      company.rows(sql`insert into replies (workspace_id, id, thread_id, connection_id, mention_id, person_id, body, options, state, send_after)
        values (${company.workspaceId}, ${id}, ${found?.thread}, ${company.connectionId}, ${mentionId},
          ${company.company.personId}, ${body}, '{}', ${state}, now())`);
    const [sent, waiting, other] = [newId(), newId(), newId()];
    await answer(sent, found?.anna, 'Cara Anna, sì: vi aspettiamo in via Roma 3', 'sent');
    await answer(waiting, found?.anna, 'Cara Anna, aggiungo una cosa', 'waiting');
    await answer(other, found?.luca, 'Caro Luca, anche per lei', 'sent');
    await company.rows(sql`insert into reply_versions (workspace_id, reply_id, number, kind, person_id, body, options, media, accepted)
      values (${company.workspaceId}, ${waiting}, 1, 'proposed', ${company.company.personId}, 'Cara Anna', '{}', '[]', '[]')`);
    expect((await company.status('DELETE', `contacts/${anna}`)).status).toBe(200);
    await test.house.settled();
    const left = await company.rows<{ id: string; body: string; state: string }>(
      sql`select id, body, state from replies where workspace_id = ${company.workspaceId} order by id`,
    );
    expect(left).toEqual([
      { id: sent, body: '', state: 'sent' },
      { id: waiting, body: '', state: 'undone' },
      { id: other, body: 'Caro Luca, anche per lei', state: 'sent' },
    ]);
    const [version] = await company.rows<{ body: string }>(
      sql`select body from reply_versions where workspace_id = ${company.workspaceId}`,
    );
    expect(version?.body).toBe('');
  });

  it('waits for a batch that is writing, and comes after it: what it had read before does not come back', async () => {
    const { company, anna } = await open('Durante');
    const luca = await company.contactId('luca');
    const identity = await identityOf(company, 'anna');
    let erased: Promise<{ status: number }> | undefined;
    await company.platform.database.inWorkspace(company.workspaceId, async (tx) => {
      await holdPeople(tx, company.workspaceId, 'shared');
      erased = company.status('DELETE', `contacts/${anna}`);
      await tx.execute(sql`insert into contact_scores (workspace_id, contact_id, strength, reciprocity, intensity_in,
          intensity_out, degree, core, evidence, batch_at)
        select ${company.workspaceId}::uuid, id, 0.5, 0, 2, 0, 1, 1, '{}', now()
        from unnest(array[${anna}, ${luca}]::uuid[]) id`);
    });
    expect((await erased)?.status).toBe(200);
    expect(await traces(company, anna, identity)).toBe(0);
  });

  it('is for a coordinator alone', async () => {
    const { company, anna } = await open('Chi può');
    await company.rows(
      sql`update memberships set roles = '{author,carer,approver}' where workspace_id = ${company.workspaceId}`,
    );
    expect((await company.status('DELETE', `contacts/${anna}`)).status).toBe(403);
  });
});

describe('an objection', () => {
  it('takes a person out of every list and score at once, and what they say meanwhile ties nobody', async () => {
    const { company, anna } = await open('Opposizione');
    await score(company, anna, await company.contactId('luca'));
    await company.patch(`contacts/${anna}`, { consent: 'objected' });
    await company.hear({ nativeId: 'a2', who: 'anna', saidAt: daysAgo(1) });
    const [scored] = await company.rows<{ count: number }>(sql`
      select ((select count(*) from contact_scores where contact_id = ${anna})
        + (select count(*) from contact_ties where a = ${anna} or b = ${anna}))::int as count`);
    expect(scored?.count).toBe(0);
    const { contacts } = await company.get<{ contacts: { id: string }[] }>('contacts');
    expect(contacts.map(({ id }) => id)).not.toContain(anna);
    expect(
      (await company.get<{ contacts: { id: string }[] }>('contacts?consent=objected')).contacts,
    ).toHaveLength(1);
    const today = await company.get<DailyView>('relations/today');
    expect(today.people.map(({ contact }) => contact.id)).not.toContain(anna);
    const page = await company.get<ContactPage>(`contacts/${anna}`);
    expect([page.scores, page.ties, page.introductions, page.cares]).toEqual([null, [], [], []]);
    expect((await company.edges()).filter((edge) => edge === 'anna>us mention')).toHaveLength(1);
    expect((await company.figures()).get('anna')).toMatchObject({ in_count: 1 });
  });

  it('taken back, lets what was said meanwhile be recorded', async () => {
    const { company, anna } = await open('Ripensamento');
    await company.patch(`contacts/${anna}`, { consent: 'objected' });
    await company.hear({ nativeId: 'a2', who: 'anna', saidAt: daysAgo(1) });
    await company.patch(`contacts/${anna}`, { consent: 'agreed' });
    await expect
      .poll(async () => (await company.figures()).get('anna'), { timeout: 15_000 })
      .toMatchObject({ in_count: 2 });
  });
});
