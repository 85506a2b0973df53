import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { webmentionChannel } from '../../src/channels/webmention/channel.ts';
import { ingest } from '../../src/listening/index.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';

let open: OpenHouse;
let company: TestCompany;
let visit: Visit;
let page: Page;
let connectionId: string;

beforeAll(async () => {
  open = await openHouse();
});
afterAll(() => open?.stop());

const target = 'https://valdorsa.example/dolcetto';
const pingbacks = async (...names: readonly string[]) => {
  const items = names.flatMap((name) => {
    const source = `https://${name.toLowerCase()}.example/gita`;
    const html = `<title>Il blog di ${name}</title><p>${name} consiglia <a href="${target}">questa cantina</a></p>`;
    return webmentionChannel.readRaw(new TextEncoder().encode(html), { source, target, via: 'pingback' });
  });
  await ingest(open.house.house.platform, {
    workspaceId: company.workspaceId,
    connectionId,
    channel: webmentionChannel,
    items,
    receivedAt: new Date(),
  });
};

beforeEach(async () => {
  company = await open.house.company('Cantina Valdorsa');
  connectionId = newId();
  for (const name of ['Dora', 'Carlo', 'Berta', 'Anna']) await pingbacks(name);
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
  await page.goto(`${open.house.url}/${company.slug}/ascolto`);
  await page.getByRole('link', { name: 'In attesa (4)' }).click();
  await row('Anna').waitFor();
});
afterEach(() => leave(visit));

const row = (name: string) => page.getByRole('listitem').filter({ hasText: `${name} consiglia` });
const gone = (name: string) => row(name).waitFor({ state: 'detached' });
const heard = async () =>
  (
    await company.json<{ mentions: { title: string }[] }>(
      'GET',
      `/api/workspaces/${company.workspaceId}/mentions`,
    )
  ).mentions.map(({ title }) => title);

it('is looked through by keyboard: the next, approve, refuse, and back', { timeout: 60_000 }, async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText('Approvato: ora conta.').waitFor();
  await gone('Anna');
  expect(await heard()).toEqual(['Il blog di Anna']);
  await page.keyboard.press('s');
  await gone('Berta');
  await page.getByRole('link', { name: 'In attesa (2)' }).waitFor();
  await page.getByRole('tab', { name: 'Rifiutati' }).click();
  await page.getByText('Segnato come spam').waitFor();
  await row('Berta').getByRole('button', { name: 'Rimetti in attesa' }).click();
  await page.getByRole('tab', { name: 'Da guardare' }).click();
  await row('Berta').waitFor();
});

it('is decided by thumb, several together, undone, and seen as it comes', { timeout: 60_000 }, async () => {
  await row('Anna').getByRole('button', { name: 'Approva' }).click();
  await gone('Anna');
  await page.getByRole('button', { name: 'Annulla' }).click();
  await row('Anna').waitFor();
  expect(await heard()).toEqual([]);
  await page.getByText('Scegli tutti').click();
  await page.getByText('4 scelti').waitFor();
  await page.getByRole('button', { name: 'Rifiuta' }).first().click();
  await page.getByText('Non aspetta niente').waitFor();
  await pingbacks('Elsa');
  await row('Elsa').waitFor();
  await page.getByRole('link', { name: 'In attesa (1)' }).waitFor();
});
