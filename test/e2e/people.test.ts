import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { phone, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { colleagueOf, leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, type Joined, joinUp, say, takeBack } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let bluesky: Joined;
let visit: Visit;
let page: Page;

const QUESTION = 'Siete aperti domenica mattina? Verremmo in quattro.';
const OTHER = 'Spedite anche in Sardegna? Vorrei ordinare tre bottiglie.';

beforeAll(async () => {
  open = await openHouse();
});
afterAll(() => open?.stop());

beforeEach(async () => {
  company = await open.house.company('Cantina Valdorsa');
  bluesky = await joinUp(open.house, company, 'bluesky');
  await hear('Anna Bruni', QUESTION, 300);
  await hear('Bruno Costa', OTHER, 200);
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
});
afterEach(() => leave(visit));

const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;
const inside = (path: string) => `/api/workspaces/${company.workspaceId}/${path}`;
const hear = (name: string, text: string, minutes = 0) =>
  say(open.house, company, bluesky, {
    author: { nativeId: name, name, handle: `@${name.split(' ')[0]?.toLowerCase()}.example` },
    text,
    saidAt: ago(minutes),
  });
const note = (name: string) =>
  page.getByRole('list', { name: 'Le persone di oggi' }).getByRole('article', { name });
const goToday = async () => {
  await page.goto(address('oggi'));
  await note('Anna Bruni').waitFor();
};
type Row = { readonly id: string; readonly name: string };
const contacts = async (search = '') =>
  (await company.json<{ contacts: Row[] }>('GET', inside(`contacts${search}`))).contacts;
const idOf = async (name: string) => (await contacts()).find((one) => one.name === name)?.id ?? '';
const goToPerson = async (name: string) => {
  await page.goto(address(`relazioni/persone/${await idOf(name)}`));
  await page.getByRole('heading', { level: 1, name }).waitFor();
};
const part = (title: string) => page.getByRole('region', { name: title });

it('the day is a note about each person: their words, why, how, and one thing to do', async () => {
  await goToday();
  await page.getByText(/2 persone con cui parlare, circa \d+ minuti/).waitFor();
  expect(await note('Anna Bruni').textContent()).toContain(QUESTION);
  await note('Anna Bruni').getByRole('link', { name: 'Rispondi: Anna Bruni' }).click();
  await page.getByRole('article', { name: 'Anna Bruni' }).getByText(QUESTION).waitFor();
});

it('what is done leaves the day at once, comes back when taken back, and is remembered', async () => {
  await goToday();
  await note('Anna Bruni').getByRole('button', { name: 'Fatto: Anna Bruni' }).click();
  await note('Anna Bruni').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Annulla' }).click();
  await note('Anna Bruni').waitFor();
  await expect
    .poll(
      async () => (await company.json<{ people: unknown[] }>('GET', inside('relations/today'))).people.length,
    )
    .toBe(2);
  await note('Anna Bruni').getByRole('button', { name: 'Fatto: Anna Bruni' }).click();
  await note('Anna Bruni').waitFor({ state: 'detached' });
  await expect
    .poll(
      async () => (await company.json<{ people: unknown[] }>('GET', inside('relations/today'))).people.length,
    )
    .toBe(1);
  await page.reload();
  await note('Bruno Costa').waitFor();
  expect(await note('Anna Bruni').count()).toBe(0);
});

it('the whole day goes by from the keyboard, and ends', async () => {
  await goToday();
  await page.keyboard.press('j');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Anna Bruni');
  await page.keyboard.press('j');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Bruno Costa');
  await page.keyboard.press('l');
  await note('Bruno Costa').waitFor({ state: 'detached' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Anna Bruni');
  await page.keyboard.press('e');
  await note('Anna Bruni').waitFor({ state: 'detached' });
  await page.getByText('Per oggi basta.').waitFor();
});

it('nobody who asked for quiet is proposed, and nothing on the day gives or pays', async () => {
  await company.json('PATCH', inside(`contacts/${await idOf('Bruno Costa')}`), { consent: 'quiet' });
  await goToday();
  expect(await note('Bruno Costa').count()).toBe(0);
  expect(await page.getByRole('button', { name: /regal|dono|pagament|campion/i }).count()).toBe(0);
  expect(await page.getByRole('link', { name: /regal|dono|pagament|campion/i }).count()).toBe(0);
});

it('a guest sees who waits, without being asked to speak with anybody', async () => {
  const guest = await colleagueOf(open.house, company, 'Gaia Ospite', ['guest']);
  const other = await open.look({ cookie: guest.cookie });
  await other.page.goto(address('oggi'));
  await other.page.getByText('Per oggi basta.').waitFor();
  await other.page.getByRole('link', { name: /Anna Bruni/ }).waitFor();
  expect(await other.page.getByRole('button', { name: /^Fatto/ }).count()).toBe(0);
  await leave(other);
});

it('people are found by name and kept by consent, in the address too', async () => {
  await company.json('PATCH', inside(`contacts/${await idOf('Bruno Costa')}`), { consent: 'quiet' });
  await page.goto(address('relazioni/persone'));
  const list = page.getByRole('region', { name: 'Elenco delle persone' });
  await list.getByRole('link', { name: /Anna Bruni/ }).waitFor();
  expect(await list.getByRole('link', { name: /Bruno Costa/ }).textContent()).toContain(
    'Vuole stare in pace',
  );
  await page.getByRole('searchbox', { name: 'Cerca una persona' }).fill('anna');
  await expect.poll(() => list.getByRole('link').count()).toBe(1);
  await page.getByRole('searchbox', { name: 'Cerca una persona' }).fill('');
  await page.getByRole('button', { name: /Consenso/ }).click();
  await page.getByRole('option', { name: 'Vuole stare in pace' }).click();
  await expect.poll(async () => (await list.textContent()) ?? '').not.toContain('Anna Bruni');
  expect(page.url()).toContain('consenso=quiet');
  await page.reload();
  await list.getByRole('link', { name: /Bruno Costa/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Bruno Costa' }).waitFor();
});

it('a person’s page tells the story in their words, and leads back to the conversation', async () => {
  await goToPerson('Anna Bruni');
  await part('La storia fin qui').getByText(QUESTION).waitFor();
  await part('La storia fin qui').getByRole('link', { name: 'Apri la conversazione' }).click();
  await page.getByRole('article', { name: 'Anna Bruni' }).getByText(QUESTION).waitFor();
  await page.getByRole('link', { name: 'La sua storia con noi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Anna Bruni' }).waitFor();
});

it('a meeting joins the story, moves the relationship, and can be taken away and put back', async () => {
  await goToPerson('Anna Bruni');
  await page.getByRole('button', { name: 'Segna un incontro' }).click();
  const dialog = page.getByRole('dialog', { name: 'Un incontro con Anna Bruni' });
  await dialog.getByLabel('Che cosa vi siete detti').fill('In cantina, domenica. Torna per la vendemmia.');
  await dialog.getByRole('searchbox', { name: 'Chi altri c’era' }).fill('bruno');
  await dialog.getByRole('button', { name: /^Bruno Costa/ }).click();
  await dialog.getByRole('button', { name: 'Salva' }).click();
  const story = part('La storia fin qui');
  await story.getByText(/Torna per la vendemmia/).waitFor();
  await story.getByText('Incontro con Marta Valdorsa').waitFor();
  await story.getByRole('button', { name: 'Togli questo incontro' }).click();
  await story.getByText(/Torna per la vendemmia/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Annulla' }).click();
  await story.getByText(/Torna per la vendemmia/).waitFor();
});

it('what was given goes into the ledger with the words that the law asks for', async () => {
  await goToPerson('Anna Bruni');
  await page.getByRole('button', { name: 'Annota qualcosa di dato' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Che cosa, di preciso').fill('Due bottiglie da assaggiare');
  await dialog.getByLabel('Valore in euro').fill('24,50');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  const ledger = part('Che cosa abbiamo dato');
  await ledger.getByText('Due bottiglie da assaggiare').waitFor();
  expect(await ledger.textContent()).toMatch(/24,50.€.*Prodotto fornito da Cantina Valdorsa/);
  await ledger.getByRole('button', { name: 'Togli: Due bottiglie da assaggiare' }).click();
  await ledger.getByText('Niente, finora.').waitFor();
  await page.getByRole('button', { name: 'Annulla' }).click();
  await ledger.getByText('Due bottiglie da assaggiare').waitFor();
});

it('what somebody wants is kept at once, said in words, and taken back with one gesture', async () => {
  await goToPerson('Anna Bruni');
  await page.getByRole('radio', { name: /Vuole stare in pace/ }).check({ force: true });
  await page.getByText('Segnato: Vuole stare in pace.').waitFor();
  await expect
    .poll(async () => (await contacts('?consent=quiet')).map(({ name }) => name))
    .toEqual(['Anna Bruni']);
  await page.getByRole('button', { name: 'Annulla' }).click();
  await expect.poll(async () => await contacts('?consent=quiet')).toEqual([]);
});

it('who objects has no profile from that moment, and can still take it back', async () => {
  await goToPerson('Anna Bruni');
  await page.getByRole('radio', { name: /Ha detto di no/ }).check({ force: true });
  await page.getByText('Segnato: Ha detto di no.').waitFor();
  await part('Che cosa ci lega')
    .getByText(/su questa persona non facciamo conti/)
    .waitFor();
  await page.goto(address('relazioni/persone'));
  await page.getByRole('link', { name: /Bruno Costa/ }).waitFor();
  expect(await page.getByRole('link', { name: /Anna Bruni/ }).count()).toBe(0);
  await page.goto(address('relazioni/persone?consenso=objected'));
  await page.getByRole('link', { name: /Anna Bruni/ }).waitFor();
});

it('who they are is written by us, on the page and in the list', async () => {
  await goToPerson('Anna Bruni');
  await page.getByRole('button', { name: 'Modifica' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chi è' });
  await dialog.getByLabel('Dove lavora').fill('Osteria del Ponte');
  await dialog.getByLabel('Segni, separati da virgole').fill('ristorazione, dolcetto');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await page.getByText('Osteria del Ponte').first().waitFor();
  await page.getByText('ristorazione').waitFor();
  await page.getByRole('link', { name: 'Tutte le persone' }).click();
  await page.getByRole('link', { name: /Anna Bruni.*Osteria del Ponte/ }).waitFor();
});

it('two entries become one by a person’s word, and two again', async () => {
  await goToPerson('Anna Bruni');
  await page.getByRole('button', { name: 'Unisci' }).click();
  const dialog = page.getByRole('dialog', { name: /Unire un’altra scheda a Anna Bruni/ });
  await dialog.getByRole('searchbox', { name: 'Quale scheda' }).fill('bruno');
  await dialog.getByRole('button', { name: /^Bruno Costa/ }).click();
  await dialog.getByLabel('Perché sono la stessa persona').fill('Me lo ha detto Anna al telefono.');
  await dialog.getByRole('button', { name: 'Unisci in una' }).click();
  await page.getByText('Unite: la storia adesso è una sola.').waitFor();
  await part('La storia fin qui').getByText(OTHER).waitFor();
  await part('Schede unite')
    .getByText(/Me lo ha detto Anna al telefono/)
    .waitFor();
  await part('Schede unite').getByRole('button', { name: 'Separa di nuovo' }).click();
  await page.getByText('Separate: ognuna ha di nuovo le sue parole.').waitFor();
  await part('La storia fin qui').getByText(OTHER).waitFor({ state: 'detached' });
  expect((await contacts()).map(({ name }) => name).sort()).toEqual(['Anna Bruni', 'Bruno Costa']);
});

/** The same name writes by mail too. */
const hearByMail = async (name: string, text: string) => {
  const mail = await joinUp(open.house, company, 'mail');
  await say(open.house, company, mail, {
    form: 'message',
    visibility: 'direct',
    author: { nativeId: `${name} mail`, name, handle: 'anna@osteriadelponte.example' },
    title: 'Domenica',
    text,
    saidAt: ago(90),
  });
};

it('entries that look alike are shown side by side with why, and only a person makes them one', async () => {
  await hearByMail('Anna Bruni', 'Vi scrivo anche da qui: ci sarà posto per quattro?');
  await page.goto(address('relazioni/persone'));
  await page.getByText('Due schede sembrano la stessa persona.').waitFor();
  await page.getByRole('link', { name: 'Guarda le prove' }).click();
  const pair = page.getByRole('article', { name: 'Anna Bruni, Anna Bruni' });
  await pair.getByText('Perché lo pensiamo').waitFor();
  await pair.getByRole('radio', { name: 'Anna Bruni (Mail)' }).check({ force: true });
  await pair.getByRole('button', { name: 'Unisci in una' }).click();
  await page.getByText('Unite: la storia adesso è una sola.').waitFor();
  await page.getByText('Nessun doppione da guardare').waitFor();
  expect((await contacts()).filter(({ name }) => name === 'Anna Bruni').length).toBe(1);
  await page.getByRole('button', { name: 'Annulla' }).click();
  await pair.waitFor();
  await pair.getByRole('button', { name: 'Sono due persone' }).click();
  await page.getByText('Segnato: sono due persone. Non te lo chiederò più.').waitFor();
  await page.reload();
  await page.getByText('Nessun doppione da guardare').waitFor();
  expect((await contacts()).filter(({ name }) => name === 'Anna Bruni').length).toBe(2);
});

it('words that are taken back leave the day and the story while they are looked at', async () => {
  await say(open.house, company, bluesky, {
    nativeId: 'carla-1',
    author: { nativeId: 'Carla Dini', name: 'Carla Dini', handle: '@carla.example' },
    text: 'Che profumo ha il vostro Dolcetto?',
    saidAt: ago(60),
  });
  await goToPerson('Carla Dini');
  const words = part('La storia fin qui').getByText('Che profumo ha il vostro Dolcetto?');
  await words.waitFor();
  await takeBack(open.house, company, bluesky, 'carla-1');
  await words.waitFor({ state: 'detached' });
});

it('erasing asks once, gives a receipt, and leaves nothing to be found', async () => {
  await goToPerson('Anna Bruni');
  await page.getByRole('button', { name: 'Cancella questa persona' }).click();
  const ask = page.getByRole('dialog', { name: 'Cancellare Anna Bruni?' });
  await ask.getByRole('button', { name: 'Lascia stare' }).click();
  expect(await idOf('Anna Bruni')).not.toBe('');
  await page.getByRole('button', { name: 'Cancella questa persona' }).click();
  await ask.getByRole('button', { name: 'Cancella questa persona' }).click();
  const receipt = page.getByRole('dialog', { name: 'Ricevuta della cancellazione' });
  await receipt.getByText('Account dimenticati: 1').waitFor();
  await receipt.getByRole('button', { name: 'Torna alle persone' }).click();
  await page.getByRole('link', { name: /Bruno Costa/ }).waitFor();
  expect(await page.getByRole('link', { name: /Anna Bruni/ }).count()).toBe(0);
  expect(await idOf('Anna Bruni')).toBe('');
});

it('a list is tried before it is imported, with what is wrong line by line', async () => {
  await page.goto(address('relazioni/persone/importa'));
  await page
    .getByRole('textbox', { name: /Incolla qui/ })
    .fill('name,company,place\nLucia Marangon,Osteria del Ponte,Dogliani\n,Senza nome,Alba\n');
  await page.getByRole('button', { name: 'Prova senza importare' }).click();
  await page.getByText('Riga 3').waitFor();
  expect((await contacts()).length).toBe(2);
  await page.getByRole('button', { name: 'Importa 1 riga' }).click();
  await page.getByRole('heading', { name: 'Importato' }).waitFor();
  await page.getByRole('link', { name: 'Guarda le persone' }).click();
  await page.getByRole('link', { name: /Lucia Marangon.*Osteria del Ponte/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Lucia Marangon' }).waitFor();
});

it('somebody who has no channel is added by hand, from the phone', async () => {
  const other = await open.look({ cookie: company.cookie, size: phone });
  await other.page.goto(address('relazioni/persone'));
  await other.page.getByRole('button', { name: 'Aggiungi una persona' }).click();
  const dialog = other.page.getByRole('dialog', { name: 'Una persona che conosciamo' });
  await dialog.getByLabel('Nome e cognome').fill('La signora Piera');
  await dialog.getByLabel('Che cosa fa').fill('fornaia');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await other.page.getByRole('heading', { level: 1, name: 'La signora Piera' }).waitFor();
  await other.page.getByText('fornaia').waitFor();
  await leave(other);
});
