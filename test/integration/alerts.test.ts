import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { openAlerts } from './alerts-kit.ts';

let test: TestHouse;
beforeAll(async () => {
  test = await startTestHouse();
});
afterAll(() => test.stop());

type Story = {
  explanation: string;
  words: { word: string }[];
  hours: { heard: number; usual: number | null; isStory: boolean }[];
  mentions: { body: string }[];
};

describe('alerts', () => {
  it('have sensible rules from the first watch on', async () => {
    const company = await openAlerts(test, 'Cantina Regole');
    const rules = await company.rules();
    expect(Object.fromEntries(rules.map(({ kind, state }) => [kind, state]))).toEqual({
      spike: 'on',
      polarity: 'on',
      aspect: 'off',
      silence: 'on',
      reach: 'on',
      phrase: 'off',
    });
    await company.patch(`alert-rules/${await company.rule('spike')}`, { state: 'off', falseAlarms: 'week' });
    const changed = (await company.rules()).find(({ kind }) => kind === 'spike');
    expect(changed).toMatchObject({ state: 'off', falseAlarms: 'week', watchName: 'Dolcetto' });
  });

  it('tell a spike as one story that explains itself, grows, is seen, and ends', async () => {
    const company = await openAlerts(test, 'Cantina Onda');
    await company.fillPast();
    await company.look();
    expect(await company.alerts()).toEqual([]);
    await company.hearNow(24);
    await company.look();
    const [alert, ...others] = (await company.alerts()).filter(({ kind }) => kind === 'spike');
    expect(others).toEqual([]);
    expect(alert?.figures.heard).toBeGreaterThanOrEqual(20);
    expect(alert?.figures.high).toBeLessThan(8);
    const story = await company.get<Story>(`alerts/${alert?.id}`);
    expect(story.explanation).toMatch(
      /di solito si sentono da \d+ a \d+ menzioni; questa volta \d+\. Parole cresciute: .*tappo/,
    );
    expect(story.mentions.length).toBeGreaterThanOrEqual(20);
    expect(story.hours.some(({ isStory, heard, usual }) => isStory && heard > 10 * (usual ?? 0))).toBe(true);

    await company.look();
    await company.hearNow(10, 'Ancora Dolcetto che sa di tappo', 'poi');
    await Promise.all([company.look(), company.look()]);
    const grown = (await company.alerts()).filter(({ kind }) => kind === 'spike');
    expect(grown).toHaveLength(1);
    expect(grown[0]?.figures.heard).toBeGreaterThan(alert?.figures.heard ?? 0);

    await company.post(`alerts/${alert?.id}/acknowledge`);
    await company.post(`alerts/${alert?.id}/acknowledge`);
    expect((await company.alerts()).find(({ id }) => id === alert?.id)?.acknowledged?.by).toBe(
      'Marta Valdorsa',
    );

    await company.rows(
      sql`delete from watch_matches where workspace_id = ${company.workspaceId} and said_at > now() - interval '1 day'`,
    );
    await company.look();
    expect((await company.alerts()).find(({ id }) => id === alert?.id)?.endedAt).not.toBeNull();
  });

  it('tell a watched phrase at once, and go on in the same story', async () => {
    const company = await openAlerts(test, 'Cantina Frase');
    await company.patch(`alert-rules/${await company.rule('phrase')}`, { state: 'on' });
    await company.hear({
      nativeId: 'f1',
      who: 'anna',
      text: 'Dolcetto richiamato',
      saidAt: new Date(Date.now() + 500).toISOString(),
    });
    await company.hear({
      nativeId: 'f2',
      who: 'luca',
      text: 'Anche il mio Dolcetto',
      saidAt: new Date(Date.now() + 500).toISOString(),
    });
    const phrases = (await company.alerts()).filter(({ kind }) => kind === 'phrase');
    expect(phrases).toHaveLength(1);
    expect(phrases[0]?.figures.heard).toBe(2);
  });

  it('tell the first words of somebody with reach, not their second', async () => {
    const company = await openAlerts(test, 'Cantina Voce');
    await company.rules();
    const saidAt = () => new Date().toISOString();
    await company.hear({ nativeId: 'r0', who: 'piccolo', text: 'Un Dolcetto qualunque', saidAt: saidAt() });
    expect((await company.alerts()).filter(({ kind }) => kind === 'reach')).toEqual([]);
    const ids = ['gino', 'pino'];
    for (const who of ids)
      await company.rows(sql`insert into contacts (workspace_id, id, name, last_at)
        values (${company.workspaceId}, gen_random_uuid(), ${who}, now())`);
    await company.rows(sql`insert into identities (workspace_id, id, contact_id, channel, native_id, followers, profiling)
      select workspace_id, gen_random_uuid(), id, 'bluesky', name, 90000, true from contacts
      where workspace_id = ${company.workspaceId} and name in ('gino', 'pino')`);
    await company.hear({ nativeId: 'r1', who: 'gino', text: 'Ho bevuto un Dolcetto', saidAt: saidAt() });
    await company.hear({ nativeId: 'r2', who: 'gino', text: 'Ancora Dolcetto', saidAt: saidAt() });
    const found = (await company.alerts()).filter(({ kind }) => kind === 'reach');
    expect(found.map(({ figures }) => figures.heard)).toEqual([1]);
  });

  it('keep nobody’s words: what is taken back is gone from the story', async () => {
    const company = await openAlerts(test, 'Cantina Oblio');
    await company.fillPast();
    await company.hearNow(24, 'Dolcetto segretissimo');
    await company.look();
    const kept = await company.rows<{ all: string }>(sql`
      select (select string_agg(row_to_json(a)::text, '') from alerts a where a.workspace_id = ${company.workspaceId})
        || coalesce((select string_agg(row_to_json(d)::text, '') from alert_deliveries d where d.workspace_id = ${company.workspaceId}), '') as all`);
    expect(kept[0]?.all).not.toContain('segretissimo');
    const [alert] = (await company.alerts()).filter(({ kind }) => kind === 'spike');
    await company.rows(sql`update mentions set body = '', title = null, removed_at = now(), reading = null
      where workspace_id = ${company.workspaceId} and body like '%segretissimo%'`);
    expect(JSON.stringify(await company.get(`alerts/${alert?.id}`))).not.toContain('segretissimo');
  });

  it('show beforehand how often a choice would have told somebody', async () => {
    const company = await openAlerts(test, 'Cantina Anteprima');
    await company.fillPast(40);
    const preview = await company.get<{ days: number; told: Record<string, number> }>(
      `alert-rules/${await company.rule('spike')}/preview`,
    );
    expect(preview.days).toBeGreaterThan(20);
    expect(preview.told.quarter).toBeLessThanOrEqual(preview.told.week ?? -1);
  });
});
