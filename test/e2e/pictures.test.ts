import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { takePicture, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let visit: Visit;
let page: Page;
let photograph: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
  open = await openHouse();
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#2f5d34' } })
    .jpeg()
    .toBuffer();
  photograph = { name: 'vigna.jpg', mimeType: 'image/jpeg', buffer };
});
afterAll(() => open?.stop());

beforeEach(async () => {
  company = await open.house.company('Cantina Valdorsa');
  const bluesky = await joinUp(open.house, company, 'bluesky');
  await say(open.house, company, bluesky, {
    author: { nativeId: 'anna', name: 'Anna Bruni', handle: '@anna.example' },
    text: 'Come si presenta la vigna?',
    nativeId: 'at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/3l3pte3p2e325',
    replyContext: { cid: 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy' },
  });
  visit = await open.look({ cookie: company.cookie });
  page = visit.page;
});
afterEach(() => leave(visit));

const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;
const chooser = () => page.locator('input[type=file]');

/** True when the browser has really drawn it. */
const isDrawn = (name: string) =>
  page
    .getByRole('img', { name })
    .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0);

const answering = async () => {
  await page.goto(address('conversazioni'));
  await page.getByRole('link').filter({ hasText: 'Anna Bruni' }).first().click();
  await page.getByRole('button', { name: 'Rispondi a Anna Bruni' }).click();
};

it('a picture waits for its description, then goes with the answer', async () => {
  await answering();
  await chooser().setInputFiles(photograph);
  const description = page.getByRole('textbox', { name: /Che cosa si vede/ });
  await description.waitFor();
  await page.getByRole('textbox', { name: 'Rispondi a Anna Bruni' }).fill('Eccola, stamattina.');
  const send = page.getByRole('button', { name: 'Invia', exact: true });
  expect(await send.isDisabled()).toBe(true);
  await page
    .getByText('La legge chi non può vedere l’immagine: per questo qui serve prima di inviare.')
    .waitFor();
  await takePicture(page, 'composer-picture');
  await description.fill('I filari al mattino');
  await expect.poll(() => isDrawn('I filari al mattino'), { timeout: 15_000 }).toBe(true);
  await send.click();
  await page.getByText('Risposta pronta').waitFor();
  await page.getByRole('textbox', { name: 'Rispondi a Anna Bruni' }).waitFor({ state: 'detached' });
  await expect.poll(() => isDrawn('I filari al mattino'), { timeout: 15_000 }).toBe(true);
});

it('what is no picture is refused in words, and nothing written is lost', async () => {
  await answering();
  await page.getByRole('textbox', { name: 'Rispondi a Anna Bruni' }).fill('Un momento');
  const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await chooser().setInputFiles({ name: 'vigna.png', mimeType: 'image/png', buffer });
  await page.getByText('Questo file non è un’immagine che possiamo leggere.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Rispondi a Anna Bruni' }).inputValue()).toBe('Un momento');
  visit.forget(/415/);
});

it('a screenshot stands in a note by hand, and is seen where things were heard', async () => {
  await page.goto(address('ascolto'));
  await page.getByRole('button', { name: 'Annota una voce' }).first().click();
  await page.getByRole('textbox', { name: /^Chi/ }).fill('Una storia su Instagram');
  await chooser().setInputFiles(photograph);
  await page.getByRole('textbox', { name: /Che cosa si vede/ }).fill('La vetrina con le bottiglie');
  await takePicture(page, 'by-hand-picture');
  await page.getByRole('button', { name: 'Annota', exact: true }).click();
  await page.getByText('Annotato').waitFor();
  await expect.poll(() => isDrawn('La vetrina con le bottiglie'), { timeout: 15_000 }).toBe(true);
  await takePicture(page, 'heard-picture');
});
