import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { mentions } from '../../src/listening/store/mentions.table.ts';
import { appendLive } from '../../src/platform/live/append-live.ts';
import { phone, settled, sidewaysScroll, takePicture, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { violationsOf } from './looking-over.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let visit: Visit;
let threadPath = '';

beforeAll(async () => {
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
  const facebook = await joinUp(open.house, company, 'facebook');
  await say(open.house, company, facebook, {
    form: 'comment',
    nativeId: '1_2',
    author: { nativeId: 'bruno', name: 'Bruno Costa', handle: 'bruno.costa' },
    text: 'Comprate invece da me, scrivetemi in privato!',
    saidAt: ago(30),
    place: { name: 'Enoteca Al Brindisi, Ferrara' },
  });
  const { threads } = await company.json<{ threads: { id: string }[] }>(
    'GET',
    `/api/workspaces/${company.workspaceId}/threads`,
  );
  threadPath = `${open.house.url}/${company.slug}/conversazioni/${threads[0]?.id}`;
});
afterAll(() => open?.stop());
afterEach(() => visit && leave(visit));

/** As the house does once the channel has said yes. */
const hideAsAColleague = (hiddenAt: Date | null): Promise<void> =>
  open.house.house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    const [one] = await tx
      .update(mentions)
      .set({ hiddenAt })
      .where(eq(mentions.workspaceId, company.workspaceId))
      .returning({ id: mentions.id });
    await appendLive(tx, company.workspaceId, [
      { kind: 'mention.hidden', payload: { mentionIds: [one?.id] } },
    ]);
  });

it('a comment says where it was written, and shows at once that a colleague has hidden it', {
  timeout: 60_000,
}, async () => {
  for (const [theme, size] of [
    ['light', undefined],
    ['dark', phone],
  ] as const) {
    await company.json('PATCH', '/api/me', { theme });
    visit = await open.look({ cookie: company.cookie, ...(size ? { size } : {}) });
    const { page } = visit;
    await page.goto(threadPath);
    await page.getByText('Enoteca Al Brindisi, Ferrara').waitFor();
    await settled(page);
    await takePicture(page, `commento-${theme}`);
    await hideAsAColleague(new Date());
    await page.getByText('Nascosto da noi').waitFor();
    await page.getByRole('button', { name: 'Mostra di nuovo' }).waitFor();
    await takePicture(page, `commento-nascosto-${theme}`);
    expect(await violationsOf(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await hideAsAColleague(null);
    await page.getByRole('button', { name: 'Nascondi là' }).waitFor();
    if (theme === 'light') await leave(visit);
  }
});
