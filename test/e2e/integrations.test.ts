import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { phone, sidewaysScroll, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { type Receiver, startReceiver } from '../integration/webhooks-receiver.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';

let open: OpenHouse;
let company: TestCompany;
let receiver: Receiver;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  receiver = await startReceiver();
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
});
afterAll(async () => {
  await open?.stop();
  await receiver?.stop();
});
afterEach(() => visit && leave(visit));

const goTo = async (options: Parameters<OpenHouse['look']>[0] = {}) => {
  visit = await open.look({ cookie: company.cookie, ...options });
  page = visit.page;
  await page.goto(`${open.house.url}/${company.slug}/impostazioni/collegamenti`);
  await page.getByRole('heading', { level: 1, name: 'Chiavi e collegamenti' }).waitFor();
};

describe('whoever connects a program', () => {
  it('makes a key that is shown once, opens what was chosen, and ends when it is revoked', async () => {
    await goTo();
    await page.getByRole('button', { name: 'Nuova chiave' }).click();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Il gestionale');
    await page.getByText('Leggere le conversazioni').click();
    await page.getByRole('button', { name: 'Fai la chiave' }).click();
    const secret = ((await page.getByRole('status').filter({ hasText: 'pp_' }).textContent()) ?? '').trim();
    await page.getByRole('button', { name: 'L’ho copiata' }).click();
    await page.getByText('Il gestionale').waitFor();
    expect(await page.content()).not.toContain(secret);
    const ask = () =>
      fetch(new URL('/api/key', open.house.url), { headers: { authorization: `Bearer ${secret}` } });
    expect((await ask()).status).toBe(200);
    await page.getByRole('button', { name: 'Revoca' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoca' }).click();
    await page.getByText('Revocata').waitFor();
    expect((await ask()).status).toBe(401);
  });

  it('adds an address, tries it, and sees the message arrive in the log by itself', async () => {
    await goTo();
    await page.getByRole('button', { name: 'Nuovo indirizzo' }).click();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Il magazzino');
    await page.getByRole('textbox', { name: 'Indirizzo' }).fill(`${receiver.url}/magazzino`);
    await page.getByText('Una conversazione è cominciata').click();
    await page.getByRole('button', { name: 'Aggiungi' }).click();
    await page.getByText('whsec_').waitFor();
    await page.getByRole('button', { name: 'L’ho copiato' }).click();
    await page.getByRole('button', { name: 'Registro', exact: true }).click();
    await page.getByText('Non gli abbiamo ancora mandato niente.').waitFor();
    await page.getByRole('button', { name: 'Manda una prova' }).click();
    await page.getByText('Arrivato').waitFor();
    expect(receiver.at('/magazzino')).toHaveLength(1);
    await page.getByRole('button', { name: 'Rimanda', exact: true }).click();
    await expect.poll(() => receiver.at('/magazzino').length, { timeout: 10_000 }).toBe(2);
  });

  it('can do it from a phone', async () => {
    await goTo({ size: phone });
    await page.getByRole('button', { name: 'Registro', exact: true }).click();
    await page.getByText('Arrivato').waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
  });
});
