import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { colleagueOf, leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, type Joined, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let bluesky: Joined;
let visit: Visit;
let page: Page;

const COMPLAINT =
  'Il pacco è arrivato rotto e da tre giorni nessuno mi risponde. Sono molto delusa, voglio un rimborso.';
const PRAISE = 'Complimenti, il vostro rosso è buonissimo e il personale gentilissimo!';
const QUESTION = 'Siete aperti domenica mattina?';

beforeAll(async () => {
  open = await openHouse();
});
afterAll(() => open?.stop());

beforeEach(async () => {
  company = await open.house.company('Cantina Valdorsa');
  bluesky = await joinUp(open.house, company, 'bluesky');
  await hear('Anna Bruni', COMPLAINT, 30);
  await hear('Bruno Costa', PRAISE, 20);
  await hear('Carla Dini', QUESTION, 10);
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
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
const thread = (name: string) => page.getByRole('article', { name });
const reading = (name: string) =>
  thread(name).getByRole('region', { name: 'Che cosa dice, secondo la lettura' });
const openThread = async (name: string) => {
  await page.goto(address('conversazioni'));
  await row(name).click();
  await reading(name).waitFor();
};
const underlined = () => page.locator('[data-evidence]').allTextContents();

it('under somebody’s words stands what they say, and pointing at it underlines why', async () => {
  await openThread('Anna Bruni');
  expect(await reading('Anna Bruni').textContent()).toContain('negativo');
  expect(await reading('Anna Bruni').textContent()).toContain('reclamo');
  expect(await underlined()).toEqual([]);
  await reading('Anna Bruni').getByRole('button', { name: 'negativo' }).first().hover();
  await expect.poll(async () => (await underlined()).join(' ')).toMatch(/rotto|delusa/);
  await page.mouse.move(0, 0);
  await expect.poll(underlined).toEqual([]);
  await reading('Anna Bruni').getByRole('button', { name: 'reclamo' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(async () => (await underlined()).length).toBeGreaterThan(0);
});

it('the words that decide stay underlined for who wants them always, and for nobody else', async () => {
  await openThread('Anna Bruni');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('sottolinea sempre');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await underlined()).length).toBeGreaterThan(0);
  await page.reload();
  await reading('Anna Bruni').waitFor();
  await expect.poll(async () => (await underlined()).length).toBeGreaterThan(0);
  const colleague = await colleagueOf(open.house, company, 'Luca Ferrari');
  const other = await open.look({ cookie: colleague.cookie });
  await other.page.goto(page.url());
  await other.page.getByRole('region', { name: 'Che cosa dice, secondo la lettura' }).waitFor();
  expect(await other.page.locator('[data-evidence]').count()).toBe(0);
  await leave(other);
});

it('one gesture says that it was read rightly, and can be taken back', async () => {
  await openThread('Bruno Costa');
  await reading('Bruno Costa').getByRole('button', { name: 'È giusto' }).click();
  await page.getByText('Grazie: me ne ricorderò.').waitFor();
  await expect
    .poll(() => company.json('GET', `/api/workspaces/${company.workspaceId}/corrections`))
    .toMatchObject({ corrections: [{ confirmed: true, withdrawn: null }] });
  await page.getByRole('button', { name: 'Annulla' }).click();
  await page.getByText('Correzione ritirata.').waitFor();
  await expect
    .poll(() => company.json('GET', `/api/workspaces/${company.workspaceId}/corrections`))
    .toMatchObject({ corrections: [{ withdrawn: { byName: 'Marta Valdorsa' } }] });
});

it('a wrong reading is set right by key, holds at once, and is signed', async () => {
  await openThread('Carla Dini');
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Che cosa dice davvero' });
  await dialog.getByRole('radio', { name: 'misto' }).check({ force: true });
  await dialog.getByRole('button', { name: 'vuole comprare' }).click();
  await dialog.getByRole('button', { name: 'Salva la correzione' }).click();
  await page.getByText('Corretto: da adesso leggo un po’ meglio.').waitFor();
  await expect.poll(() => reading('Carla Dini').textContent()).toMatch(/misto.*vuole comprare/);
  await reading('Carla Dini').getByText('corretto da Marta Valdorsa').waitFor();
  await expect.poll(() => row('Carla Dini').textContent()).toContain('misto');
});

it('the inbox keeps only complaints when asked, in the address too, and lets go again', async () => {
  await page.goto(address('conversazioni'));
  await row('Carla Dini').waitFor();
  await page.getByRole('button', { name: 'Che cosa dicono' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'reclami' }).click();
  await expect.poll(() => rows().count()).toBe(1);
  await page.getByRole('dialog').getByRole('button', { name: 'Fatto' }).click();
  await row('Anna Bruni').waitFor();
  expect(page.url()).toContain('intento=complaint');
  await page.reload();
  await row('Anna Bruni').waitFor();
  expect(await rows().count()).toBe(1);
  await page.getByRole('button', { name: 'Togli il filtro reclami' }).click();
  await expect.poll(() => rows().count()).toBe(3);
});

it('what was heard is kept by how it sounds, from the palette', async () => {
  await page.goto(address('ascolto'));
  const heard = page.getByRole('article');
  await expect.poll(() => heard.count()).toBe(3);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('complimenti');
  await page.keyboard.press('Enter');
  await expect.poll(() => heard.count()).toBe(1);
  expect(await heard.first().textContent()).toContain('Bruno Costa');
});

it('a draft hears how it sounds while it is written, and a proposal takes its place with undo', async () => {
  await openThread('Anna Bruni');
  await page.keyboard.press('r');
  const field = page.getByPlaceholder('Scrivi a Anna come faresti a voce');
  await field.fill('Gentile cliente, la informiamo che la Sua segnalazione è stata presa in carico.');
  const help = page.getByRole('region', { name: 'Come suona' });
  await help.waitFor();
  await expect.poll(() => page.locator('[data-underlay] span').count()).toBeGreaterThan(0);
  const before = await field.inputValue();
  await help
    .getByRole('button', { name: /^(Scrivi|Aggiungi|Comincia|Togli)/ })
    .first()
    .click();
  await expect.poll(() => field.inputValue()).not.toBe(before);
  await page.getByRole('button', { name: 'Annulla' }).click();
  await expect.poll(() => field.inputValue()).toBe(before);
  expect(await page.getByRole('button', { name: 'Invia' }).isEnabled()).toBe(true);
});

it('a phone number in a public answer is said before it is sent, and stops nobody', async () => {
  await openThread('Carla Dini');
  await page.keyboard.press('r');
  await page
    .getByPlaceholder('Scrivi a Carla come faresti a voce')
    .fill('Ciao Carla, chiamami al 347 1234567 e ti dico. A che ora verresti?');
  await page.getByText(/Un numero di telefono che tutti possono leggere/).waitFor();
  expect(await page.getByRole('button', { name: 'Invia' }).isEnabled()).toBe(true);
});

it('the page of what was learned asks, takes answers by key, and lists them to be withdrawn', async () => {
  await page.goto(address('impostazioni/impara'));
  await page.getByText('Ancora nessuna correzione').waitFor();
  const card = page.getByRole('form', { name: 'Aiutami a imparare' });
  await card.getByText('ancora 3').waitFor();
  await page.keyboard.press('s');
  await card.getByText('ancora 2').waitFor();
  await page.keyboard.press('4');
  await expect.poll(() => card.getByRole('radio', { name: 'misto' }).isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await card.getByText('ancora 1').waitFor();
  await page.getByText('Finora ha imparato da 1 correzione.').waitFor();
  await page.getByRole('button', { name: 'Ritira' }).click();
  await page.getByText('ritirata da Marta Valdorsa').waitFor();
  await page.getByText('Ancora nessuna correzione').waitFor();
});

it('how fussy the look at drafts is holds for the company', async () => {
  await page.goto(address('impostazioni/impara'));
  await page.getByRole('radio', { name: 'Non dire niente' }).check({ force: true });
  await page.getByText('Fatto: vale per tutta l’azienda.').waitFor();
  await openThread('Anna Bruni');
  await page.keyboard.press('r');
  const looked = page.waitForResponse((response) => response.url().endsWith('/tone'));
  await page
    .getByPlaceholder('Scrivi a Anna come faresti a voce')
    .fill('Gentile cliente, la informiamo che provvederemo.');
  expect((await (await looked).json()) as object).toMatchObject({ findings: [] });
  expect(await page.getByRole('region', { name: 'Come suona' }).count()).toBe(0);
});

it('a shipped collection is adopted, tried, changed as a table and kept', { timeout: 60_000 }, async () => {
  await page.goto(address('impostazioni/parole'));
  await page.getByRole('button', { name: 'Adotta: Vino e cantine' }).click();
  await page.getByRole('heading', { name: 'Vino e cantine', level: 1 }).waitFor();
  await page.getByRole('tab', { name: 'Come tabella' }).click();
  await page.getByRole('button', { name: 'Aggiungi una riga: Come suonano' }).click();
  await page
    .getByLabel(/^Parole della riga/)
    .and(page.locator('[value="parola nuova"]'))
    .fill('domenica mattina');
  await page.getByRole('button', { name: 'Prova sugli ultimi messaggi' }).click();
  await page.getByText(/Negli ultimi 3 messaggi/).waitFor();
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText('Salvata: la lettura ne tiene già conto.').waitFor();
  await page.reload();
  expect(await page.getByRole('textbox', { name: 'Le parole' }).inputValue()).toContain('2 domenica mattina');
  await page.getByRole('link', { name: 'Tutte le raccolte' }).click();
  await page.getByText('già vostra').waitFor();
});

it('lines that cannot be understood are named with their number, here and by the server', async () => {
  await page.goto(address('impostazioni/parole?apri=nuova'));
  await page.getByLabel('Nome').fill('Le nostre');
  await page.getByRole('textbox', { name: 'Le parole' }).fill('parola sola\n# polarity\n9 davvero troppo');
  await page.getByText(/^Riga 1: non si sa di che cosa parla/).waitFor();
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText(/^Riga 3: il peso va da -4/).waitFor();
  visit.forget(/status of 422/);
});

it('whoever only listens in as a guest sees readings and cannot change them', async () => {
  const guest = await colleagueOf(open.house, company, 'Gaia Ospite', ['guest']);
  const other = await open.look({ cookie: guest.cookie });
  await other.page.goto(address('ascolto'));
  const line = other.page.getByRole('region', { name: 'Che cosa dice, secondo la lettura' }).first();
  await line.waitFor();
  expect(await line.getByRole('button', { name: 'Correggi' }).count()).toBe(0);
  await other.page.goto(address('impostazioni/parole'));
  await other.page.getByText('Vino e cantine').waitFor();
  expect(await other.page.getByRole('button', { name: /Adotta/ }).count()).toBe(0);
  await leave(other);
});
