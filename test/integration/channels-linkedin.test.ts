import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Channel, type Json, openConnection } from '../../src/channels/index.ts';
import { channels } from '../../src/channels/registry.ts';
import { ingest } from '../../src/listening/actions/ingest.ts';
import { recheckAll } from '../../src/listening/actions/recheck.ts';
import { sweep } from '../../src/listening/actions/sweep.ts';
import type { CreatedCompany } from '../../src/people/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { expectOk } from '../../src/platform/result.ts';
import { proves } from '../harness/proves.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { json } from '../peers/vendors/authorization-server.ts';
import { type LinkedinVendor, OUR_PAGE, startLinkedin } from '../peers/vendors/linkedin/linkedin-server.ts';
import { coordinatorOf, joinChannel } from './oauth-journey.ts';
import { makeCompany } from './people-visitor.ts';

proves('linkedin', 'specification', ['comments']);

const HOUR = 3_600_000;
const client = { clientId: '78bwprova6gz6t', clientSecret: 'WPL_AP1.prova' };

describe('a LinkedIn page at a vendor as far as its documentation could be read (simulated)', () => {
  const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));
  let harness: TestPlatform;
  let company: CreatedCompany;
  let linkedin: LinkedinVendor;
  let count = 0;

  beforeAll(async () => {
    harness = await createTestPlatform({ clock });
  });
  afterAll(async () => {
    await harness?.close();
    await linkedin?.close();
  });
  beforeEach(async () => {
    count += 1;
    await linkedin?.close();
    linkedin = await startLinkedin(
      clock,
      `${harness.platform.config.baseUrl}/api/connections/oauth/callback`,
    );
    company = await makeCompany(harness.platform, 'Cantina', `Ada ${count}`);
  });

  const join = (more: Record<string, string> = {}) =>
    joinChannel(harness.platform, coordinatorOf(company), 'linkedin', {
      ...client,
      apiUrl: linkedin.origin,
      ...more,
    });
  const connect = async () => {
    const row = expectOk(await join());
    const whose = { workspaceId: company.workspaceId, connectionId: row.id };
    let cursor: Json = null;
    const poll = async () => {
      const { channel, context } = expectOk(
        await openConnection(harness.platform, whose.workspaceId, whose.connectionId),
      );
      const polled = await channel.receive.poll?.(context, cursor, { searches: [], wants: () => true });
      if (!polled) throw new Error('this channel is polled');
      if (!polled.ok) return polled;
      cursor = polled.value.cursor;
      const { items } = polled.value;
      await ingest(harness.platform, { ...whose, channel, items, receivedAt: clock.now() });
      return polled;
    };
    const heard = () =>
      harness.platform.database.inWorkspace(whose.workspaceId, async (tx) => {
        const { rows } = await tx.execute<{
          native_id: string;
          body: string;
          ours: boolean;
          removed: boolean;
          name: string | null;
        }>(
          `select m.native_id, m.body, m.ours, m.removed_at is not null as removed, a.name
             from mentions m left join authors a on a.workspace_id = m.workspace_id and a.id = m.author_id
            where m.connection_id = '${whose.connectionId}' order by m.said_at, m.native_id`,
        );
        return rows;
      });
    return { row, whose, poll, heard };
  };

  it('comments of each post come in turn, page by page, with their author’s name and nothing more, once', async () => {
    const [older, newer] = ['Vendemmia', 'Mosto'].map((text) => linkedin.post(text));
    linkedin.setPageSize(2);
    for (let n = 1; n <= 3; n += 1) linkedin.comment(newer ?? '', `Commento ${n}`);
    linkedin.comment(older ?? '', 'Quando aprite?');
    linkedin.comment(older ?? '', 'mai letto', { isPrivate: true });
    const { row, poll, heard } = await connect();
    expect(row.account).toMatchObject({
      nativeId: `urn:li:organization:${OUR_PAGE}`,
      name: 'Cantina Boschetto',
    });
    for (let turn = 0; turn < 8; turn += 1) expectOk(await poll());
    const bodies = (await heard()).map(({ body }) => body);
    expect([...bodies].sort()).toEqual([
      'Commento 1',
      'Commento 2',
      'Commento 3',
      'Mosto',
      'Quando aprite?',
      'Vendemmia',
    ]);
    expect((await heard()).find(({ body }) => body === 'Quando aprite?')).toMatchObject({
      name: 'Anna Sole',
      ours: false,
    });
    expect(JSON.stringify(linkedin.asked)).not.toContain('Sommelier');
    const finders = linkedin.asked.filter((line) => line.includes('dmaFeedContentsExternal'));
    expect(finders).toHaveLength(8);
  });

  it('nobody is profiled and nothing leaves: LinkedIn’s terms, held by the core', async () => {
    const found = channels.find(({ manifest }) => manifest.id === 'linkedin');
    expect(found?.manifest.dataTerms).toMatchObject({ profileAuthors: false, exportable: false });
    expect(found?.compose).toBeUndefined();
    expect(found?.manifest.capabilities.reply).toMatchObject({ how: 'absent' });
  });

  it('what is gone or not shared any more goes here; words nobody can vouch for end after two days', async () => {
    const post = linkedin.post('Vendemmia');
    const [stays, goes] = ['Resta', 'Va via'].map((text) => linkedin.comment(post, text));
    const { poll, heard } = await connect();
    for (let turn = 0; turn < 2; turn += 1) expectOk(await poll());
    const sweepNow = () =>
      sweep(harness.platform.database, clock.now(), channels as readonly Pick<Channel, 'manifest'>[]);
    linkedin.comments.delete(goes ?? '');
    for (let hours = 0; hours < 96; hours += 6) {
      clock.advance(6 * HOUR);
      await recheckAll(harness.platform);
      await sweepNow();
    }
    const byId = async () => new Map((await heard()).map((one) => [one.native_id, one]));
    expect((await byId()).get(stays ?? '')).toMatchObject({ body: 'Resta', removed: false });
    expect((await byId()).get(goes ?? '')).toMatchObject({ body: '', removed: true });
    linkedin.setFault(() => json(500, {}));
    for (let hours = 0; hours < 72; hours += 6) {
      clock.advance(6 * HOUR);
      await recheckAll(harness.platform);
      await sweepNow();
    }
    expect((await byId()).get(stays ?? '')).toMatchObject({ body: '', removed: false });
  });

  it('several pages ask which; an old version, a rate limit, an ended token and a withdrawn permission are told apart', async () => {
    linkedin.setPages([OUR_PAGE, '42']);
    expect(await join()).toMatchObject({
      ok: false,
      error: { problem: { kind: 'misconfigured', field: 'page' } },
    });
    expect(await join({ page: '7' })).toMatchObject({ ok: false, error: { problem: { field: 'page' } } });
    expect(await join({ apiVersion: '202301' })).toMatchObject({
      ok: false,
      error: { problem: { kind: 'misconfigured', field: 'apiVersion' } },
    });
    linkedin.setPages([OUR_PAGE]);
    linkedin.post('Vendemmia');
    const { poll } = await connect();
    linkedin.setFault(() =>
      json(429, { status: 429, code: 'TOO_MANY_REQUESTS', message: '' }, { 'retry-after': '60' }),
    );
    expect(await poll()).toMatchObject({ ok: false, error: { kind: 'rate-limited', retryAfterMs: 60_000 } });
    linkedin.setFault(undefined);
    linkedin.account.endAccessTokens();
    expectOk(await poll());
    expect(linkedin.account.asked.slice(-1)).toEqual(['refresh_token']);
    linkedin.account.withdrawAll();
    expect(await poll()).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
  });
});
