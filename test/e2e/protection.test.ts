import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { phone, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { colleagueOf, leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let threadPath = '';
let piero: { readonly cookie: string };
const visits: Visit[] = [];
const VENOM = 'Siete degli idioti, e quel Piero è il peggiore di tutti.';

beforeAll(async () => {
  open = await openHouse();
});
afterAll(() => open?.stop());
afterEach(async () => {
  for (const visit of visits.splice(0)) await leave(visit);
});

beforeEach(async () => {
  company = await open.house.company('Cantina Valdorsa');
  piero = await colleagueOf(open.house, company, 'Piero Po', ['carer']);
  const bluesky = await joinUp(open.house, company, 'bluesky');
  await say(open.house, company, bluesky, {
    author: { nativeId: 'bruno', name: 'Bruno Costa', handle: '@bruno.example' },
    text: VENOM,
    saidAt: ago(30),
  });
  const { threads } = await company.json<{ threads: { id: string }[] }>(
    'GET',
    `/api/workspaces/${company.workspaceId}/threads`,
  );
  threadPath = `conversazioni/${threads[0]?.id}`;
});

const look = async (cookie: string, options = {}) => {
  const visit = await open.look({ cookie, ...options });
  visits.push(visit);
  return visit;
};
const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;
const calm = 'Questa conversazione la segue Marta Valdorsa';

it('what was said is kept as evidence, and the pack is taken away', { timeout: 60_000 }, async () => {
  const { page } = await look(company.cookie);
  await page.goto(address(threadPath));
  await page.getByRole('button', { name: 'Scudo o segnalazione' }).waitFor();
  await page.keyboard.press('p');
  await page.getByRole('button', { name: 'Solo una segnalazione, senza scudo' }).click();
  await page.getByRole('heading', { name: /Segnalazione 1/ }).waitFor();
  await page.getByText('raccolta da Marta Valdorsa').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Scarica il fascicolo (ZIP)' }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  // A ZIP begins with the signature of its first local file header (APPNOTE 4.3.7).
  expect([...bytes.subarray(0, 4)]).toEqual([0x50, 0x4b, 0x03, 0x04]);
  await page.goto(address(threadPath));
  await page.getByRole('link', { name: 'Segnalazione 1' }).waitFor();
});

it('the shield is raised and lowered without a mouse, and hides at once what was said', {
  timeout: 90_000,
}, async () => {
  const his = await look(piero.cookie);
  await his.page.goto(address(threadPath));
  await his.page.getByText(VENOM).first().waitFor();
  const { page } = await look(company.cookie);
  await page.goto(address(threadPath));
  await page.getByRole('button', { name: 'Scudo o segnalazione' }).waitFor();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Proteggere chi lavora qui' });
  await dialog.waitFor();
  // Whom the reading takes to be meant is chosen already, when it has read.
  for (const [name, isHidden] of [
    ['Marta Valdorsa', false],
    ['Piero Po', true],
  ] as const) {
    const box = dialog.getByRole('checkbox', { name });
    if ((await box.isChecked()) === isHidden) continue;
    await box.focus();
    await page.keyboard.press('Space');
  }
  await dialog.getByRole('button', { name: 'Metti lo scudo' }).focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await his.page.getByRole('heading', { name: calm }).waitFor();
  expect(await his.page.content()).not.toContain(VENOM);
  his.forget(/404/);
  await page.goto(address('cura/tutela'));
  await page.getByText('Nascosta a Piero Po, la segue Marta Valdorsa').waitFor();
  await page.getByRole('button', { name: 'Togli lo scudo' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Nascosta a Piero Po').waitFor({ state: 'detached' });
  await his.page.goto(address(threadPath));
  await his.page.getByText(VENOM).first().waitFor();
});

it('by thumb somebody attacked puts up a shield for themselves, from a case too, and takes it down', {
  timeout: 90_000,
}, async () => {
  const { page } = await look(piero.cookie, { size: phone, touch: true });
  await page.goto(address(threadPath));
  await page.getByRole('button', { name: 'Scudo o segnalazione' }).tap();
  const put = page.getByRole('button', { name: 'Metti lo scudo' });
  const box = await put.boundingBox();
  expect(box && box.height >= 44).toBe(true);
  await put.tap();
  await page.getByRole('heading', { name: calm }).waitFor();
  await page.getByRole('button', { name: 'Leggila lo stesso' }).tap();
  await page.getByRole('button', { name: 'Leggila lo stesso' }).tap();
  await page.getByRole('button', { name: 'Togli lo scudo' }).tap();
  await page.getByText(VENOM).first().waitFor();
  visits.at(-1)?.forget(/404/);
  const { page: hers } = await look(company.cookie, { size: phone, touch: true });
  const { mentions } = await company.json<{ mentions: { id: string }[] }>(
    'GET',
    `/api/workspaces/${company.workspaceId}/threads/${threadPath.split('/')[1]}`,
  );
  const { caseId } = await company.json<{ caseId: string }>(
    'POST',
    `/api/workspaces/${company.workspaceId}/cases`,
    { mentionIds: [mentions[0]?.id] },
  );
  await hers.goto(address(`cura/${caseId}`));
  await hers.getByRole('button', { name: 'Scudo o segnalazione' }).tap();
  await hers.getByRole('dialog', { name: 'Proteggere chi lavora qui' }).waitFor();
});
