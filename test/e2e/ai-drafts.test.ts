import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { type ModelServer, startModelServer } from '../peers/assistant/model-server.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, joinUp, say } from './winery.ts';

const KEY = 'sk-prova';
const MODEL = 'piccolo-3b';
const DRAFT = 'Mi dispiace per il pacco: ne parte un altro domani.';

let server: ModelServer;
let open: OpenHouse;
let company: TestCompany;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  server = await startModelServer(KEY, MODEL);
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
  const bluesky = await joinUp(open.house, company, 'bluesky');
  await say(open.house, company, bluesky, {
    author: { nativeId: 'anna', name: 'Anna Bruni', handle: '@anna.example' },
    text: 'Il pacco è arrivato rotto e nessuno mi risponde.',
    saidAt: ago(30),
  });
  await company.json('PUT', `/api/workspaces/${company.workspaceId}/assistant`, {
    enabled: true,
    baseUrl: server.baseUrl,
    model: MODEL,
    key: KEY,
    uses: { uncertain: false, drafts: true },
    priceIn: 1,
    priceOut: 1,
    monthlyCap: 5,
    timeoutSeconds: 5,
  });
  server.answer({ say: DRAFT });
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
});
afterAll(async () => {
  await open?.stop();
  await server?.stop();
});

const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;
const words = () => page.getByRole('textbox', { name: /Rispondi a Anna/ });
const draftMark = () => page.getByText('Bozza scritta dall’IA: la correggi, la firmi e la mandi tu.');
const suggest = async () => {
  await page.getByRole('button', { name: 'Proponi una bozza' }).click();
  await expect.poll(() => words().inputValue()).toBe(DRAFT);
};

it('what a machine drafted says so, until a person empties the page and writes by themselves', async () => {
  await page.goto(address('conversazioni'));
  await page.getByRole('link').filter({ hasText: 'Anna Bruni' }).first().click();
  await page.getByRole('button', { name: 'Rispondi a Anna Bruni' }).click();
  expect(await draftMark().count()).toBe(0);
  await suggest();
  await draftMark().waitFor();

  await words().fill('');
  await words().fill('Scrivo io.');
  expect(await draftMark().count()).toBe(0);
});

it('the company chooses once how it addresses people', async () => {
  await page.goto(address('impostazioni/azienda'));
  const choices = page.getByRole('radiogroup', { name: 'Come vi rivolgete alle persone quando scrivete' });
  expect(await choices.getByRole('radio', { name: 'Come fa chi ci scrive' }).isChecked()).toBe(true);
  await choices.getByText('Voi', { exact: true }).click();
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText('Salvato.').waitFor();
  const kept = await company.json<{ register: string }>('GET', `/api/workspaces/${company.workspaceId}`);
  expect(kept.register).toBe('voi');
  await leave(visit);
});
