import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { phone, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { type SiteServer, startSite } from '../peers/web/site-server.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';

let open: OpenHouse;
let site: SiteServer;
let company: TestCompany;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  site = await startSite();
  open = await openHouse();
});
afterAll(async () => {
  await open?.stop();
  await site?.stop();
});
beforeEach(async () => {
  company = await open.house.company('Cantina Rossetti');
  visit = await open.look({ cookie: company.cookie, size: phone });
  page = visit.page;
});
afterEach(() => leave(visit));

const go = () => page.goto(`${open.house.url}/${company.slug}/impostazioni/canali`);
/** A picture for people to look at, when asked for. */
const picture = async (name: string) => {
  const folder = process.env.PASSAPAROLA_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};
const home = () => `/api/workspaces/${company.workspaceId}/connections`;

it('what a webhook brought is shown, its fields are chosen by touching them, and the mention is seen at once', {
  timeout: 60_000,
}, async () => {
  const secret = 'un-segreto-di-prova-lungo';
  const made = await company.json<{ id: string }>('POST', home(), {
    channel: 'webhook',
    name: 'Questionario',
    values: { secret, scheme: 'plain' },
  });
  const { door } = await company.json<{ door: { url: string } }>('GET', `${home()}/${made.id}/door`);
  await go();
  await page.getByRole('button', { name: /Questionario/ }).click();
  await page.getByRole('menuitem', { name: 'Che cosa contiene' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Non c’è nessuna consegna da guardare').waitFor();

  const body = JSON.stringify({ parole: 'Sala bellissima', chi: { si: 'Bea' }, giorno: '21/11/2026' });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const answer = await fetch(door.url, { method: 'POST', body, headers: { 'x-signature': signature } });
  expect(answer.status).toBe(200);
  await dialog.getByText('non ne verrebbe nessuna menzione').waitFor();
  await picture('mapping-none');
  await dialog.getByRole('button', { name: 'parole: Sala bellissima' }).click();
  const mention = dialog.getByRole('article');
  await mention.getByText('Sala bellissima').waitFor();
  await dialog.getByLabel('Chi lo dice', { exact: true }).click();
  await dialog.getByRole('button', { name: 'si: Bea' }).click();
  await mention.getByText('Bea').waitFor();
  await dialog.getByLabel('Quando', { exact: true }).fill('/parole');
  await dialog.getByText('La data non si legge').waitFor();
  await dialog.getByLabel('Quando', { exact: true }).fill('/giorno');
  await mention.getByText('novembre 2026').waitFor();
  await picture('mapping');
  await dialog.getByRole('button', { name: 'Usa questi campi' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { connections } = await company.json<{ connections: { settings: { mapping?: string } }[] }>(
    'GET',
    home(),
  );
  expect(JSON.parse(connections[0]?.settings.mapping ?? '{}')).toMatchObject({
    places: { text: '/parole', author: '/chi/si', time: '/giorno' },
  });
});

it('sites come from a list: first what it holds line by line, then those that answer are followed', {
  timeout: 60_000,
}, async () => {
  const rss =
    '<rss version="2.0"><channel><title>Il giornale</title><item><title>Uno</title></item></channel></rss>';
  site.put('giornale.rss', { type: 'application/rss+xml', body: rss });
  const list = `<opml version="2.0"><body><outline text="Giornale" xmlUrl="${site.address('giornale.rss')}"/>
    <outline text="Perduto" xmlUrl="${site.address('perduto.rss')}"/><outline text="Vuoto"/></body></opml>`;
  await go();
  await page.getByRole('button', { name: 'Elenco di siti (OPML)' }).click();
  const dialog = page.getByRole('dialog');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Scegli il file' }).click();
  await (await chooser).setFiles({ name: 'siti.opml', mimeType: 'text/x-opml', buffer: Buffer.from(list) });
  await dialog.getByText('2 siti nuovi · 1 riga che non va').waitFor();
  await picture('feed-list');
  await dialog.getByRole('button', { name: 'Aggiungi 2 siti' }).click();
  await dialog.getByText('Aggiunto', { exact: true }).waitFor();
  expect(await dialog.getByText('Non aggiunto', { exact: true }).count()).toBe(2);
  await picture('feed-list-added');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Giornale' }).waitFor();
});
