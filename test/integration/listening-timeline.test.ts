import { afterAll, beforeAll, expect, it } from 'vitest';
import { ingest } from '../../src/listening/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { plainChannel, saying } from './listening-kit.ts';

let test: TestHouse;
let company: TestCompany;
let watchId: string;
const home = () => `/api/workspaces/${company.workspaceId}`;

beforeAll(async () => {
  test = await startTestHouse();
  company = await test.company('Cantina Valdorsa');
  const watch = await company.json<{ id: string }>('POST', `${home()}/watches`, {
    name: 'Il nostro nome',
    terms: ['Valdorsa'],
    except: [],
    purpose: 'Sapere che cosa si dice di noi',
  });
  watchId = watch.id;
  const { platform } = test.house;
  const connectionId = newId();
  await platform.database.inWorkspace(company.workspaceId, async (tx) => {
    await tx.execute(`insert into connections (workspace_id, id, channel, name, settings, state)
      values ('${company.workspaceId}', '${connectionId}', 'plain', 'Prova', '{}', 'paused')`);
  });
  const day = (date: string, at: number) => `${date}T${String(8 + (at % 12)).padStart(2, '0')}:00:00Z`;
  const quiet = Array.from({ length: 56 }, (_, at) =>
    saying({
      nativeId: `quiet-${at}`,
      text: `Bella serata con il vino ${at % 3 ? 'della Valdorsa' : 'di casa'}`,
      saidAt: day(new Date(Date.UTC(2026, 8, 1 + (at % 28))).toISOString().slice(0, 10), at),
    }),
  );
  const storm = Array.from({ length: 20 }, (_, at) =>
    saying({
      nativeId: `storm-${at}`,
      text: 'Consegna pessima, cartoni rotti: sono molto deluso dalla Valdorsa.',
      saidAt: day('2026-09-29', at),
    }),
  );
  // Said on the 30th in Rome, though not yet in London.
  const late = saying({ nativeId: 'late', text: 'Buonanotte Valdorsa', saidAt: '2026-09-29T22:30:00Z' });
  const ours = saying({ nativeId: 'ours', text: 'Ci scusiamo', ours: true, saidAt: '2026-09-29T12:00:00Z' });
  await ingest(platform, {
    workspaceId: company.workspaceId,
    connectionId,
    channel: plainChannel(),
    items: [...quiet, ...storm, late, ours],
    receivedAt: new Date('2026-10-01T08:00:00Z'),
    read: test.house.reader.read,
  });
});
afterAll(() => test.stop());

type Span = {
  from: string;
  volume: number;
  unusual: { expected: number; z: number } | null;
  watches: Record<string, number>;
};
const september = 'since=2026-08-31T22:00:00Z&until=2026-09-30T22:00:00Z&by=day&zone=Europe/Rome';

it('counts others’ words day by day at the person’s midnight, days of silence too', async () => {
  const { spans } = await company.json<{ spans: Span[] }>(
    'GET',
    `${home()}/timeline?${september}&watches=${watchId}`,
  );
  expect(spans).toHaveLength(30);
  expect(spans[0]).toMatchObject({ from: '2026-09-01', volume: 2 });
  expect(spans[28]).toMatchObject({ from: '2026-09-29', volume: 20, watches: { [watchId]: 20 } });
  expect(spans[29]).toMatchObject({ from: '2026-09-30', volume: 1, watches: { [watchId]: 1 } });
});

it('tells nothing of the time before anybody listened, which was no silence', async () => {
  const { spans } = await company.json<{ spans: Span[] }>(
    'GET',
    `${home()}/timeline?since=2026-06-30T22:00:00Z&until=2026-09-30T22:00:00Z&by=day&zone=Europe/Rome`,
  );
  expect(spans[0]).toMatchObject({ from: '2026-09-01', volume: 2 });
  expect(spans.filter(({ unusual }) => unusual).map(({ from }) => from)).toEqual(['2026-09-29']);
});

it('calls the day of the storm unusual, with what was to be expected, and no other', async () => {
  const { spans } = await company.json<{ spans: Span[] }>('GET', `${home()}/timeline?${september}`);
  expect(spans.filter(({ unusual }) => unusual).map(({ from }) => from)).toEqual(['2026-09-29']);
  expect(spans[28]?.unusual?.expected).toBeCloseTo(2);
});

it('tells how it was spoken, of what, and where', async () => {
  type Polarities = Record<'pos' | 'neg' | 'neu' | 'mixed', number>;
  const found = await company.json<{
    spans: (Span & { polarity: Polarities })[];
    channels: { channel: string; volume: number }[];
    aspects: { aspect: string; polarity: Polarities }[];
  }>('GET', `${home()}/timeline?${september}`);
  expect(found.channels).toMatchObject([{ channel: 'plain', volume: 77 }]);
  expect(found.spans[28]?.polarity.neg).toBe(20);
  expect(found.aspects.find(({ aspect }) => aspect === 'delivery')?.polarity.neg).toBe(20);
});

it('explains a day by the words that grew, with the mentions that say them', async () => {
  const change = await company.json<{
    words: { word: string; now: number; before: number }[];
    mentions: { body: string }[];
  }>('GET', `${home()}/timeline/change?since=2026-09-28T22:00:00Z&until=2026-09-29T22:00:00Z`);
  expect(change.words.map(({ word }) => word)).toEqual(
    expect.arrayContaining(['cartoni', 'rotti', 'consegna']),
  );
  expect(change.words.map(({ word }) => word)).not.toContain('vino');
  expect(change.mentions[0]?.body).toContain('cartoni rotti');
});

it('refuses a time that ends before it begins, or that is longer than anybody can read', async () => {
  for (const wrong of [
    'since=2026-09-30T00:00:00Z&until=2026-09-01T00:00:00Z',
    'since=2020-09-30T00:00:00Z&by=day',
    'zone=Casa%2FMia',
  ]) {
    const response = await company.as(`${home()}/timeline?${wrong}`);
    expect([400, 422]).toContain(response.status);
  }
});
