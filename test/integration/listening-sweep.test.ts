import { afterAll, beforeAll, expect, it } from 'vitest';
import { ingest, readMentions, sweepOldContent } from '../../src/listening/index.ts';
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
  const young = await take('2026-11-21T09:00:00Z', [saying({ nativeId: 'young' })]);
  await sweepOldContent(house.platform.database, now, [forADay]);
  const state = await house.platform.database.inWorkspace(place.workspaceId, async (tx) => ({
    views: await readMentions(tx, place.workspaceId, [...old.mentions, ...young.mentions]),
    revisions: (await tx.execute('select * from mention_revisions')).rows,
    raw: (await tx.execute<{ body: string }>('select body from raw_items order by native_id, revision')).rows,
  }));
  expect(state.views).toMatchObject([
    { nativeId: 'old', body: '', title: null, quoted: null, removedAt: null },
    { nativeId: 'young', body: expect.stringContaining('Dolcetto') },
  ]);
  expect(state.revisions).toEqual([]);
  expect(state.raw.map(({ body }) => body === '')).toEqual([true, true, false]);
});

it('deletions of what never came are forgotten after a day, those of mentions never', async () => {
  const place = await makeWorkspace(house.platform);
  const removed = (nativeId: string) =>
    rawOf({ kind: 'removed', nativeId, removedAt: '2026-11-20T12:00:00.000Z' });
  await ingest(house.platform, {
    ...place,
    channel: plainChannel(),
    items: [saying({ nativeId: 'ours' }), removed('ours'), removed('stranger')],
    receivedAt: new Date('2026-11-20T13:00:00Z'),
  });
  await sweepOldContent(house.platform.database, now, []);
  const { rows } = await house.platform.database.inWorkspace(place.workspaceId, (tx) =>
    tx.execute<{ native_id: string }>('select native_id from tombstones'),
  );
  expect(rows).toEqual([{ native_id: 'ours' }]);
});
