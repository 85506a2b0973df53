import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { phone, sidewaysScroll, type Visit } from '../harness/browser.ts';
import { openAlerts } from '../integration/alerts-kit.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';

let open: OpenHouse;
let alerts: Awaited<ReturnType<typeof openAlerts>>;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  open = await openHouse();
  alerts = await openAlerts(open.house, 'Cantina Valdorsa');
  await alerts.fillPast();
  await alerts.look();
});
afterAll(() => open?.stop());
afterEach(() => visit && leave(visit));

const goTo = async (path: string, options: Parameters<OpenHouse['look']>[0] = {}) => {
  visit = await open.look({ cookie: alerts.company.cookie, ...options });
  page = visit.page;
  await page.goto(`${open.house.url}/${alerts.company.slug}/ascolto/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

describe('an alert', () => {
  it('appears while one looks, explains itself, and is seen', async () => {
    await goTo('avvisi');
    await page.getByText('Niente di insolito finora').waitFor();
    await alerts.hearNow(24);
    await alerts.look();
    await page.getByRole('link', { name: 'Si parla molto di «Dolcetto»' }).click();
    await page.getByText(/di solito si sentono da \d+ a \d+ menzioni; questa volta \d+/).waitFor();
    await page.getByRole('img', { name: /Nell’ora più piena/ }).waitFor();
    await page.getByText('Come tabella').click();
    await page.getByRole('table').getByRole('row').nth(5).waitFor();
    await page.getByText('Il Dolcetto sa di tappo').first().waitFor();
    await page.getByRole('button', { name: 'L’ho visto' }).click();
    await page.getByText('Visto da Marta Valdorsa').waitFor();
  });

  it('is chosen in plain words, with what the choice would have told', async () => {
    await goTo('avvisi/regole');
    await page.getByRole('switch', { name: 'Se ne parla molto più del solito' }).waitFor();
    await page.getByRole('button', { name: 'Come sarebbe andata' }).first().click();
    await page.getByText(/negli ultimi \d+ giorni/).waitFor();
  });

  it('reaches each person as they choose, also on a phone', async () => {
    await goTo('avvisi/come', { size: phone });
    await page.getByRole('heading', { name: 'Ore di quiete' }).waitFor();
    await page.getByRole('button', { name: 'Mandami una prova' }).first().click();
    await page.getByText(/La prova non è partita/).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
  });
});
