import { afterAll, beforeAll, expect, it } from 'vitest';
import { takePicture } from '../harness/browser.ts';
import { type SiteServer, startSite } from '../peers/web/site-server.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';

let open: OpenHouse;
let site: SiteServer;
beforeAll(async () => {
  [open, site] = await Promise.all([openHouse(), startSite()]);
});
afterAll(async () => {
  await open?.stop();
  await site?.stop();
});

it('from the one-time link to the first real words of a site', { timeout: 120_000 }, async () => {
  const visit = await open.look();
  const { page } = visit;
  await page.goto(open.house.house.setUpLink ?? '');
  await page.getByLabel('Come si chiama l’azienda').fill('Cantina Valdorsa');
  await page.getByLabel('Come ti chiami').fill('Marta Valdorsa');
  await page.getByLabel('La tua mail').fill('marta@valdorsa.example');
  await page.getByLabel('Scegli una password').fill('vigna collina pioggia');
  await page.getByRole('button', { name: 'Apri la casa' }).click();

  await page.getByRole('heading', { name: 'Benvenuti, Cantina Valdorsa' }).waitFor();
  await takePicture(page, 'benvenuto');
  await page.getByRole('button', { name: /^Siti e blog/ }).click();
  await page.getByLabel('Indirizzo del sito o del feed').fill(site.address('panificio.rss'));
  await page.getByRole('button', { name: 'Prova e collega' }).click();
  await page.getByRole('heading', { name: 'Il primo canale è collegato' }).waitFor();

  await page.getByText('ci ha portato il mosto: ne è uscito un pane viola').waitFor({ timeout: 60_000 });
  await takePicture(page, 'prime-parole');

  await page.getByRole('link', { name: 'Scegli le parole da seguire' }).click();
  await page.getByRole('button', { name: 'Segui altre parole' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Un nome per ritrovarle').fill('Gli amici');
  await dialog.getByLabel('Parole e frasi, una per riga').fill('cantina alta vigna');
  await dialog.getByLabel('Perché le seguiamo').fill('È la cantina con cui facciamo il pane viola.');
  await dialog.getByRole('button', { name: 'Prova su quello che abbiamo già' }).click();
  await dialog.getByText('Si trova in una delle ultime 2 cose sentite.').waitFor();
  await takePicture(page, 'parole-provate');
  await dialog.getByRole('button', { name: 'Comincia a seguirle' }).click();
  await page.getByText('1 in 30 giorni').waitFor();
  await page
    .getByRole('button', { name: /Gli amici/ })
    .first()
    .click();
  await page.locator('mark', { hasText: 'Cantina Alta Vigna' }).waitFor();
  visit.forget(/status of 401/);
  await leave(visit);
});

it('the link opens the house once', async () => {
  const visit = await open.look();
  await visit.page.goto(open.house.house.setUpLink ?? '');
  await visit.page.getByRole('heading', { name: 'Questa installazione è già aperta' }).waitFor();
  visit.forget(/status of 401/);
  await leave(visit);
});

it('a channel that cannot be joined says in words what is wrong, and keeps what was typed', async () => {
  const company = await open.house.company('Forno Piera');
  const visit = await open.look({ cookie: company.cookie });
  const { page } = visit;
  await page.goto(`${open.house.url}/${company.slug}/impostazioni/canali`);
  await page.getByRole('button', { name: 'Aggiungi un canale' }).first().click();
  await page.getByRole('button', { name: /^Siti e blog/ }).click();
  const address = page.getByLabel('Indirizzo del sito o del feed');
  await address.fill(site.address('non-esiste.rss'));
  await page.getByRole('button', { name: 'Prova e collega' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('alert').first().waitFor();
  expect(await address.inputValue()).toBe(site.address('non-esiste.rss'));
  await takePicture(page, 'canale-sbagliato');
  visit.forget(/status of (401|422)/);
  await leave(visit);
});
