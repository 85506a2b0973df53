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

beforeAll(async () => {
  open = await openHouse();
});
afterAll(() => open?.stop());

beforeEach(async () => {
  company = await open.house.company('Cantina Rossetti');
  const bluesky = await joinUp(open.house, company, 'bluesky');
  await say(open.house, company, bluesky, {
    author: { nativeId: 'anna', name: 'Anna', handle: '@anna.example' },
    text: 'Questi vini sanno di tappo, che peccato',
    saidAt: ago(10),
  });
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
  await page.goto(`${open.house.url}/${company.slug}/ascolto`);
  await page
    .getByRole('navigation', { name: 'Parti dell’ascolto' })
    .getByRole('link', { name: 'Ascolti' })
    .click();
  await page.getByRole('button', { name: 'Nuovo ascolto' }).click();
});
afterEach(() => leave(visit));

it('is made from lists, and the text says the same', { timeout: 60_000 }, async () => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Il nostro nome' }).click();
  const words = dialog.getByLabel('Parole e frasi, una per riga');
  expect(await words.inputValue()).toContain('"Cantina Rosetti"');
  await words.fill('vino\n"Cantina Rossetti"');
  await dialog.getByLabel('Tranne quando c’è anche').fill('aceto');
  await dialog.getByLabel('Perché le seguiamo').fill('Per rispondere a chi ci cerca.');
  await dialog.getByRole('tab', { name: 'Testo' }).click();
  expect(await dialog.getByLabel('La ricerca').inputValue()).toBe('(vino O "Cantina Rossetti") E NON aceto');
  await dialog.getByRole('button', { name: 'Prova su quello che abbiamo già' }).click();
  await dialog.locator('mark', { hasText: 'vini' }).waitFor();
  await dialog.getByRole('button', { name: 'Comincia a seguirle' }).click();
  const made = page.getByRole('article', { name: 'Il nostro nome' });
  await made.getByText('(vino O "Cantina Rossetti") E NON aceto').waitFor();
  await made.getByText('Per rispondere a chi ci cerca.').waitFor();
});

it('is made as text, with mistakes told where they are', { timeout: 60_000 }, async () => {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Un nome per ritrovarle').fill('Il tappo');
  await dialog.getByRole('tab', { name: 'Testo' }).click();
  const query = dialog.getByLabel('La ricerca');
  await query.fill('(vino E tappo');
  await dialog.getByText('Qui si apre una parentesi che non si chiude.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Comincia a seguirle' }).isDisabled()).toBe(true);
  await query.fill('(vino E rosso) O (vino VICINO/4 tappo)');
  await dialog.getByRole('tab', { name: 'Elenco' }).click();
  await dialog.getByText('Questa ricerca dice più di quanto un elenco possa mostrare').waitFor();
  await dialog.getByLabel('Perché le seguiamo').fill('Capire se il tappo ci fa torto.');
  await dialog.getByRole('button', { name: 'Comincia a seguirle' }).click();
  await page
    .getByRole('article', { name: 'Il tappo' })
    .getByText('(vino E rosso) O (vino VICINO/4 tappo)')
    .waitFor();
});

it('of somebody’s name asks first, and of a private person is not made', { timeout: 60_000 }, async () => {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Un nome per ritrovarle').fill('Mario');
  await dialog.getByLabel('Parole e frasi, una per riga').fill('Mario Rossi');
  await dialog.getByLabel('Perché le seguiamo').fill('Perché sì.');
  await dialog.getByRole('button', { name: 'Comincia a seguirle' }).click();
  await dialog.getByText('«Mario Rossi» sembra il nome di una persona. È una persona privata?').waitFor();
  visit.forget(/status of 422/);
  await dialog.getByRole('button', { name: /Di chi o di che cosa parla/ }).click();
  await page.getByRole('option', { name: 'Una persona privata' }).click();
  await dialog.getByText('Le persone private non si seguono.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Comincia a seguirle' }).isDisabled()).toBe(true);
});
