import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  backfillWatch,
  changeWatch,
  createWatch,
  ingest,
  listeningRoom,
  readMentions,
  removeWatch,
} from '../../src/listening/index.ts';
import type { Member } from '../../src/people/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { expectOk } from '../../src/platform/result.ts';
import { createTestPlatform, type TestPlatform } from '../harness/test-platform.ts';
import { makeWorkspace, plainChannel, saying } from './listening-kit.ts';

let house: TestPlatform;
let other: TestPlatform['platform'];
beforeAll(async () => {
  house = await createTestPlatform();
  other = house.platform;
  await house.platform.jobs.start(listeningRoom(house.platform).jobs ?? []);
});
afterAll(() => house.close());

type Place = { workspaceId: string; connectionId: string };
const member = ({ workspaceId }: Place): Member => ({
  kind: 'member',
  workspaceId,
  personId: newId(),
  name: 'Anna',
  roles: ['coordinator'],
});
const purpose = 'Rispondere a chi parla di noi';
const take = (place: Place, items: Parameters<typeof ingest>[1]['items']) =>
  ingest(other, { ...place, channel: plainChannel(), items, receivedAt: new Date('2026-11-21T08:00:00Z') });
const view = (place: Place, ids: readonly string[]) =>
  other.database.inWorkspace(place.workspaceId, (tx) => readMentions(tx, place.workspaceId, ids));
const about = (nativeId: string, text: string, more = {}) =>
  saying({ nativeId, text, addressed: false, ...more });

const until = async (is: () => Promise<boolean>): Promise<void> => {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('a watch', () => {
  it('lets in what it asks for and nothing else, and says where', async () => {
    const place = await makeWorkspace(house.platform);
    const watch = await createWatch(house.platform, member(place), {
      name: 'Noi',
      terms: ['Cantina Rossi'],
      except: ['moto'],
      purpose,
    });
    const { mentions } = await take(place, [
      about('1', 'Ieri alla #CantinaRossi'),
      about('2', 'Una cantina qualunque'),
      about('3', 'Cantina Rossi e la sua moto'),
      about('4', 'Titolo', { title: 'Cantina Rossi' }),
    ]);
    const views = await view(place, mentions);
    expect(views.map(({ nativeId, matches }) => [nativeId, matches])).toEqual([
      ['1', [{ watchId: watch.id, spans: [[11, 23]] }]],
      ['4', [{ watchId: watch.id, spans: [] }]],
    ]);
  });

  it('goes with the edit: a text that no longer says it answers to it no more', async () => {
    const place = await makeWorkspace(house.platform);
    await createWatch(house.platform, member(place), { name: 'Noi', terms: ['rossi'], except: [], purpose });
    const { mentions } = await take(place, [about('1', 'Da Rossi')]);
    await take(place, [about('1', 'Da Bianchi', { revision: '2', editedAt: '2026-11-20T11:00:00Z' })]);
    expect(await view(place, mentions)).toMatchObject([{ body: 'Da Bianchi', matches: [] }]);
  });

  it('looks through what is held already, in the background', async () => {
    const place = await makeWorkspace(house.platform);
    const { mentions } = await take(place, [
      saying({ nativeId: '1', text: 'Un Dolcetto, grazie' }),
      saying({ nativeId: '2', text: 'Un Barolo' }),
    ]);
    const watch = await createWatch(house.platform, member(place), {
      name: 'Dolcetto',
      terms: ['dolcetto'],
      except: [],
      purpose,
    });
    await until(async () => ((await view(place, mentions))[0]?.matches.length ?? 0) > 0);
    const [first, second] = await view(place, mentions);
    expect(first?.matches).toEqual([{ watchId: watch.id, spans: [[3, 11]] }]);
    expect(second?.matches).toEqual([]);
  });

  it('with other words forgets what answered to the old ones; an old search through history stops', async () => {
    const place = await makeWorkspace(house.platform);
    const { mentions } = await take(place, [saying({ text: 'Dolcetto e Barolo' })]);
    const actor = member(place);
    const watch = await createWatch(house.platform, actor, {
      name: 'V',
      terms: ['dolcetto'],
      except: [],
      purpose,
    });
    await until(async () => (await view(place, mentions))[0]?.matches.length === 1);
    await changeWatch(house.platform, actor, watch.id, { terms: ['barolo'] });
    const stale = { workspaceId: place.workspaceId, watchId: watch.id, version: watch.createdAt };
    expect(await backfillWatch(house.platform, stale)).toEqual({ matched: 0 });
    await until(async () => (await view(place, mentions))[0]?.matches.length === 1);
    expect((await view(place, mentions))[0]?.matches).toEqual([{ watchId: watch.id, spans: [[11, 17]] }]);
  });

  it('paused or removed lets nothing in', async () => {
    const place = await makeWorkspace(house.platform);
    const actor = member(place);
    const watch = await createWatch(house.platform, actor, {
      name: 'N',
      terms: ['rossi'],
      except: [],
      purpose,
    });
    expectOk(await changeWatch(house.platform, actor, watch.id, { state: 'paused' }));
    expect((await take(place, [about('1', 'Rossi')])).mentions).toEqual([]);
    expectOk(await changeWatch(house.platform, actor, watch.id, { state: 'active' }));
    expect((await take(place, [about('1', 'Rossi')])).mentions).toHaveLength(1);
    expectOk(await removeWatch(house.platform, actor, watch.id));
    expect((await take(place, [about('2', 'Rossi')])).mentions).toEqual([]);
    expect(await removeWatch(house.platform, actor, watch.id)).toMatchObject({ ok: false });
  });

  it('leaves its changes in the record', async () => {
    const place = await makeWorkspace(house.platform);
    const actor = member(place);
    const watch = await createWatch(house.platform, actor, {
      name: 'N',
      terms: ['rossi'],
      except: [],
      purpose,
    });
    await removeWatch(house.platform, actor, watch.id);
    const { rows } = await house.platform.database.inWorkspace(place.workspaceId, async (tx) =>
      tx.execute<{ action: string }>('select action from audit_entries order by id'),
    );
    expect(rows.map(({ action }) => action)).toEqual(['watch.created', 'watch.removed']);
  });
});
