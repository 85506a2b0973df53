import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ingest, readMentions, sweepOldContent } from '../../src/listening/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { makeWorkspace, plainChannel, rawOf, saying } from './listening-kit.ts';

let house: TestPlatform;
beforeAll(async () => {
  house = await createTestPlatform();
});
afterAll(() => house.close());

const forADay = plainChannel({
  dataTerms: {
    keepContent: { maxHours: 24 },
    profileAuthors: true,
    exportable: true,
    source: '',
    checkedOn: '',
  },
});
const now = new Date('2026-11-22T08:00:00Z');

it('words that may be kept for a day are gone after it, in the mention, its past and its raw; younger ones stay', async () => {
  const place = await makeWorkspace(house.platform);
  const take = (receivedAt: string, items: Parameters<typeof ingest>[1]['items']) =>
    ingest(house.platform, { ...place, channel: forADay, items, receivedAt: new Date(receivedAt) });
  const old = await take('2026-11-21T07:00:00Z', [
    saying({ nativeId: 'old', title: 'Titolo', quoted: 'citato' }),
    saying({ nativeId: 'old', title: 'Altro', revision: '2', editedAt: '2026-11-20T12:00:00Z' }),
  ]);
  const [oldId = ''] = old.mentions;
  await house.platform.database.inWorkspace(place.workspaceId, (tx) =>
    tx.execute(sql`insert into watch_matches (workspace_id, watch_id, mention_id, spans, said_at)
      values (${place.workspaceId}, ${newId()}, ${oldId}, '[[3, 10]]', now())`),
  );
  const young = await take('2026-11-21T09:00:00Z', [saying({ nativeId: 'young' })]);
  await sweepOldContent(house.platform.database, now, [forADay]);
  const state = await house.platform.database.inWorkspace(place.workspaceId, async (tx) => ({
    views: await readMentions(tx, place.workspaceId, [...old.mentions, ...young.mentions]),
    revisions: (await tx.execute('select * from mention_revisions')).rows,
    found: (await tx.execute('select mention_id, spans from watch_matches')).rows,
    events: (await tx.execute(`select payload from outbox_events where kind = 'mentions.emptied'`)).rows,
    raw: (await tx.execute<{ body: string }>('select body from raw_items order by native_id, revision')).rows,
  }));
  expect(state.views).toMatchObject([
    { nativeId: 'old', body: '', title: null, quoted: null, removedAt: null },
    { nativeId: 'young', body: expect.stringContaining('Dolcetto') },
  ]);
  expect(state.revisions).toEqual([]);
  expect(state.found).toEqual([{ mention_id: oldId, spans: [] }]);
  expect(state.events).toEqual([{ payload: { mentionIds: [oldId] } }]);
  expect(state.raw.map(({ body }) => body === '')).toEqual([true, true, false]);
});

it('deletions of what never came are forgotten a day after they reached us, however old; those of mentions never', async () => {
  const place = await makeWorkspace(house.platform);
  const removed = (nativeId: string) =>
    rawOf({ kind: 'removed', nativeId, removedAt: '2026-10-01T12:00:00.000Z' });
  const take = (receivedAt: string, items: Parameters<typeof ingest>[1]['items']) =>
    ingest(house.platform, {
      ...place,
      channel: plainChannel(),
      items,
      receivedAt: new Date(receivedAt),
    });
  await take('2026-11-20T13:00:00Z', [
    saying({ nativeId: 'ours' }),
    removed('ours'),
    removed('stranger'),
    removed('again'),
  ]);
  await take('2026-11-22T07:00:00Z', [removed('late'), removed('again')]);
  await sweepOldContent(house.platform.database, now, []);
  const { rows } = await house.platform.database.inWorkspace(place.workspaceId, (tx) =>
    tx.execute<{ native_id: string }>('select native_id from tombstones order by native_id'),
  );
  expect(rows.map((row) => row.native_id)).toEqual(['again', 'late', 'ours']);
});
