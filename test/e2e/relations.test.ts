import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  desk,
  phone,
  sidewaysScroll,
  startBrowser,
  type TestBrowser,
  type Visit,
} from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { talkOfDolcetto, weaveWeb } from './relations-web.ts';
import { joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let woven: Awaited<ReturnType<typeof weaveWeb>>;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
  woven = await weaveWeb(open.house, company);
});
afterAll(() => open?.stop());
afterEach(() => visit && leave(visit));

const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;
const goTo = async (path: string, options: Parameters<OpenHouse['look']>[0] = {}) => {
  visit = await open.look({ cookie: company.cookie, ...options });
  page = visit.page;
  await page.goto(address(path));
  await page.getByRole('heading', { level: 1 }).waitFor();
};

describe('our web', () => {
  it('is told in sentences, with what each figure means', async () => {
    await goTo('relazioni');
    await page.getByText(/Conosciamo 24 persone/).waitFor();
    await page.getByText(/Raggiungiamo una cerchia su 3/).waitFor();
    await page.getByText(/Abbiamo un filo con (una persona|([2-9]|1\d|2[0-4]) persone)/).waitFor();
    await page.getByText(/delle persone è a due passi da noi/).waitFor();
    await page
      .getByText(/voci diverse/)
      .first()
      .waitFor();
    await page.getByText(/^Calcolata/).waitFor();
  });

  it('is worked out again when asked, and the new hour is shown', async () => {
    await goTo('relazioni');
    const overview = `/api/workspaces/${company.workspaceId}/relations/overview`;
    const at = async () => (await company.json<{ batch: { at: string } }>('GET', overview)).batch.at;
    const before = await at();
    await page.getByRole('button', { name: 'Ricalcola adesso' }).click();
    await expect.poll(at, { timeout: 60_000 }).not.toBe(before);
    await page.getByRole('button', { name: 'Ricalcola adesso' }).waitFor();
  });

  it('its parts are reached from the rail, from the palette and by their own addresses', async () => {
    await goTo('oggi');
    await page.getByRole('navigation', { name: 'Stanze' }).getByRole('link', { name: 'Relazioni' }).click();
    const parts = page.getByRole('navigation', { name: 'Parti delle relazioni' });
    await parts.getByRole('link', { name: 'Mappa' }).click();
    await page.getByRole('heading', { level: 1, name: 'La mappa' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/${company.slug}/relazioni/mappa`);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('searchbox').fill('trova i pmi');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Trova i PMI' }).waitFor();
  });
});

describe('the map as a list', () => {
  it('is shown where nothing can be drawn, and says so', async () => {
    await goTo('relazioni/mappa');
    await page.getByText(/non sa disegnare la mappa/).waitFor();
    const table = page.getByRole('table', { name: 'La mappa come elenco' });
    await table.waitFor();
    expect(await table.getByRole('link').count()).toBe(24);
    const bridge = table.getByRole('row', { name: new RegExp(`^${woven.bridge.name} `) });
    expect(await bridge.textContent()).toContain('Fa da ponte');
    expect(await bridge.textContent()).toMatch(/Un filo (leggero|vivo|forte) con noi/);
    expect(await page.getByRole('img').count()).toBe(0);
  });

  it('answers the four questions in sentences, from the keyboard alone, and the address keeps the question', async () => {
    await goTo('relazioni/mappa');
    const questions = page.getByRole('region', { name: 'Che cosa le chiediamo' });
    await questions.getByRole('button', { name: 'Chi fa da ponte?' }).focus();
    await page.keyboard.press('Enter');
    await questions
      .getByText(/Unisce .* passa da qui il \d+ %/)
      .first()
      .waitFor();
    await questions.getByRole('link', { name: woven.bridge.name }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await questions.getByText(/Vi siete parlati \d+ volte/).waitFor();
    await questions.getByRole('link', { name: woven.asleep.name }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await questions
      .getByText(/nessuno si parla|appena/)
      .first()
      .waitFor();
    await page.reload();
    await questions
      .getByText(/nessuno si parla|appena/)
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('domanda')).toBe('vuoti');
  });

  it('shows one circle from within, and the way back', async () => {
    await goTo('relazioni/mappa');
    const circles = page.getByRole('region', { name: 'Cerchie' });
    await circles.getByRole('button').first().click();
    const table = page.getByRole('table', { name: 'La mappa come elenco' });
    await expect.poll(() => table.getByRole('link').count()).toBeLessThan(24);
    await page.getByRole('button', { name: 'Torna a tutta la mappa' }).click();
    await expect.poll(() => table.getByRole('link').count()).toBe(24);
  });

  it.each(['GraphML', 'GEXF', 'CSV'])('leaves the house as %s', async (format) => {
    await goTo('relazioni/mappa');
    await page.getByRole('button', { name: 'Esporta' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click();
    const stream = await (await download).createReadStream();
    let text = '';
    for await (const piece of stream) text += String(piece);
    expect(text).toContain(woven.bridge.name);
  });
});

describe('the map drawn', () => {
  let drawing: TestBrowser;
  beforeAll(async () => {
    drawing = await startBrowser({ draws: true });
  });
  afterAll(() => drawing?.close());

  const draw = async (path: string, options: Parameters<TestBrowser['visit']>[1] = {}) => {
    visit = await drawing.visit(open.house.url, { cookie: company.cookie, ...options });
    page = visit.page;
    await page.goto(address(path));
    // The first board of a browser, painted by the processor, may take its time on a busy machine.
    await page.locator('[data-drawn="true"]').waitFor({ timeout: 60_000 });
  };

  it('has a name, buttons and a way to the list, which is remembered', async () => {
    await draw('relazioni/mappa');
    await page.getByRole('img', { name: /Mappa di 24 persone in 3 cerchie/ }).waitFor();
    await page.getByRole('button', { name: 'Avvicina' }).click();
    await page.getByRole('button', { name: 'Mostra tutto' }).click();
    await page.getByRole('button', { name: 'Elenco' }).click();
    await page.getByRole('table', { name: 'La mappa come elenco' }).waitFor();
    await page.goto(address('relazioni/mappa'));
    await page.getByRole('table', { name: 'La mappa come elenco' }).waitFor();
    await page.getByRole('button', { name: 'Disegno' }).click();
    await page.locator('[data-drawn="true"]').waitFor();
  });

  it.each([
    ['desk', desk],
    ['phone', phone],
  ] as const)('touching a person tells who they are and leads to their page: %s', async (_, size) => {
    await draw(`relazioni/mappa?persona=${woven.bridge.id}`, { size });
    const card = page.getByRole('region', { name: 'La persona scelta' });
    await card.getByText(woven.bridge.name).waitFor();
    await card.getByRole('button', { name: 'Chiudi' }).click();
    await card.waitFor({ state: 'detached' });
    // Their place on the board is not known from outside: somebody stands under one of these points.
    const board = await page.getByRole('img', { name: /Mappa di/ }).boundingBox();
    if (!board) throw new Error('no board');
    const points = Array.from({ length: 900 }, (_, n) => ({
      x: board.x + board.width * (0.05 + 0.9 * ((n % 30) / 29)),
      y: board.y + board.height * (0.05 + 0.8 * (Math.floor(n / 30) / 29)),
    }));
    for (const { x, y } of points) {
      await page.mouse.move(x, y);
      if ((await page.locator('[data-drawn].cursor-pointer').count()) === 0) continue;
      await page.mouse.click(x, y);
      if ((await card.count()) > 0) break;
    }
    await card.getByRole('link', { name: 'Apri la sua pagina' }).click();
    await page.waitForURL(/relazioni\/persone\//);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  it('an answer is shown on the map when asked, in the dark too', async () => {
    await draw('relazioni/mappa?domanda=incontri', { prefers: { dark: true } });
    const questions = page.getByRole('region', { name: 'Che cosa le chiediamo' });
    await questions.getByRole('button', { name: 'Chi fa da ponte?' }).click();
    const show = questions.getByRole('button', { name: 'Mostra sulla mappa' }).first();
    await show.click();
    expect(await show.getAttribute('aria-pressed')).toBe('true');
    await page.locator('[data-drawn="true"]').waitFor();
  });
});

describe('the finder', () => {
  const heard = async () => {
    const bluesky = await joinUp(open.house, company, 'bluesky');
    const said = talkOfDolcetto(120);
    for (let from = 0; from < said.length; from += 200)
      await say(open.house, company, bluesky, ...said.slice(from, from + 200));
  };
  const team = () =>
    page
      .getByRole('region', { name: 'La squadra' })
      .or(page.locator('section', { hasText: 'Scelta insieme' }));

  it('from a few words to a team: why each, who instead, how sure, and beside other ways of choosing', {
    timeout: 180_000,
  }, async () => {
    await heard();
    await goTo('relazioni/trova');
    await page.getByText('Qui troverete chi tiene insieme il vostro campo').waitFor();
    await page.getByRole('link', { name: 'Descrivi un campo' }).click();
    await page.getByRole('textbox', { name: 'Nome del campo' }).fill('Dolcetto di Langa');
    await page.getByRole('textbox', { name: 'Parole e frasi, una per riga' }).fill('dolcetto');
    await page.getByRole('spinbutton', { name: /Ore al mese/ }).fill('6');
    await page.getByRole('button', { name: 'Comincia a raccogliere' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dolcetto di Langa' }).waitFor();

    await page.getByText(/30 persone, \d+ reazioni tra loro/).waitFor();
    await page
      .getByRole('table', { name: 'Raccolta' })
      .getByRole('row', { name: /Bluesky 480 30/ })
      .waitFor();

    await page.getByRole('button', { name: 'Scegli la squadra' }).click();
    const members = page.getByRole('list', { name: 'Perché' });
    await members.first().waitFor({ timeout: 60_000 });
    const before = await members.count();
    expect(before).toBeGreaterThan(1);
    expect(await members.first().textContent()).toMatch(/Senza questa persona la squadra perderebbe/);
    await page.getByRole('table', { name: 'A confronto' }).waitFor();
    expect(
      await page.getByRole('table', { name: 'A confronto' }).getByRole('columnheader').allTextContents(),
    ).toEqual(['Che cosa', 'Questa squadra', 'Le più seguite', 'Una per una, in classifica']);
    expect(await page.getByRole('main').textContent()).not.toMatch(/regal|pag(are|amento)|compens/i);

    const excluded =
      (
        await page
          .getByRole('button', { name: /^Escludi: / })
          .first()
          .getAttribute('aria-label')
      )?.slice('Escludi: '.length) ?? '';
    await page.getByRole('button', { name: `Escludi: ${excluded}` }).click();
    const kept =
      (
        await page
          .getByRole('button', { name: /^Tieni sempre: / })
          .nth(1)
          .getAttribute('aria-label')
      )?.slice('Tieni sempre: '.length) ?? '';
    await page.getByRole('button', { name: `Tieni sempre: ${kept}` }).click();
    await page.getByText('2 cambiamenti da applicare').waitFor();
    await page.getByRole('button', { name: 'Scegli di nuovo così' }).click();
    await page.getByRole('button', { name: `Riammetti ${excluded}` }).waitFor({ timeout: 60_000 });
    expect(await page.getByRole('button', { name: `Escludi: ${excluded}` }).count()).toBe(0);
    const pin = page.getByRole('button', { name: `Tieni sempre: ${kept}` });
    expect(await pin.getAttribute('aria-pressed')).toBe('true');

    await page.getByRole('textbox', { name: 'Un nome per ritrovarla' }).fill('Prima squadra');
    await page.getByRole('button', { name: 'Salva questa squadra' }).click();
    await page.getByRole('checkbox', { name: 'Confronta «Prima squadra»' }).waitFor();
    await page.getByRole('button', { name: `Riammetti ${excluded}` }).click();
    await page.getByRole('button', { name: 'Scegli di nuovo così' }).click();
    await page.getByRole('button', { name: `Escludi: ${excluded}` }).waitFor({ timeout: 60_000 });
    await page.getByRole('textbox', { name: 'Un nome per ritrovarla' }).fill('Seconda squadra');
    await page.getByRole('button', { name: 'Salva questa squadra' }).click();
    await page.getByRole('checkbox', { name: 'Confronta «Seconda squadra»' }).waitFor();
    await page
      .getByText('Confronta')
      .first()
      .waitFor({ state: 'attached' })
      .catch(() => undefined);
    for (const name of ['Prima squadra', 'Seconda squadra'])
      await page.locator('label', { hasText: name }).click();
    await page.getByText('In tutte e due').waitFor();
    await page.getByText('Solo in «Seconda squadra»').waitFor();
    expect(await team().count()).toBeGreaterThan(0);
  });

  it('a field is changed and removed; on a phone nothing goes over the edge', async () => {
    const { id } = await company.json<{ id: string }>(
      'POST',
      `/api/workspaces/${company.workspaceId}/fields`,
      {
        name: 'Cicloturismo',
        words: ['ciclabile'],
      },
    );
    await goTo(`relazioni/trova/${id}`, { size: phone });
    await page.getByText(/Ancora niente: nessuno/).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Cambia la descrizione' }).click();
    await page.getByRole('textbox', { name: 'Nome del campo' }).fill('Cicloturismo lento');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cicloturismo lento' }).waitFor();
    await page.getByRole('button', { name: 'Elimina il campo' }).click();
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: 'Elimina il campo' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Trova i PMI' }).waitFor();
    expect(await page.getByText('Cicloturismo lento').count()).toBe(0);
  });
});
