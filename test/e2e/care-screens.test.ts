import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo } from '../../src/demo/index.ts';
import { desk, phone, settled, startBrowser, type TestBrowser, takePicture } from '../harness/browser.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';

type Listed = { readonly id: string; readonly number: number; readonly version: number };
type Cases = { readonly cases: readonly Listed[] };

let test: TestHouse;
let browser: TestBrowser;
let cookie: string;
let slug: string;
let home: string;

const ask = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
  const response = await fetch(new URL(path, test.url), {
    method,
    headers: { cookie, origin: test.url, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Body;
};

beforeAll(async () => {
  test = await startTestHouse();
  browser = await startBrowser();
  const { email, password } = await openDemo(test.house, async () => {});
  const signedIn = await fetch(new URL('/api/auth/sign-in/email', test.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: test.url },
    body: JSON.stringify({ email, password }),
  });
  cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { workspaces } = await ask<{ workspaces: { id: string; slug: string }[] }>('GET', '/api/me');
  slug = workspaces[0]?.slug ?? '';
  home = `/api/workspaces/${workspaces[0]?.id}`;
  await ask('PATCH', '/api/me', { language: 'it', theme: 'light' });
});
afterAll(async () => {
  await browser?.close();
  await test?.stop();
});

const openCases = async () => (await ask<Cases>('GET', `${home}/cases?view=open`)).cases;
/** A case of somebody’s words, of which nobody had made one yet. */
const newCase = async (): Promise<Listed> => {
  const heard = await ask<{ mentions: { id: string; ours: boolean }[] }>('GET', `${home}/mentions?limit=100`);
  for (const { id } of heard.mentions.filter(({ ours }) => !ours)) {
    const opened = await ask<{ caseId: string; isNew: boolean }>('POST', `${home}/cases`, {
      mentionIds: [id],
    });
    if (opened.isNew) return ask<Listed>('GET', `${home}/cases/${opened.caseId}`);
  }
  throw new Error('everything in the demonstration is in a case already');
};

describe('on the screens of care', () => {
  it('two cases become one, and the deadline is whoever knows better’s', { timeout: 60_000 }, async () => {
    const other = await newCase();
    const one = (await openCases()).find(({ id }) => id !== other.id);
    const { page, close } = await browser.visit(test.url, { cookie, size: phone });
    await page.goto(`${test.url}/${slug}/cura/${one?.id}`);
    await page.getByRole('button', { name: 'Altri passi' }).click();
    await page.getByRole('menuitem', { name: 'Unisci un altro caso' }).click();
    await page.getByRole('searchbox', { name: 'Cerca il caso' }).fill(String(other.number));
    await page.getByRole('button', { name: new RegExp(`^Caso ${other.number}\\b`) }).click();
    await takePicture(page, 'cura-unisci-phone-light-it');
    await page.getByRole('button', { name: 'Unisci', exact: true }).click();
    await page.getByText(`Il caso ${other.number} continua qui.`).waitFor();
    expect(await ask('GET', `${home}/cases/${other.id}`)).toMatchObject({ state: 'undone' });
    await page.getByRole('button', { name: 'Cambia: Entro' }).click();
    await page.getByLabel('Entro', { exact: true }).fill('2031-05-06T09:30');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page
      .getByText(/6 maggio 2031/)
      .first()
      .waitFor();
    await close();
  });

  it('more that was said is added by its words, and thousands are read page by page', {
    timeout: 90_000,
  }, async () => {
    const { id } = await newCase();
    const heard = await ask<{ mentions: { id: string; ours: boolean; body: string }[] }>(
      'GET',
      `${home}/mentions?limit=100`,
    );
    const mentionIds = heard.mentions.filter(({ ours }) => !ours).map((one) => one.id);
    await ask('POST', `${home}/cases/${id}/mentions`, { mentionIds });
    const { mentionCount } = await ask<{ mentionCount: number }>('GET', `${home}/cases/${id}`);
    expect(mentionCount).toBeGreaterThan(20);
    const { page, close } = await browser.visit(test.url, { cookie, size: desk });
    await page.goto(`${test.url}/${slug}/cura/${id}`);
    await page.getByText(`Le prime 20 di ${mentionCount}.`).waitFor();
    const more = page.getByRole('button', { name: 'Mostra le successive' });
    for (let shown = 20; shown < mentionCount; shown += 50) {
      await more.click();
      const next = Math.min(mentionCount, shown + 50);
      if (next < mentionCount) await page.getByText(`Le prime ${next} di ${mentionCount}.`).waitFor();
    }
    await more.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Aggiungi altre parole' }).click();
    await page.getByRole('searchbox', { name: 'Cerca fra le menzioni' }).fill('vino');
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    await page.getByRole('dialog').locator('label').first().click();
    await takePicture(page, 'cura-aggiungi-desk-light-it');
    await page.getByRole('button', { name: 'Aggiungi una menzione' }).click();
    await page.getByText(/in più nel caso|non è cambiato niente/).waitFor();
    await close();
  });

  it('whoever changes a label second is shown what the first made of it, and keeps what they wrote', {
    timeout: 60_000,
  }, async () => {
    // A name of its own, should it be tried again.
    const name = `Fiere ${randomUUID().slice(0, 4)}`;
    const label = await ask<{ id: string; version: number }>('POST', `${home}/labels`, { name });
    const { page, close } = await browser.visit(test.url, { cookie, size: desk });
    await page.goto(`${test.url}/${slug}/impostazioni/conversazioni`);
    await settled(page);
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByRole('button', { name: 'Cambia' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Nome' }).fill(`${name} e mercati`);
    const first = { name: `${name} di paese`, colour: 'clay', version: label.version };
    await ask('PUT', `${home}/labels/${label.id}`, first);
    await page.getByRole('dialog').getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Adesso è così:').waitFor();
    await page.getByRole('dialog').getByText(`${name} di paese`).waitFor();
    await takePicture(page, 'etichetta-intanto-desk-light-it');
    await page.getByRole('dialog').getByRole('button', { name: 'Salva' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: `${name} e mercati` })
      .waitFor();
    await close();
  });

  it('the hours of a team, days off and the line of a deadline are theirs to change', {
    timeout: 60_000,
  }, async () => {
    const { page, close } = await browser.visit(test.url, { cookie, size: phone });
    await page.goto(`${test.url}/${slug}/impostazioni/conversazioni`);
    await settled(page);
    const form = page.locator('form').filter({ hasText: 'Entro quante ore di lavoro' });
    await form.getByLabel('Giorno', { exact: true }).fill('2031-08-16');
    await form.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await form.getByRole('button', { name: /Togli .*16 ago/ }).waitFor();
    await form.getByRole('button', { name: 'Aggiungi una riga' }).click();
    await page.getByRole('dialog').locator('label').filter({ hasText: 'sta per lasciarci' }).click();
    await takePicture(page, 'riga-dei-tempi-phone-light-it');
    await page.getByRole('button', { name: 'Va bene', exact: true }).click();
    await page.getByRole('button', { name: 'Cambia la riga: sta per lasciarci' }).first().waitFor();
    await form.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText('Salvato: vale anche per chi aspetta già.').first().waitFor();
    const kept = await ask<{ hours: { closedDays: string[] }; targets: { intents: string[] }[] }>(
      'GET',
      `${home}/desk-settings`,
    );
    expect(kept.hours.closedDays).toEqual(['2031-08-16']);
    expect(kept.targets[0]?.intents).toEqual(['churn']);
    await close();
  });
});
