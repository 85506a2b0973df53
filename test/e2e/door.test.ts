import { afterAll, beforeAll, expect, it } from 'vitest';
import { takePicture } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { codeFor, leave, type OpenHouse, openHouse } from './open-house.ts';

let open: OpenHouse;
let company: TestCompany;
beforeAll(async () => {
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
});
afterAll(() => open?.stop());

it('a wrong password is told without saying which part is wrong; the right one opens where one wanted to go', async () => {
  const visit = await open.look();
  const { page } = visit;
  await page.goto(`${open.house.url}/${company.slug}/ascolto`);
  await page.getByLabel('La tua mail').fill(company.email);
  await page.getByLabel('Password', { exact: true }).fill('sbagliata davvero');
  await page.getByRole('button', { name: 'Entra', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await takePicture(page, 'password-sbagliata');
  expect(await page.getByLabel('La tua mail').inputValue()).toBe(company.email);
  await page.getByLabel('Password', { exact: true }).fill(company.password);
  await page.getByRole('button', { name: 'Entra', exact: true }).click();
  await page.getByRole('heading', { name: 'Ascolto', level: 1 }).waitFor();
  visit.forget(/status of 401/);
  await leave(visit);
});

it('a confirmation code is turned on with the phone, and from then on asked for', {
  timeout: 90_000,
}, async () => {
  const other = await open.house.company('Forno Piera');
  const visit = await open.look({ cookie: other.cookie });
  const { page } = visit;
  await page.goto(`${open.house.url}/${other.slug}/impostazioni/sicurezza`);
  await page.getByRole('button', { name: 'Attiva il codice di conferma' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Per sicurezza, la tua password').fill(other.password);
  await dialog.getByRole('button', { name: 'Avanti' }).click();
  const key = (await dialog.locator('code').textContent()) ?? '';
  await takePicture(page, 'codice-da-inquadrare');
  await dialog.getByLabel('Il codice che l’app mostra adesso').fill(codeFor(key));
  await dialog.getByRole('button', { name: 'Conferma e attiva' }).click();
  await page.getByRole('heading', { name: 'Metti da parte questi codici' }).waitFor();
  const backup = await dialog.locator('ul li').allTextContents();
  expect(backup.length).toBeGreaterThanOrEqual(8);
  await dialog.getByRole('button', { name: 'Li ho messi da parte' }).click();
  await page.getByText('Attivo', { exact: true }).waitFor();
  await leave(visit);

  const again = await open.look();
  const door = again.page;
  const enter = async () => {
    await door.goto(`${open.house.url}/entra`);
    await door.getByLabel('La tua mail').fill(other.email);
    await door.getByLabel('Password', { exact: true }).fill(other.password);
    await door.getByRole('button', { name: 'Entra', exact: true }).click();
    await door.getByRole('heading', { name: 'Il codice di conferma' }).waitFor();
  };
  await enter();
  await door.getByLabel('Codice di sei cifre').fill('000000');
  await door.getByRole('button', { name: 'Conferma' }).click();
  await door.getByRole('alert').waitFor();
  await door.getByRole('button', { name: 'Non ho il telefono: uso un codice di riserva' }).click();
  await door.getByLabel('Codice di riserva').fill(backup[0] ?? '');
  await door.getByRole('button', { name: 'Conferma' }).click();
  await door.getByRole('heading', { name: /Marta/ }).waitFor();
  again.forget(/status of 401/);
  await leave(again);

  const third = await open.look();
  const phone = third.page;
  await phone.goto(`${open.house.url}/entra`);
  await phone.getByLabel('La tua mail').fill(other.email);
  await phone.getByLabel('Password', { exact: true }).fill(other.password);
  await phone.getByRole('button', { name: 'Entra', exact: true }).click();
  await phone.getByLabel('Codice di sei cifre').fill(codeFor(key));
  await phone.getByRole('button', { name: 'Conferma' }).click();
  await phone.getByRole('heading', { name: /Marta/ }).waitFor();
  third.forget(/status of 401/);
  await leave(third);
});

it('a colleague is invited by a link, accepts, and is among the people', { timeout: 60_000 }, async () => {
  const visit = await open.look({ cookie: company.cookie });
  const { page } = visit;
  await page.goto(`${open.house.url}/${company.slug}/impostazioni/persone`);
  await page.getByRole('button', { name: 'Invita' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('luca@valdorsa.example');
  await takePicture(page, 'invito');
  await dialog.locator('button[type=submit]').click();
  const link = await dialog
    .getByText(/\/invito\//)
    .first()
    .textContent();
  const secret = /\/invito\/[^\s]+/.exec(link ?? '')?.[0] ?? '';
  expect(secret).not.toBe('');

  const guest = await open.look();
  await guest.page.goto(open.house.url + secret);
  await guest.page.getByRole('heading', { name: 'Cantina Valdorsa ti aspetta' }).waitFor();
  await guest.page.getByLabel('Come ti chiami').fill('Luca Ferrari');
  await guest.page.getByLabel('Scegli una password').fill('botte cantina luna');
  await guest.page.getByRole('button', { name: 'Accetto l’invito' }).click();
  await guest.page.getByRole('heading', { name: /Luca/ }).waitFor();
  guest.forget(/status of 401/);
  await leave(guest);

  await page.reload();
  await page.getByText('Luca Ferrari').first().waitFor();
  await leave(visit);

  const late = await open.look();
  await late.page.goto(open.house.url + secret);
  await late.page.getByRole('heading', { name: 'Questo invito non vale più' }).waitFor();
  late.forget(/status of (401|404|410)/);
  await leave(late);
});
