import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { phone, type Visit } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { colleagueOf, leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, type Joined, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let bluesky: Joined;
const visits: Visit[] = [];

beforeAll(async () => {
  open = await openHouse();
});
afterAll(() => open?.stop());

beforeEach(async () => {
  company = await open.house.company('Cantina Valdorsa');
  bluesky = await joinUp(open.house, company, 'bluesky');
  await say(open.house, company, bluesky, {
    author: { nativeId: 'anna', name: 'Anna Bruni', handle: '@anna.example' },
    text: 'Siete aperti domenica mattina?',
    saidAt: ago(30),
    nativeId: 'at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/3l3pte3p2e325',
    replyContext: { cid: 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy' },
  });
});
afterEach(async () => {
  for (const visit of visits.splice(0)) await leave(visit);
});

const look = async (cookie: string, options = {}) => {
  const visit = await open.look({ cookie, ...options });
  visits.push(visit);
  return visit;
};
const address = (path: string) => `${open.house.url}/${company.slug}/${path}`;

/** Whoever sees it writes an answer to Anna and sends it, or sends it to be approved. */
const answerAnna = async ({ page }: Visit, text: string, button: string) => {
  await page.goto(address('conversazioni'));
  await page.getByRole('region', { name: 'Elenco delle conversazioni' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Rispondi a Anna Bruni' }).click();
  await page.getByRole('textbox', { name: 'Rispondi a Anna Bruni' }).fill(text);
  await page.getByRole('button', { name: button, exact: true }).click();
};

it('a trainee’s answer is bettered and approved by thumb; she is told at once', {
  timeout: 90_000,
}, async () => {
  const tina = await colleagueOf(open.house, company, 'Tina Ti', ['trainee']);
  const hers = await look(tina.cookie);
  await answerAnna(hers, 'Si, siamo aperti.', 'Manda ad approvare');
  await hers.page.getByText('Risposta mandata: aspetta l’approvazione.').waitFor();
  await hers.page.getByText('Aspetta che qualcuno la approvi').first().waitFor();
  const { page } = await look(company.cookie, { size: phone, touch: true });
  await page.goto(address('oggi'));
  await page.getByRole('link', { name: '1 risposta da approvare' }).tap();
  await page.getByRole('link', { name: /Tina Ti risponde a Anna Bruni/ }).tap();
  await page.getByText('Siete aperti domenica mattina?').waitFor();
  await page.getByRole('button', { name: 'Cambia le parole' }).tap();
  await page.getByRole('textbox', { name: 'Come la diresti tu' }).fill('Sì, siamo aperti dalle nove.');
  await page.getByRole('deletion').first().waitFor();
  const approve = page.getByRole('button', { name: 'Approva così' });
  const box = await approve.boundingBox();
  expect(box && box.height >= 44 && box.y + box.height <= phone.height).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await approve.tap();
  await page.getByText('Approvata: parte tra 10 secondi.').waitFor();
  await hers.page.getByText(/ha approvato la tua risposta/).waitFor();
  await page.getByRole('button', { name: 'Annulla' }).tap();
  await page.getByRole('button', { name: 'Rimanda' }).tap();
  await page.getByRole('textbox', { name: 'Un commento per chi l’ha scritta' }).fill('Di’ anche dove.');
  await page.getByRole('button', { name: 'Rimanda' }).tap();
  await page.getByText('Rimandata con il tuo commento.').waitFor();
  await hers.page.goto(address('da-approvare'));
  await hers.page.getByText('Tornata con un commento').click();
  await hers.page.getByText('Di’ anche dove.').waitFor();
  await hers.page
    .getByRole('textbox', { name: 'Riscrivi e proponi di nuovo' })
    .fill('Sì, dalle nove, in via Roma.');
  await hers.page.getByRole('button', { name: /Proponi di nuovo|Ho letto/ }).click();
});

it('what may not be said says why, and what should be read asks for it', { timeout: 60_000 }, async () => {
  const visit = await look(company.cookie);
  await answerAnna(visit, 'Se toglie la recensione le facciamo un rimborso.', 'Invia');
  await visit.page.getByText('Così non può partire').first().waitFor();
  await visit.page
    .getByText(/la legge lo vieta/)
    .first()
    .waitFor();
  await visit.page
    .getByRole('textbox', { name: 'Rispondi a Anna Bruni' })
    .fill('La chiamo io dal 333 123 4567, va bene?');
  await visit.page.getByRole('button', { name: 'Invia', exact: true }).click();
  await visit.page.getByRole('button', { name: 'Ho letto: invia lo stesso' }).click();
  await visit.page.getByText('Risposta pronta: parte tra 10 secondi.').waitFor();
  // The two refusals that are the point.
  visit.forget(/422/);
});

it('a crisis is declared, seen by everybody, guides every answer, and is closed and reviewed', {
  timeout: 90_000,
}, async () => {
  const piero = await colleagueOf(open.house, company, 'Piero Po', ['carer']);
  const his = await look(piero.cookie, { size: phone });
  await his.page.goto(address('oggi'));
  const { page } = await look(company.cookie);
  await page.goto(address('crisi'));
  await page.getByRole('button', { name: 'Dichiara una crisi' }).click();
  await page.getByLabel('Che cosa è successo').fill('Lotto 14');
  await page.getByRole('dialog').getByRole('button', { name: 'Dichiara' }).click();
  await page.getByRole('heading', { name: 'Lotto 14' }).waitFor();
  await his.page.getByText('Crisi in corso: Lotto 14').waitFor();
  await page.getByLabel('La nuova linea').fill('Stiamo ritirando il lotto 14.');
  await page.getByRole('button', { name: 'Concorda questa linea' }).click();
  await page.getByText(/Versione 1/).waitFor();
  await his.page.goto(address('conversazioni'));
  await his.page
    .getByRole('region', { name: 'Elenco delle conversazioni' })
    .getByRole('link')
    .first()
    .click();
  await his.page.getByRole('button', { name: 'Rispondi a Anna Bruni' }).click();
  await his.page.getByRole('button', { name: 'Inserisci' }).click();
  await his.page.getByRole('button', { name: 'Manda ad approvare' }).click();
  await his.page.getByText('Risposta mandata: aspetta l’approvazione.').waitFor();
  await page.getByText('La vedono tutti').click();
  await page.getByLabel('In italiano').fill('Chi ha una bottiglia del lotto 14 ci scriva.');
  await page.getByRole('button', { name: 'Pubblica' }).click();
  await page.getByText('Chi ha una bottiglia del lotto 14 ci scriva.').first().waitFor();
  await page.getByRole('button', { name: 'Chiudi la crisi' }).click();
  await page.getByLabel('Come è finita').fill('Ritirato tutto.');
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi la crisi' }).click();
  await page.getByRole('heading', { name: 'Che cosa abbiamo imparato' }).waitFor();
  await his.page.getByText('Crisi in corso').waitFor({ state: 'detached' });
  const status = await open.look();
  visits.push(status);
  await status.page.goto(`${open.house.url}/stato/${company.slug}`);
  await status.page.getByText('Chi ha una bottiglia del lotto 14 ci scriva.').waitFor();
});
