import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectFolder } from '../../src/platform/paths.ts';
import { settled } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { colleagueOf, leave, type OpenHouse, openHouse } from './open-house.ts';
import { fillWinery } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
beforeAll(async () => {
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
});
afterAll(() => open?.stop());

const isFile = (path: string) => /^\/assets\/.*\.js$/.test(path);
const isAsked = (path: string) => path.startsWith('/api/') && !path.endsWith('/live');

type Loading = {
  readonly paths: readonly string[];
  readonly text: string;
  readonly isWaiting: boolean;
};

/** What a page asks for, and what it shows, while the app's own code does not arrive. */
const beforeTheApp = async (where: string, options: { cookie?: string; language?: 'it' | 'en' } = {}) => {
  const visit = await open.look(options);
  const paths: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await visit.page.route(/\/assets\/main-.*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  visit.page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await visit.page.goto(open.house.url + where, { waitUntil: 'commit' });
  await visit.page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const loading: Loading = {
    paths: [...paths],
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
    text: await visit.page.locator('#app').innerText(),
    isWaiting: (await visit.page.locator('#app [inert] .skeleton:visible').count()) > 0,
  };
  release();
  await settled(visit.page);
  visit.forget(/status of 401/);
  return { visit, loading, paths };
};

it('the sign-in page is painted with its own words before the app is there', async () => {
  const { visit, loading } = await beforeTheApp('/entra');
  expect(loading.text).toContain('Bentornati');
  expect(loading.text).toContain('La tua mail');
  expect(loading.text).not.toContain('Welcome back');
  expect(loading.isWaiting).toBe(true);
  await visit.page.getByLabel('La tua mail').fill('marta@valdorsa.example');
  expect(await visit.page.locator('[data-look]:not(html)').count()).toBe(0);
  await leave(visit);
});

it('and in English for those who read English', async () => {
  const { visit, loading } = await beforeTheApp('/entra', { language: 'en' });
  expect(loading.text).toContain('Welcome back');
  expect(loading.text).not.toContain('Bentornati');
  await leave(visit);
});

it('a company is painted with its rooms before it is known whose it is', async () => {
  const { visit, loading } = await beforeTheApp(`/${company.slug}/oggi`, { cookie: company.cookie });
  for (const room of ['Oggi', 'Conversazioni', 'Ascolto', 'Relazioni', 'Impostazioni'])
    expect(loading.text).toContain(room);
  expect(loading.isWaiting).toBe(true);
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  await leave(visit);
});

/** The day as it stands while the app's code is held back: its words, and where the first of them are. */
const paintedDay = async (of: TestCompany, language?: 'it' | 'en') => {
  const visit = await open.look({ cookie: of.cookie, ...(language ? { language } : {}) });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await visit.page.route(/\/assets\/main-.*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  await visit.page.goto(`${open.house.url}/${of.slug}/oggi`, { waitUntil: 'commit' });
  const day = visit.page.locator('[data-first-day]:visible');
  await day.locator('[data-slot="lead"]:not(:empty)').waitFor();
  // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
  return { visit, day, text: await day.innerText(), release };
};

it('the day is painted before the app is there: the greeting, and what the first people said where the page will show it', async () => {
  const winery = await open.house.company('Cantina Valdorsa con posta');
  await fillWinery(open.house, winery);
  await open.house.house.settled();
  const { visit, day, text, release } = await paintedDay(winery);
  expect(text).toMatch(/Buon(giorno|asera| pomeriggio) Marta/);
  expect(text).toContain('Ecco chi, e perché.');
  const early = await day.locator('.letter').first().boundingBox();
  const [said = ''] = await day.locator('.letter').allInnerTexts();
  release();
  await settled(visit.page);
  expect(await day.count()).toBe(0);
  const letter = visit.page.locator('article .letter').first();
  expect(await letter.allInnerTexts()).toEqual([said]);
  expect(await letter.boundingBox()).toEqual(early);
  await leave(visit);
});

it('and so is an empty day, in the language of the person whatever the browser’s', async () => {
  const { visit, text, release } = await paintedDay(company, 'en');
  expect(text).toContain('Qui, ogni mattina, le persone con cui parlare');
  expect(text).not.toContain('Each morning');
  release();
  await visit.page.getByRole('link', { name: 'Aggiungi il primo canale' }).waitFor();
  await leave(visit);
});

it.each(['/entra', 'oggi', 'conversazioni', 'ascolto'])(
  '%s asks for all its files at once, and for each answer once',
  async (where) => {
    const inside = where !== '/entra';
    const { visit, loading, paths } = await beforeTheApp(
      inside ? `/${company.slug}/${where}` : where,
      inside ? { cookie: company.cookie } : {},
    );
    // What the page's own code asks for by itself would come here, after the first paint.
    expect(paths.filter((path) => isFile(path) && !loading.paths.includes(path))).toEqual([]);
    expect(loading.paths).toContain('/api/me');
    // The day is asked again when the live stream opens, which cannot tell what changed before.
    const asked = paths.filter((path) => isAsked(path) && !path.endsWith('/today'));
    expect(asked).toEqual([...new Set(asked)]);
    await leave(visit);
  },
);

it('an answer asked before the sign-in is not kept after it', async () => {
  const { cookie } = await colleagueOf(open.house, company, 'Piera');
  expect(cookie).not.toBe('');
  const { visit } = await beforeTheApp('/entra');
  const { page } = visit;
  await page.getByLabel('La tua mail').fill(`piera@${company.slug}.example`);
  await page.getByLabel('Password', { exact: true }).fill('vigna collina pioggia');
  await page.getByRole('button', { name: 'Entra', exact: true }).click();
  await page.getByRole('heading', { name: /Piera/ }).waitFor();
  await leave(visit);
});

/** Uncompressed; the largest is what every screen stands on. Once a page brought a whole room of the server: 1.4 MB. */
const LARGEST_SCRIPT = 400_000;

it('no page waits for a script with much that it does not use', () => {
  const folder = path.join(projectFolder(), 'web/dist/assets');
  const large = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.js') && fs.statSync(path.join(folder, name)).size > LARGEST_SCRIPT);
  expect(large).toEqual([]);
});
