import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { phone, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { colleagueOf, leave, type OpenHouse, openHouse } from './open-house.ts';
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
  await hear('Carla Dini', 'Che profumo il vostro Dolcetto.', 10);
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
  await page.goto(address('conversazioni'));
  await row('Carla Dini').waitFor();
});
afterEach(() => leave(visit));

const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;
const hear = (name: string, text: string, minutes = 0) =>
  say(open.house, company, bluesky, {
    author: { nativeId: name, name, handle: `@${name.split(' ')[0]?.toLowerCase()}.example` },
    text,
    saidAt: ago(minutes),
  });
const list = () => page.getByRole('region', { name: 'Elenco delle conversazioni' });
const row = (name: string) => list().getByRole('link').filter({ hasText: name });
const rows = () => list().getByRole('link');
const opened = (name: string) => page.getByRole('article', { name });
const press = (keys: string) => page.keyboard.press(keys);

it('what comes in while the page is open appears by itself, on top and unread', async () => {
  await hear('Dario Esposito', 'Ho appena stappato il Rosso del Bricco.');
  await row('Dario Esposito').waitFor();
  await expect.poll(() => rows().first().textContent()).toContain('Non letta: Dario Esposito');
  await hear('Anna Bruni', 'Anzi, meglio sabato.');
  await expect.poll(() => rows().first().textContent()).toContain('Anzi, meglio sabato.');
});

it('unread is weight, and goes when somebody has looked', async () => {
  const weight = () =>
    row('Carla Dini')
      .locator('bdi')
      .evaluate((name) => getComputedStyle(name).fontWeight);
  expect(Number(await weight())).toBeGreaterThanOrEqual(600);
  await row('Carla Dini').click();
  await opened('Carla Dini').getByText('Che profumo il vostro Dolcetto.').waitFor();
  await expect.poll(weight).toBe('400');
});

it('the whole morning goes by without touching the mouse', { timeout: 90_000 }, async () => {
  await press('j');
  await opened('Carla Dini').waitFor();
  await press('j');
  await opened('Bruno Costa').waitFor();
  await press('k');
  await opened('Carla Dini').waitFor();

  await press('n');
  await page.getByLabel('Scrivi una nota per i colleghi').fill('È la signora del mercato.');
  await press('Control+Enter');
  await page
    .getByRole('complementary', { name: 'Nota interna' })
    .getByText('È la signora del mercato.')
    .waitFor();

  await press('m');
  await page.getByRole('button', { name: 'Marta', exact: true }).waitFor();
  await press('a');
  await page.getByRole('menuitem', { name: 'A nessuno' }).waitFor();
  await press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });

  await press('r');
  await page.keyboard.type('Grazie Carla');
  await expect
    .poll(() => page.getByPlaceholder('Scrivi a Carla come faresti a voce').inputValue())
    .toBe('Grazie Carla');
  await press('Escape');
  await page.getByRole('button', { name: 'Rispondi a Carla Dini' }).waitFor();

  await press('e');
  await page.getByText('Conversazione chiusa.').waitFor();
  await row('Carla Dini').waitFor({ state: 'detached' });

  await page.goto(address('conversazioni'));
  await row('Bruno Costa').waitFor();
  await press('j');
  await opened('Bruno Costa').waitFor();
  await expect.poll(() => row('Bruno Costa').textContent()).not.toContain('Non letta');
  await press('u');
  await expect.poll(() => row('Bruno Costa').textContent()).toContain('Non letta');

  await press('/');
  await page.keyboard.type('sardegna');
  await expect.poll(() => rows().count()).toBe(1);
  await page.getByRole('searchbox').blur();
  await press('?');
  await page.getByRole('dialog').getByText('Conversazione successiva').waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('ascol');
  await press('Enter');
  await page.getByRole('heading', { name: 'Ascolto', level: 1 }).waitFor();
});

it('two keys in a row are no clash with oneself', async () => {
  await row('Anna Bruni').click();
  await opened('Anna Bruni').waitFor();
  await press('m');
  await press('e');
  await page.getByText('Conversazione chiusa.').waitFor();
  await page.getByRole('button', { name: 'Marta', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Annulla' }).click();
  await row('Anna Bruni').waitFor();
});

it('a search finds words whatever their accents and form, and can be taken back', async () => {
  await hear('Elio Fabbri', 'Perché le bottiglie erano più piccole?');
  await row('Elio Fabbri').waitFor();
  await page.getByRole('searchbox').fill('perche bottiglia');
  await expect.poll(() => rows().count()).toBe(1);
  expect(page.url()).toContain('cerca=');
  await page.getByRole('searchbox').fill('niente di simile');
  await page.getByText('Nessuna conversazione qui').waitFor();
  await page.getByRole('button', { name: 'Mostra tutte' }).click();
  await expect.poll(() => rows().count()).toBe(4);
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});

it('the views show whose turn it is, in the address too', async () => {
  await row('Anna Bruni').click();
  await opened('Anna Bruni').waitFor();
  await page.getByRole('button', { name: 'Affida' }).click();
  await page.getByRole('menuitem', { name: /Me ne occupo io/ }).click();
  await page.getByRole('button', { name: 'Marta', exact: true }).waitFor();
  await page.getByRole('button', { name: /Quali conversazioni/ }).click();
  await page.getByRole('option', { name: 'Mie (1)' }).click();
  await expect.poll(() => rows().count()).toBe(1);
  expect(page.url()).toContain('vista=mine');
  await page.reload();
  await row('Anna Bruni').waitFor();
  expect(await rows().count()).toBe(1);
});

it('of two who act at once, the second is told and sees how things stand', { timeout: 60_000 }, async () => {
  const colleague = await colleagueOf(open.house, company, 'Luca Ferrari');
  await row('Anna Bruni').click();
  await opened('Anna Bruni').waitFor();
  const other = await open.look({ cookie: colleague.cookie });
  // The news of the first one's move does not reach the second in time, as when both press at once.
  await other.page.route(/\/live$/, (route) => route.abort());
  await other.page.goto(page.url());
  await other.page.getByRole('article', { name: 'Anna Bruni' }).waitFor();
  await page.getByRole('button', { name: 'Chiudi', exact: true }).click();
  await page.getByText('Conversazione chiusa.').waitFor();
  await other.page.getByRole('button', { name: 'Affida' }).click();
  await other.page.getByRole('menuitem', { name: /Me ne occupo io/ }).click();
  await other.page.getByText('Nel frattempo qualcun altro ha cambiato questa conversazione').waitFor();
  await other.page.getByRole('button', { name: 'Riapri' }).waitFor();
  other.forget(/status of 409|ERR_FAILED/);
  await leave(other);
});

it('a colleague’s note and hand-over appear while one looks', { timeout: 60_000 }, async () => {
  const colleague = await colleagueOf(open.house, company, 'Luca Ferrari');
  await row('Anna Bruni').click();
  await opened('Anna Bruni').waitFor();
  const other = await open.look({ cookie: colleague.cookie });
  await other.page.goto(page.url());
  await other.page.getByRole('button', { name: 'Nota interna' }).click();
  await other.page.getByLabel('Scrivi una nota per i colleghi').fill('La chiamo io.');
  await other.page.getByRole('button', { name: 'Aggiungi la nota' }).click();
  const note = page.getByRole('complementary', { name: 'Nota interna' });
  await note.getByText('La chiamo io.').waitFor();
  await note.getByText('Luca Ferrari, solo per noi').waitFor();
  await leave(other);
});

it('what was heard on the phone is noted by hand and becomes a conversation', async () => {
  await page.goto(address('ascolto'));
  await page.getByRole('button', { name: 'Annota una voce' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Chi', { exact: true }).fill('La signora Piera del forno');
  await dialog.getByLabel('Che cosa ha detto').fill('Vorrebbe dieci cesti per Natale.');
  await dialog.getByRole('button', { name: 'Annota' }).click();
  await page.getByText('Annotato: lo trovano anche i colleghi.').waitFor();
  await page.getByRole('article', { name: 'La signora Piera del forno' }).getByRole('link').click();
  await opened('La signora Piera del forno').getByText('Vorrebbe dieci cesti per Natale.').waitFor();
});

it('on the phone there is one pane at a time, and back goes back', { timeout: 60_000 }, async () => {
  const pocket = await open.look({ cookie: company.cookie, size: phone, touch: true });
  const hand = pocket.page;
  await hand.goto(address('conversazioni'));
  await hand.getByRole('link').filter({ hasText: 'Anna Bruni' }).tap();
  await hand
    .getByRole('article', { name: 'Anna Bruni' })
    .getByText('Siete aperti domenica mattina?')
    .waitFor();
  expect(await hand.getByRole('region', { name: 'Elenco delle conversazioni' }).isVisible()).toBe(false);
  await hand.getByRole('button', { name: 'Mostra chi è' }).tap();
  await hand.getByRole('complementary', { name: 'Chi è' }).waitFor();
  await hand.getByRole('button', { name: 'Nascondi chi è' }).last().tap();
  await hand.getByRole('link', { name: 'Torna all’elenco' }).tap();
  await hand.getByRole('region', { name: 'Elenco delle conversazioni' }).waitFor();
  await hand.getByRole('link').filter({ hasText: 'Bruno Costa' }).tap();
  await hand.getByRole('article', { name: 'Bruno Costa' }).getByText('Spedite anche in Sardegna?').waitFor();
  await hand.goBack();
  await hand.getByRole('region', { name: 'Elenco delle conversazioni' }).waitFor();
  await leave(pocket);
});
