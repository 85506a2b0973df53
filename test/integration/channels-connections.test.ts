import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noteProblem, openConnection } from '../../src/channels/index.ts';
import { type CreatedCompany, createCompany } from '../../src/people/index.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { type SiteServer, startSite } from '../peers/web/site-server.ts';
import { channelsServer } from './channels-server.ts';
import { makeCompany, makeMember, signedInAs, type Visitor, visitor } from './people-visitor.ts';

describe('joining channels up', () => {
  let harness: TestPlatform;
  let site: SiteServer;
  let server: ReturnType<typeof channelsServer>;
  let ada: CreatedCompany;
  let company: CreatedCompany;
  let coordinator: Visitor;
  let path: string;

  beforeAll(async () => {
    harness = await createTestPlatform();
    site = await startSite();
    server = channelsServer(harness.platform);
    ada = await makeCompany(harness.platform, 'Cantina di Ada', 'Ada');
    coordinator = await signedInAs(server, 'Ada');
  });
  beforeEach(async () => {
    company = await harness.platform.database.asInstallation((tx) =>
      createCompany(tx, { company: 'Cantina', person: { id: ada.personId, name: 'Ada' } }, new Date()),
    );
    path = `/api/workspaces/${company.workspaceId}/connections`;
    site.behave('panificio.rss', 'well');
  });
  afterAll(async () => {
    await site?.stop();
    await harness?.close();
  });

  const addFeed = (file = 'panificio.rss') =>
    coordinator.post(path, { channel: 'feed', values: { url: site.address(file) } });
  const rowsOf = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    (await harness.platform.database.asInstallation((tx) => tx.execute<Row>(query))).rows;

  it('tells every channel, its form and how far it is proven', async () => {
    const { status, body } = await coordinator.get('/api/channels');
    expect(status).toBe(200);
    const feed = body.channels.find((channel: { id: string }) => channel.id === 'feed');
    expect(feed).toMatchObject({
      name: { it: 'Siti e blog' },
      fields: [
        { name: 'url', required: true },
        { name: 'ownSite' },
        { name: 'comments' },
        { name: 'keepAll' },
      ],
      proof: { level: 'live-peer' },
    });
    expect((await visitor(server).get('/api/channels')).status).toBe(401);
  });

  it('keeps a feed that works, under its own name, and shows it to the whole company', async () => {
    const added = await addFeed();
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      channel: 'feed',
      settings: { url: site.address('panificio.rss') },
      account: { nativeId: site.address('panificio.rss') },
      state: 'active',
      problem: null,
      lastCheckedAt: expect.any(String),
    });
    expect(added.body.name).toBe(added.body.account.name);
    expect((await coordinator.get(path)).body.connections).toEqual([added.body]);
    const [audited] = await rowsOf(
      sql`select action, details from audit_entries where subject_id = ${added.body.id}`,
    );
    expect(audited).toMatchObject({ action: 'connection.added', details: { channel: 'feed' } });
    const [told] = await rowsOf(
      sql`select payload from live_changes where workspace_id = ${company.workspaceId}`,
    );
    expect(told).toEqual({ payload: { connectionId: added.body.id } });
  });

  it.each([
    ['a channel that does not exist', { channel: 'piccioni', values: {} }, 'channel'],
    ['a form with its field missing', { channel: 'feed', values: {} }, 'url'],
    ['an address that is none', { channel: 'feed', values: { url: 'http://' } }, 'url'],
    ['a scheme that is not the web', { channel: 'feed', values: { url: 'file:///etc/passwd' } }, 'url'],
    [
      'a field that the channel has not',
      { channel: 'feed', values: { url: 'https://a.example', x: '1' } },
      'x',
    ],
  ])('refuses %s, naming the field, in the reader’s language', async (_name, body, field) => {
    const refused = await coordinator.post(path, body);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'wrong-values', errors: [{ path: field }] });
    const english = await coordinator.send('POST', path, body, { 'accept-language': 'en' });
    expect(english.body.errors[0].message).not.toBe(refused.body.errors[0].message);
    expect((await coordinator.get(path)).body.connections).toEqual([]);
  });

  it.each([
    ['gone', 'channel-gone'],
    ['missing', 'channel-not-found'],
    ['server-error', 'channel-server-error'],
    ['html-instead', 'channel-misconfigured'],
    [{ retryAfter: 60 }, 'channel-rate-limited'],
    ['fifty-megabytes', 'channel-too-large'],
  ] as const)(
    'keeps nothing when the site answers %o, and says what is wrong beside the field',
    async (behaviour, code) => {
      site.behave('panificio.rss', behaviour);
      const refused = await addFeed();
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ code, title: expect.any(String), errors: [{ path: 'url' }] });
      expect((await coordinator.get(path)).body.connections).toEqual([]);
    },
  );

  it('refuses a private address with words about it', async () => {
    const refused = await coordinator.post(path, {
      channel: 'feed',
      values: { url: 'http://169.254.169.254/' },
    });
    expect(refused.body).toMatchObject({ status: 422, code: 'channel-blocked-address' });
  });

  it('refuses the same account twice, even when both come at once', async () => {
    const both = await Promise.all([addFeed(), addFeed()]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect((await coordinator.get(path)).body.connections).toHaveLength(1);
  });

  it('brings a removed account back as itself', async () => {
    const { body } = await addFeed();
    expect((await coordinator.delete(`${path}/${body.id}`)).status).toBe(204);
    expect((await coordinator.get(path)).body.connections).toEqual([]);
    expect(await openConnection(harness.platform, company.workspaceId, body.id)).toMatchObject({
      error: { kind: 'gone' },
    });
    expect((await coordinator.delete(`${path}/${body.id}`)).status).toBe(404);
    expect((await addFeed()).body.id).toBe(body.id);
  });

  it('renames, pauses and resumes', async () => {
    const { body } = await addFeed();
    const one = `${path}/${body.id}`;
    expect((await coordinator.patch(one, { name: 'Il fornaio' })).body.name).toBe('Il fornaio');
    expect((await coordinator.patch(one, { state: 'paused' })).body).toMatchObject({
      state: 'paused',
      nextPollAt: null,
    });
    await noteProblem(harness.platform, company.workspaceId, body.id, { kind: 'timeout', detail: '' });
    expect((await coordinator.post(`${one}/check`)).body.state).toBe('paused');
    expect((await coordinator.patch(one, { state: 'active' })).body).toMatchObject({
      state: 'active',
      problem: null,
    });
    expect((await coordinator.patch(one, {})).status).toBe(200);
    const audited = await rowsOf(
      sql`select action from audit_entries where subject_id = ${body.id} order by id`,
    );
    expect(audited.map((entry) => entry.action)).toEqual([
      'connection.added',
      'connection.changed',
      'connection.paused',
      'connection.resumed',
    ]);
  });

  it('tries a correction before it keeps it', async () => {
    const { body } = await addFeed();
    const one = `${path}/${body.id}`;
    const wrong = await coordinator.patch(one, { values: { url: site.address('non-ce.rss') } });
    expect(wrong.body).toMatchObject({ code: 'channel-not-found' });
    expect((await coordinator.get(path)).body.connections[0].settings.url).toBe(
      site.address('panificio.rss'),
    );
    const right = await coordinator.patch(one, { values: { url: site.address('recensioni.atom') } });
    expect(right.body).toMatchObject({ account: { nativeId: site.address('recensioni.atom') } });
  });

  it('shows a problem with words until a check finds all well', async () => {
    const { body } = await addFeed();
    site.behave('panificio.rss', 'gone');
    const broken = await coordinator.post(`${path}/${body.id}/check`);
    expect(broken.body).toMatchObject({
      state: 'needs-attention',
      problem: {
        kind: 'gone',
        title: { it: 'È stato chiuso per sempre' },
        advice: { en: expect.any(String) },
      },
    });
    site.behave('panificio.rss', 'well');
    expect((await coordinator.post(`${path}/${body.id}/check`)).body).toMatchObject({
      state: 'active',
      problem: null,
    });
  });

  it('waits longer after each failure, never sooner than asked, and asks people only where they can help', async () => {
    const { body } = await addFeed();
    const { platform } = harness;
    const fail = async (problem: Parameters<typeof noteProblem>[3]) => {
      const before = platform.clock.now().getTime();
      await noteProblem(platform, company.workspaceId, body.id, problem, { random: () => 1 });
      const [connection] = (await coordinator.get(path)).body.connections;
      return { state: connection.state, waits: Date.parse(connection.nextPollAt ?? 0) - before };
    };
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1)
      waits.push((await fail({ kind: 'timeout', detail: '' })).waits);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[3]).toBeGreaterThanOrEqual(8 * 30_000 - 1);
    const limited = await fail({ kind: 'rate-limited', retryAfterMs: 7_200_000, detail: '' });
    expect(limited.state).toBe('active');
    expect(limited.waits).toBeGreaterThanOrEqual(7_200_000 - 1);
    expect((await fail({ kind: 'unauthorised', detail: '' })).state).toBe('needs-attention');
  });

  it('lets only those manage who may, and shows nothing to strangers', async () => {
    const { body } = await addFeed();
    const one = `${path}/${body.id}`;
    await makeMember(harness.platform, company.workspaceId, 'Ugo', ['carer']);
    const carer = await signedInAs(server, 'Ugo');
    expect((await carer.get(path)).status).toBe(200);
    for (const answer of [
      await carer.post(path, { channel: 'by-hand', values: {} }),
      await carer.patch(one, { name: 'Mio' }),
      await carer.post(`${one}/check`),
      await carer.delete(one),
    ]) {
      expect(answer.status).toBe(403);
    }
    await makeCompany(harness.platform, 'Altra', 'Eva');
    const stranger = await signedInAs(server, 'Eva');
    for (const answer of [
      await stranger.get(path),
      await stranger.patch(one, { name: 'Mio' }),
      await stranger.post(`${one}/check`),
      await stranger.delete(one),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect((await coordinator.get(path)).body.connections[0].name).toBe(body.name);
  });

  it('answers bad input with 4xx', async () => {
    const zero = '\u0000';
    for (const input of [
      {},
      { channel: 1 },
      { channel: 'feed', values: { url: zero } },
      { channel: 'feed', values: [] },
    ]) {
      const { status } = await coordinator.post(path, input);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect((await coordinator.patch(`${path}/nessuno`, {})).status).toBe(400);
    expect((await coordinator.get('/api/connections/oauth/callback?state=x&code=y')).status).toBe(404);
    expect((await coordinator.get('/api/connections/oauth/callback')).status).toBe(400);
    expect((await coordinator.get(`${path}/authorised?state=x`)).status).toBe(404);
  });
});
