import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let visit: Visit;
let page: Page;

const DAY = 24 * 60;

beforeAll(async () => {
  open = await openHouse();
});
afterAll(() => open?.stop());

beforeEach(async () => {
  company = await open.house.company('Cantina Rossetti');
  const bluesky = await joinUp(open.house, company, 'bluesky');
  const anna = { nativeId: 'did:plc:anna', name: 'Anna', handle: '@anna.example' };
  const ugo = { nativeId: 'did:plc:ugo', name: 'Ugo', handle: '@ugo.example' };
  const texts = [
    [anna, 'Che buono il Nebbiolo della Cantina Rossetti', 2],
    [ugo, 'La visita alla Cantina Rossetti è stata una delusione, nessuno ci ha accolti', 9],
    [anna, 'Cantina Rossetti: ottima accoglienza, torneremo', 16],
  ] as const;
  for (const [author, text, days] of texts)
    await say(open.house, company, bluesky, { author, text, saidAt: ago(days * DAY) });
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
});
afterEach(() => leave(visit));

const go = (path: string) => page.goto(`${open.house.url}/${company.slug}/${path}`);

it('is searched as it is typed, and a search that was saved is a click away', {
  timeout: 60_000,
}, async () => {
  await go('ascolto/cerca');
  const found = page.getByRole('region', { name: 'Quello che si trova' });
  await found.getByText('Che buono il Nebbiolo').waitFor();
  await page.getByRole('searchbox', { name: 'Che cosa cerchi' }).fill('nebbioli');
  await found.locator('mark', { hasText: 'Nebbiolo' }).waitFor();
  expect(await found.getByRole('article').count()).toBe(1);
  await page.getByRole('button', { name: 'Salva questa ricerca' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Un nome').fill('Del nebbiolo');
  await dialog.getByRole('button', { name: 'Salva', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await go('ascolto/cerca');
  await page.getByRole('link', { name: 'Del nebbiolo' }).click();
  await found.locator('mark', { hasText: 'Nebbiolo' }).waitFor();
  expect(await found.getByRole('article').count()).toBe(1);
});

it('tells how we were spoken of, in a sentence and as a table', { timeout: 60_000 }, async () => {
  await go('ascolto/reputazione');
  await page.getByText('È presto per dirlo').waitFor();
  await page.getByText('Leggi come tabella').first().click();
  const table = page.getByRole('table', { name: 'L’andamento' });
  await table.getByRole('columnheader', { name: 'quante voci' }).waitFor();
  const rows = await table.locator('tbody tr').allInnerTexts();
  expect(rows.length).toBeGreaterThanOrEqual(3);
  expect(rows[0]).toContain('in corso');
});

it('forgets who asks in the public notice, and does not take them in again', {
  timeout: 90_000,
}, async () => {
  const stranger = await open.look();
  await stranger.page.goto(`${open.house.url}/informativa/${company.slug}`);
  await stranger.page.getByRole('button', { name: /Che cosa vuoi/ }).click();
  await stranger.page.getByRole('option', { name: 'Cancellate quello che avete di me' }).click();
  await stranger.page.getByLabel('Come ti riconosciamo').fill('@ugo.example');
  await stranger.page.getByLabel('Dove ti rispondiamo').fill('ugo@example.org');
  await stranger.page.getByRole('button', { name: 'Manda la richiesta' }).click();
  await stranger.page.getByText('Richiesta ricevuta').waitFor();
  stranger.forget(/status of 401/);
  await leave(stranger);
  await go('impostazioni/riservatezza');
  const asked = page.getByRole('article').filter({ hasText: 'Vuole essere cancellata' });
  await asked.getByRole('button', { name: 'Cancella e lascia fuori' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('@ugo.example').waitFor();
  await dialog.getByRole('button', { name: 'Cancella e lascia fuori' }).click();
  await page.getByText('Fatto: cose dette, cancellate: 1.').waitFor();
  await go('ascolto/cerca');
  await page.getByText('Che buono il Nebbiolo').waitFor();
  expect(await page.getByText('una delusione').count()).toBe(0);
});

it('takes in a file, tells row by row what it left out, and gives it back', { timeout: 90_000 }, async () => {
  await go('impostazioni/importa');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Scegli un file' }).click();
  await (await chooser).setFiles({
    name: 'recensioni.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Data;Nome;Voto;Recensione\n12/03/2024;Rita;5;Posto magnifico\nnon so;Elio;4;Bello\n13/03/2024;Pia;2;Freddo in sala\n',
    ),
  });
  await page.getByRole('paragraph').filter({ hasText: 'Posto magnifico' }).waitFor();
  await page.getByRole('button', { name: 'Prova senza importare' }).click();
  await page.getByRole('heading', { name: 'Che cosa abbiamo trovato' }).waitFor();
  await page.getByText('la data non si legge').first().waitFor();
  await page.getByRole('button', { name: 'Importa', exact: true }).click();
  const undo = page.getByRole('button', { name: 'Annulla l’importazione' });
  await page.getByText('Fatta', { exact: true }).waitFor();
  await go('ascolto/cerca?cerca=magnifico');
  await page.locator('mark', { hasText: 'magnifico' }).waitFor();
  await go('impostazioni/importa');
  await page.getByRole('link', { name: /recensioni\.csv/ }).click();
  await undo.click();
  await page.getByText('Annullata', { exact: true }).waitFor();
  await go('ascolto/cerca?cerca=magnifico');
  await page.getByText('Non si trova niente').waitFor();
});
