import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { phone, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let visit: Visit;

beforeAll(async () => {
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
  const bluesky = await joinUp(open.house, company, 'bluesky');
  for (const [name, text] of [
    ['Anna Bruni', 'Quanto costa una cassa di Dolcetto?'],
    ['Bruno Costa', 'Che bella vendemmia.'],
  ] as const)
    await say(open.house, company, bluesky, {
      author: { nativeId: name, name, handle: `@${name.split(' ')[0]?.toLowerCase()}.example` },
      text,
      saidAt: ago(60),
    });
});
afterAll(() => open?.stop());
afterEach(() => leave(visit));

const go = async (page: Page) => {
  await page.goto(`${open.house.url}/${company.slug}/impostazioni/regole`);
  await page.getByRole('heading', { name: 'Regole', level: 1 }).waitFor();
};

it('a ready-made rule is taken with one press, reads as a sentence, is tried and turned off', async () => {
  visit = await open.look({ cookie: company.cookie });
  const { page } = visit;
  await go(page);
  await page.getByRole('button', { name: 'Usa questa: Domande sui prezzi al commerciale' }).click();
  await page.getByRole('heading', { name: 'Domande sui prezzi al commerciale' }).waitFor();
  await page.getByRole('button', { name: 'Provala sull’ultimo mese' }).click();
  await page.getByText('Vale per 1 conversazioni su 2 dell’ultimo mese.').waitFor();
  await page.getByRole('link', { name: 'Anna Bruni' }).waitFor();
  await page.getByRole('link', { name: 'Tutte le regole' }).click();
  const one = page.getByRole('listitem').filter({ hasText: 'Domande sui prezzi al commerciale' });
  await one.getByText('qualcuno ci scrive').waitFor();
  await one.getByRole('switch').click({ force: true });
  await expect.poll(() => one.getByRole('switch').isChecked()).toBe(false);
});

it('a rule is written with the thumb', async () => {
  visit = await open.look({ size: phone, touch: true, cookie: company.cookie });
  const { page } = visit;
  await go(page);
  await page.getByRole('button', { name: 'Scrivi una regola' }).first().click();
  await page.getByLabel('Come si chiama').fill('Spedizioni');
  await page.getByLabel('Parole', { exact: true }).fill('spedite O spedizione');
  await page.getByLabel('Che cosa scrivere ai colleghi').fill('chiedono di spedizioni');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByRole('heading', { name: 'Spedizioni', level: 1 }).waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
});
