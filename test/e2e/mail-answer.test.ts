import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takePicture, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { anna, letter, shop } from '../peers/mail/mail-kit.ts';
import { type MailServer, startMailServer } from '../peers/mail/mail-server.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';

let open: OpenHouse;
let server: MailServer;
let company: TestCompany;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  [open, server] = await Promise.all([openHouse(), startMailServer()]);
  company = await open.house.company('Cantina Rocca');
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
});
afterAll(async () => {
  await open?.stop();
  await server?.stop();
});

const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;
const composer = () => page.getByRole('form', { name: 'Rispondi a Anna Bianchi' });
const words = () => composer().getByRole('textbox');

it('a mailbox is joined with the guided form, and a letter shows as it arrives', {
  timeout: 120_000,
}, async () => {
  await page.goto(address('impostazioni/canali'));
  await page.getByRole('button', { name: 'Aggiungi un canale' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Mail/ }).click();
  await dialog.getByLabel('Indirizzo e-mail').fill(shop);
  await dialog.getByLabel('Password della casella').fill('sbagliata');
  await dialog.getByText('Altre impostazioni').click();
  await dialog.getByLabel('Server della posta in arrivo (IMAP)').fill(server.imaps.host);
  await dialog.getByLabel('Porta IMAP').fill(String(server.imaps.port));
  await dialog.getByLabel('Server della posta in uscita (SMTP)').fill(server.submissions.host);
  await dialog.getByLabel('Porta SMTP').fill(String(server.submissions.port));
  await dialog
    .getByLabel('Certificato della vostra autorità (PEM)')
    .fill(server.authority.replaceAll('\n', ' '));
  await dialog.getByRole('button', { name: 'Prova e collega' }).click();
  await dialog.getByRole('alert').first().waitFor();
  await takePicture(page, 'posta-password-sbagliata');
  await dialog.getByLabel('Password della casella').fill('secret');
  await dialog.getByRole('button', { name: 'Prova e collega' }).click();
  await dialog.waitFor({ state: 'detached', timeout: 30_000 });
  await page.getByText('Funziona').waitFor();
  visit.forget(/status of 422/);

  await page.goto(address('conversazioni'));
  await server.deliver(
    letter('ordine-1', { subject: 'Cartone rotto', text: 'Due bottiglie su sei erano rotte.' }),
    shop,
  );
  await page.getByRole('link').filter({ hasText: 'Due bottiglie su sei' }).click({ timeout: 60_000 });
  await page.getByRole('article', { name: 'Anna Bianchi' }).waitFor();
});

it('an answer can be taken back, and the next one arrives in the mailbox of who asked', {
  timeout: 120_000,
}, async () => {
  await page.getByRole('button', { name: 'Rispondi a Anna Bianchi' }).click();
  await words().fill('Ciao Anna, mi dispiace: te le rispedisco.');
  await composer().getByRole('button', { name: 'Invia' }).click();
  await page.getByText(/Parte tra \d+ s/).waitFor();
  await takePicture(page, 'risposta-trattenuta');
  await page.getByRole('article', { name: 'Anna Bianchi' }).getByRole('button', { name: 'Annulla' }).click();
  await page.getByText('Risposta ritirata: il testo è di nuovo qui.').first().waitFor();
  await expect.poll(() => words().inputValue()).toContain('te le rispedisco');

  await words().fill('Ciao Anna, mi dispiace: domani ne partono due nuove.');
  await composer().getByRole('button', { name: 'Invia' }).click();
  await page.getByText(/Parte tra \d+ s/).waitFor();
  await page.getByRole('button', { name: 'Invia adesso' }).click();
  const arrived = await server.awaitMail(anna, ({ raw }) => raw.includes('domani ne partono due nuove'));
  expect(arrived.raw).toContain('In-Reply-To: <ordine-1@example.test>');
  const ours = page.getByRole('article', { name: 'Anna Bianchi' });
  await ours.getByRole('button', { name: 'Invia adesso' }).waitFor({ state: 'detached', timeout: 30_000 });
  await ours.getByText('Inviata').waitFor({ timeout: 30_000 });
  await ours.getByText('domani ne partono due nuove').waitFor();
  await takePicture(page, 'risposta-inviata');
  const inbox = await server.mailbox(anna);
  expect(inbox.filter(({ raw }) => raw.includes('te le rispedisco'))).toEqual([]);
});

it('an answer that cannot leave says why and waits for another try', { timeout: 120_000 }, async () => {
  await server.pause('smtp');
  await page.getByRole('button', { name: 'Rispondi a Anna Bianchi' }).click();
  await words().fill('Dimenticavo: il corriere passa di mattina.');
  await composer().getByRole('button', { name: 'Invia' }).click();
  await page.getByRole('button', { name: 'Invia adesso' }).click();
  await page.getByText(/Non è ancora partita|Non è partita/).waitFor({ timeout: 60_000 });
  await takePicture(page, 'risposta-non-partita');
  await server.resume();
  const again = page.getByRole('button', { name: /Riprova|Invia adesso/ });
  await again.click();
  await server.awaitMail(anna, ({ raw }) => raw.includes('il corriere passa di mattina'));
  visit.forget(/status of 409/);
  await leave(visit);
});
