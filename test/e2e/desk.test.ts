import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, it } from 'vitest';
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
const row = (name: string, on: Page = page) =>
  on.getByRole('region', { name: 'Elenco delle conversazioni' }).getByRole('link').filter({ hasText: name });
const opened = (name: string, on: Page = page) => on.getByRole('article', { name });
const press = (keys: string) => page.keyboard.press(keys);
const openAnna = async () => {
  await row('Anna Bruni').click();
  await opened('Anna Bruni').waitFor();
};

it('a conversation is put aside by keyboard, found among those put aside, and taken up again', async () => {
  await openAnna();
  await press('s');
  await page.getByRole('menuitem', { name: /Domani mattina/ }).click();
  await page
    .getByText(/Messa da parte/)
    .first()
    .waitFor();
  await row('Anna Bruni').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Quali conversazioni/ }).click();
  await page.getByRole('option', { name: 'Messe da parte' }).click();
  await row('Anna Bruni').click();
  await opened('Anna Bruni').waitFor();
  await press('s');
  await page.getByRole('menuitem', { name: 'Riprendila adesso' }).click();
  await row('Anna Bruni').waitFor({ state: 'detached' });
});

it('a label is made where it is needed, worn, and looked for', async () => {
  await openAnna();
  await press('l');
  await page.getByRole('menuitem', { name: 'Nuova etichetta…' }).click();
  await page.getByRole('dialog').getByLabel('Nome').fill('Orari');
  await page.getByRole('dialog').getByRole('button', { name: 'Aggiungi' }).click();
  await row('Anna Bruni').getByText('Orari').waitFor();
  await page
    .getByRole('button', { name: /Etichetta/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'Orari' }).click();
  await row('Bruno Costa').waitFor({ state: 'detached' });
  await row('Anna Bruni').waitFor();
});

it('a note calls a colleague by name: they are told wherever they are, and find it on their first page', {
  timeout: 60_000,
}, async () => {
  const luca = await colleagueOf(open.house, company, 'Luca Ferrari');
  const other = await open.look({ cookie: luca.cookie });
  await other.page.goto(address('ascolto'));
  await other.page.getByRole('heading', { name: 'Ascolto', level: 1 }).waitFor();
  await page.reload();
  await openAnna();
  await press('n');
  await page.getByLabel('Scrivi una nota per i colleghi').pressSequentially('@luc');
  await page.getByRole('button', { name: 'Luca Ferrari' }).waitFor();
  await press('Enter');
  await page.keyboard.type('sai tu l’orario?');
  await press('Control+Enter');
  await page.getByRole('complementary', { name: 'Nota interna' }).getByText('@Luca Ferrari').waitFor();
  await other.page.getByText(/ti chiama in una conversazione/).waitFor();
  await other.page.goto(address(''));
  await other.page.getByText('sai tu l’orario?').click();
  await opened('Anna Bruni', other.page).waitFor();
  await page.getByText('Luca la sta leggendo.').waitFor();
  await leave(other);
});

it('the same for several at once, and all of it back', async () => {
  await page.getByRole('button', { name: 'Scegli più conversazioni' }).click();
  await page.getByRole('checkbox', { name: /Anna Bruni/ }).check({ force: true });
  await page.getByRole('checkbox', { name: /Bruno Costa/ }).check({ force: true });
  const bar = page.getByRole('region', { name: 'Per quelle scelte' });
  await bar.getByText('2 scelte').waitFor();
  await bar.getByRole('button', { name: 'Chiudi' }).click();
  await page.getByText('Fatto per 2 conversazioni.').waitFor();
  await row('Anna Bruni').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Annulla' }).click();
  await page.getByText('Tutto come prima.').waitFor();
  await row('Anna Bruni').waitFor();
  await row('Bruno Costa').waitFor();
});

it('two who answer: one sees the other write, and whoever is second reads the answer before sending', {
  timeout: 90_000,
}, async () => {
  const luca = await colleagueOf(open.house, company, 'Luca Ferrari');
  const other = await open.look({ cookie: luca.cookie });
  await openAnna();
  await other.page.goto(page.url());
  await opened('Anna Bruni', other.page).waitFor();
  await press('r');
  await page.keyboard.type('Sì, dalle dieci.');
  await other.page.getByText('Marta sta scrivendo una risposta.').waitFor();
  await other.page.keyboard.press('r');
  await other.page.keyboard.type('No, domenica siamo chiusi.');
  // That the server says so, to the second of two at once, is shown in test/integration/conversation-desk-time.test.ts.
  await other.page.route(/\/replies$/, (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        status: 409,
        code: 'answered-meanwhile',
        title: 'Marta ha appena risposto.',
        errors: [
          { path: 'answer.body', message: 'Sì, dalle dieci.' },
          { path: 'answer.at', message: new Date().toISOString() },
        ],
      }),
    }),
  );
  await other.page.keyboard.press('Control+Enter');
  const alert = other.page.getByRole('alert').filter({ hasText: 'Marta ha appena risposto.' });
  await alert.getByText('Sì, dalle dieci.').waitFor();
  await alert.getByRole('button', { name: 'Tieni la bozza' }).click();
  await opened('Anna Bruni', other.page).getByRole('button', { name: 'Rispondi a Anna Bruni' }).waitFor();
  other.forget(/status of 409/);
  await leave(other);
});

it('on the phone: handed to a group, with the time left in view, by thumb alone', {
  timeout: 60_000,
}, async () => {
  await company.json('POST', `/api/workspaces/${company.workspaceId}/teams`, { name: 'Ordini' });
  const pocket = await open.look({ cookie: company.cookie, size: phone, touch: true });
  const hand = pocket.page;
  await hand.goto(address('conversazioni'));
  await row('Anna Bruni', hand).tap();
  await opened('Anna Bruni', hand)
    .getByText(/^entro /)
    .first()
    .waitFor();
  await hand.getByRole('button', { name: 'Affida' }).tap();
  await hand.getByRole('menuitem', { name: 'Gruppo Ordini' }).tap();
  await hand.getByRole('button', { name: 'Ordini' }).waitFor();
  await leave(pocket);
});
