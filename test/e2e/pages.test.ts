import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  desk,
  narrow,
  phone,
  settled,
  sidewaysScroll,
  startBrowser,
  type TestBrowser,
  takePicture,
} from '../harness/browser.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { fourWays } from './four-ways.ts';
import { shiftsOf, violationsOf, watchShifts } from './looking-over.ts';
import { weaveWeb } from './relations-web.ts';
import { fillWinery } from './winery.ts';

let house: TestHouse;
let company: TestCompany;
let browser: TestBrowser;
let threadId = '';
let fieldId = '';
let contactId = '';

beforeAll(async () => {
  house = await startTestHouse();
  browser = await startBrowser();
  company = await house.company('Cantina Valdorsa');
  await fillWinery(house, company);
  const { threads } = await company.json<{ threads: { id: string; author: { name: string } }[] }>(
    'GET',
    `/api/workspaces/${company.workspaceId}/threads`,
  );
  threadId = threads.find(({ author }) => author.name === 'Chiara Bonfanti')?.id ?? '';
  await company.json('POST', `/api/workspaces/${company.workspaceId}/threads/${threadId}/notes`, {
    body: 'Ho chiesto al magazzino: ne mandiamo ventiquattro ad Al Brindisi lunedì.',
  });
  contactId = await meetLucia();
  await weaveWeb(house, company);
  const { id } = await company.json<{ id: string }>('POST', `/api/workspaces/${company.workspaceId}/fields`, {
    name: 'Vino e cucina a Ferrara',
    words: ['rosso', 'cappellacci'],
  });
  fieldId = id;
  await house.house.settled();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Somebody whom we have met, and to whom something was given. */
const meetLucia = async (): Promise<string> => {
  const at = (path: string) => `/api/workspaces/${company.workspaceId}/contacts${path}`;
  const { contacts } = await company.json<{ contacts: { id: string; name: string }[] }>('GET', at(''));
  const id = contacts.find(({ name }) => name === 'Lucia Marangon')?.id ?? '';
  await company.json('PATCH', at(`/${id}`), {
    company: 'Osteria del Ponte',
    place: 'Dogliani',
    tags: ['ristorazione'],
    note: 'Ha una carta piccola, e la racconta bene.',
  });
  await company.json('POST', at(`/${id}/meetings`), {
    at: new Date(Date.now() - 40 * 86_400_000).toISOString(),
    note: 'In fiera, padiglione 3. Le è piaciuto il Dolcetto.',
  });
  await company.json('POST', at(`/${id}/gifts`), {
    kind: 'sample',
    what: 'Due bottiglie di Dolcetto',
    valueCents: 2_400,
    at: new Date(Date.now() - 39 * 86_400_000).toISOString(),
  });
  return id;
};

const outside = {
  accesso: '/entra',
  password: '/nuova-password',
  avvio: '/avvio/niente',
  invito: '/invito/niente',
};
const inside = () => {
  const at = (path: string) => `/${company.slug}/${path}`;
  return {
    oggi: at('oggi'),
    conversazioni: at('conversazioni'),
    conversazione: at(`conversazioni/${threadId}`),
    ascolto: at('ascolto'),
    ascolti: at('ascolto/ascolti'),
    cerca: at('ascolto/cerca?cerca=dolcetto'),
    reputazione: at('ascolto/reputazione'),
    avvisi: at('ascolto/avvisi'),
    regole: at('ascolto/avvisi/regole'),
    'come-avvisare': at('ascolto/avvisi/come'),
    contatti: at('relazioni/persone'),
    contatto: at(`relazioni/persone/${contactId}`),
    incontro: at(`relazioni/persone/${contactId}?segna=incontro`),
    unisci: at('relazioni/persone/unisci'),
    importa: at('relazioni/persone/importa'),
    relazioni: at('relazioni'),
    mappa: at('relazioni/mappa?domanda=ponti'),
    campi: at('relazioni/trova'),
    campo: at(`relazioni/trova/${fieldId}`),
    'nuovo-campo': at('relazioni/trova/nuovo'),
    benvenuto: at('benvenuto'),
    profilo: at('impostazioni/profilo'),
    sicurezza: at('impostazioni/sicurezza'),
    azienda: at('impostazioni/azienda'),
    persone: at('impostazioni/persone'),
    canali: at('impostazioni/canali'),
    'come-rispondiamo': at('impostazioni/conversazioni'),
    impara: at('impostazioni/impara'),
    parole: at('impostazioni/parole'),
    aiuto: at('impostazioni/aiuto'),
    raccolta: at('impostazioni/parole?apri=nuova'),
    registro: at('impostazioni/registro'),
    riservatezza: at('impostazioni/riservatezza'),
    'porta-dentro': at('impostazioni/importa'),
    informativa: `/informativa/${company.slug}`,
    api: at('impostazioni/api'),
    scorciatoie: at('impostazioni/scorciatoie'),
    niente: '/nessuno/oggi',
  };
};

it.each(fourWays)(
  'every page is accessible and quiet: $language, $theme, $name',
  { timeout: 240_000 },
  async ({ language, theme, name, size }) => {
    await company.json('PATCH', '/api/me', { language, theme });
    const found: string[] = [];
    const look = async (pages: Readonly<Record<string, string>>, cookie?: string) => {
      const visit = await browser.visit(house.url, {
        size,
        language,
        prefers: { dark: theme === 'dark' },
        ...(cookie ? { cookie } : {}),
      });
      for (const [title, path] of Object.entries(pages)) {
        await visit.page.goto(house.url + path);
        await settled(visit.page);
        await takePicture(visit.page, `${title}-${name}-${theme}-${language}`);
        const wide = await sidewaysScroll(visit.page);
        if (wide > 0) found.push(`${title}: ${wide} px too wide`);
        expect(await visit.page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await visit.page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
        found.push(...(await violationsOf(visit.page)).map((violation) => `${title}: ${violation}`));
      }
      visit.forget(/the server responded with a status of (401|404|410)/);
      found.push(...visit.problems);
      await visit.close();
    };
    await look(outside);
    await look(inside(), company.cookie);
    expect(found).toEqual([]);
  },
);

it('no page scrolls sideways on a phone of 360 px', { timeout: 120_000 }, async () => {
  const visit = await browser.visit(house.url, { size: narrow, cookie: company.cookie });
  const tooWide: string[] = [];
  for (const [title, path] of Object.entries({ ...outside, ...inside() })) {
    await visit.page.goto(house.url + path);
    await settled(visit.page);
    const wide = await sidewaysScroll(visit.page);
    if (wide > 0) tooWide.push(`${title}: ${wide} px`);
  }
  expect(tooWide).toEqual([]);
  await visit.close();
});

it('nothing jumps while the main pages load, not even for who reads English in an Italian browser', {
  timeout: 120_000,
}, async () => {
  await company.json('PATCH', '/api/me', { language: 'en', theme: 'dark' });
  const jumpy: string[] = [];
  for (const size of [desk, phone]) {
    const visit = await browser.visit(house.url, { size, cookie: company.cookie });
    await visit.page.addInitScript(watchShifts);
    for (const [title, path] of Object.entries(inside())) {
      await visit.page.goto(house.url + path);
      await settled(visit.page);
      await visit.page.waitForTimeout(300);
      const shifts = await shiftsOf(visit.page);
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      if (sum >= 0.1) jumpy.push(`${title} at ${size.width} px: ${sum.toFixed(3)} ${JSON.stringify(shifts)}`);
    }
    await visit.close();
  }
  expect(jumpy).toEqual([]);
});
