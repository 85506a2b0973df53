import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { phone, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, type Joined, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let bluesky: Joined;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  open = await openHouse();
});
afterAll(() => open?.stop());

beforeEach(async () => {
  company = await open.house.company('Cantina Valdorsa');
  bluesky = await joinUp(open.house, company, 'bluesky');
  await hear('Anna Bruni', 'Siete aperti domenica mattina?', 30);
  await hear('Bruno Costa', 'Spedite anche in Sardegna?', 20);
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
});
afterEach(() => leave(visit));

const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;
const api = (path: string) => `/api/workspaces/${company.workspaceId}/${path}`;
const hear = (name: string, text: string, minutes = 0, more: object = {}, on: Joined = bluesky) =>
  say(open.house, company, on, {
    author: {
      nativeId: `${on.channel} ${name}`,
      name,
      handle: `@${name.split(' ')[0]?.toLowerCase()}.example`,
    },
    text,
    saidAt: ago(minutes),
    ...more,
  });
const list = (on: Page = page) => on.getByRole('region', { name: 'Elenco delle conversazioni' });
const row = (name: string, on: Page = page) => list(on).getByRole('link').filter({ hasText: name });
const opened = (name: string, on: Page = page) => on.getByRole('article', { name });
const openRow = async (name: string, on: Page = page) => {
  await on.goto(address('conversazioni'));
  await row(name, on).first().click();
  await opened(name, on).waitFor();
};
const press = (keys: string) => page.keyboard.press(keys);

it('two conversations are joined by keyboard, lead from the old address to the one, and are taken apart again', async () => {
  await openRow('Bruno Costa');
  const old = page.url();
  await openRow('Anna Bruni');
  await press('w');
  const dialog = page.getByRole('dialog', { name: 'Quali conversazioni unire a questa' });
  await dialog.getByText('Bruno Costa').click();
  const colleague = await open.look({ cookie: company.cookie });
  await openRow('Bruno Costa', colleague.page);
  await dialog.getByRole('button', { name: 'Unisci questa' }).click();
  await page.getByText('Conversazioni unite.').waitFor();
  await colleague.page.getByRole('article').getByText('Siete aperti domenica mattina?').waitFor();
  await leave(colleague);
  await page.getByRole('article').getByText('Spedite anche in Sardegna?').waitFor();
  await page.goto(old);
  await page.getByRole('article').getByText('Siete aperti domenica mattina?').waitFor();
  expect(page.url()).not.toBe(old);
  await page.getByRole('button', { name: 'Separale di nuovo' }).click();
  await page.getByText('Riportate com’erano.').waitFor();
  await page.goto(old);
  await opened('Bruno Costa').getByText('Spedite anche in Sardegna?').waitFor();
  expect(await page.getByRole('article').getByText('Siete aperti domenica mattina?').count()).toBe(0);
});

it('a conversation is divided where it changes, and found words lead to where they were said', async () => {
  await hear('Anna Bruni', 'E poi vorrei un preventivo per un matrimonio.', 10, { rootNativeId: 'r' });
  await hear('Anna Bruni', 'Il matrimonio è a giugno.', 5, { rootNativeId: 'r' });
  await openRow('Anna Bruni');
  await press('q');
  await page.getByRole('searchbox', { name: 'Cerca in questa conversazione' }).fill('preventivo');
  await page.getByText('Trovato una volta').waitFor();
  await page.getByRole('button', { name: /E poi vorrei un preventivo/ }).click();
  await page.getByRole('region', { name: 'Intorno a quello che hai trovato' }).waitFor();
  await page.getByRole('button', { name: 'Torna alla fine' }).click();
  await page.getByRole('button', { name: 'Chiudi la ricerca' }).click();
  await press('d');
  const dialog = page.getByRole('dialog', { name: /Quali messaggi/ });
  await dialog.getByText('Il matrimonio è a giugno.').click();
  await dialog.getByRole('button', { name: 'Dividi questo messaggio' }).click();
  await page.getByText('Divisa: ora sono due conversazioni.').waitFor();
  const turns = page.getByRole('article').getByRole('list').first();
  await turns.getByText('Il matrimonio è a giugno.').waitFor();
  expect(await turns.getByText('preventivo').count()).toBe(0);
});

it('whoever is one person by a human’s word is read in one conversation across channels', async () => {
  const mail = await joinUp(open.house, company, 'mail');
  await hear('Anna Bruni', 'Vi scrivo anche per mail: mi servono due casse.', 3, {}, mail);
  const { contacts } = await company.json<{ contacts: { id: string; name: string }[] }>(
    'GET',
    api('contacts'),
  );
  const [one, other] = contacts.filter(({ name }) => name === 'Anna Bruni');
  await company.json('POST', api(`contacts/${one?.id}/merge`), { otherId: other?.id, reason: 'La conosco.' });
  await openRow('Anna Bruni');
  await page
    .getByRole('complementary', { name: 'Chi è' })
    .getByText('Le altre conversazioni con noi')
    .waitFor();
  await press('t');
  const whole = page.getByRole('region', { name: 'Tutta la conversazione con questa persona' });
  await whole.getByText('Siete aperti domenica mattina?').waitFor();
  await whole.getByText('mi servono due casse').waitFor();
  const said = await whole.getByRole('listitem').allInnerTexts();
  expect(said.findIndex((text) => text.includes('domenica'))).toBeLessThan(
    said.findIndex((text) => text.includes('casse')),
  );
  await page.getByRole('button', { name: /Rispondi in/ }).waitFor();
  await list().getByText('2 conversazioni').first().waitFor();
});

it('who it is stands one swipe away on the phone, and one button', async () => {
  const pocket = await open.look({ cookie: company.cookie, size: phone, touch: true });
  const small = pocket.page;
  await openRow('Anna Bruni', small);
  const frame = small.getByRole('article', { name: 'Anna Bruni' }).locator('..');
  const aside = small.getByRole('complementary', { name: 'Chi è' });
  expect(await aside.count()).toBe(0);
  await frame.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
  await aside.getByText('È la prima volta che parliamo.').waitFor();
  await aside.getByRole('button', { name: 'Nascondi chi è' }).click();
  await small.getByRole('button', { name: 'Mostra chi è' }).click();
  await aside.getByRole('button', { name: 'Nascondi chi è' }).waitFor();
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await leave(pocket);
});

it('what is being written is there on another device', async () => {
  await openRow('Anna Bruni');
  await press('r');
  await page.getByRole('textbox', { name: /Rispondi a/ }).fill('Sì, dalle dieci.');
  await page.getByText('Bozza salvata').waitFor();
  const other = await open.look({ cookie: company.cookie });
  await openRow('Anna Bruni', other.page);
  expect(await other.page.getByRole('textbox', { name: /Rispondi a/ }).inputValue()).toBe('Sì, dalle dieci.');
  await leave(other);
});

it('a thousand conversations are drawn only where they are seen, and the keyboard keeps its place', async () => {
  await open.house.house.platform.database.inWorkspace(company.workspaceId, (tx) =>
    tx.execute(sql`
      with made as (
      insert into threads (workspace_id, id, connection_id, channel, root_native_id, author_name, preview, addressed,
        matched, waiting_for, last_theirs_at, last_activity_at)
      select ${company.workspaceId}::uuid, gen_random_uuid(), ${bluesky.id}::uuid, 'bluesky', 'p' || i, 'Persona ' || i,
        'Messaggio ' || i, true, false, 'us', now() - (1000 + i) * interval '1 minute',
        now() - (1000 + i) * interval '1 minute'
      from generate_series(0, 999) i
        returning workspace_id, id, last_activity_at
      )
      insert into thread_mentions (workspace_id, mention_id, thread_id, said_at, ours, addressed, matched, automatic,
        removed, orphan)
      select workspace_id, gen_random_uuid(), id, last_activity_at, false, true, false, false, false, false from made`),
  );
  await page.goto(address('conversazioni'));
  await row('Anna Bruni').waitFor();
  const rows = list().getByRole('listitem');
  let most = 0;
  for (let target = 200; target <= 900; target += 100) {
    const wanted = list().getByText(`Persona ${target}`, { exact: true });
    while ((await wanted.count()) === 0) {
      await list().evaluate((frame) => frame.scrollBy(0, frame.clientHeight));
      most = Math.max(most, await rows.count());
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }
  expect(most).toBeLessThan(60);
  const here = list()
    .getByRole('link')
    .filter({ has: page.getByText('Persona 900', { exact: true }) });
  await here.click();
  await opened('Persona 900').waitFor();
  await press('j');
  await opened('Persona 901').waitFor();
  await press('k');
  await opened('Persona 900').waitFor();
  await here.focus();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Persona 900');
});
