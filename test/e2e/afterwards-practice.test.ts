import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo } from '../../src/demo/index.ts';
import {
  desk,
  narrow,
  phone,
  settled,
  sidewaysScroll,
  startBrowser,
  type TestBrowser,
  takePicture,
} from '../harness/browser.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

type Threads = {
  readonly threads: readonly { readonly id: string; readonly version: number; readonly channel: string }[];
};
type Today = {
  readonly proposals: readonly { readonly id: string; readonly threadId: string; readonly body: string }[];
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
  const me = await ask<{ workspaces: { id: string; slug: string }[] }>('GET', '/api/me');
  slug = me.workspaces[0]?.slug ?? '';
  home = `/api/workspaces/${me.workspaces[0]?.id}`;
  const settings = await ask<object>('GET', `${home}/askings/settings`);
  await ask('PUT', `${home}/askings/settings`, { ...settings, isOn: true, way: 'page', asksInPublic: true });
  const { person } = await ask<{ person: { id: string } }>('GET', '/api/me');
  const { threads } = await ask<Threads>('GET', `${home}/threads?view=all`);
  for (const { id, version } of threads.slice(0, 12))
    await ask('PATCH', `${home}/threads/${id}`, { version, status: 'done', assigneeId: person.id });
  await test.house.settled();
});
afterAll(async () => {
  await browser?.close();
  await test?.stop();
});

const proposals = async (): Promise<Today['proposals']> => {
  for (;;) {
    const { proposals: found } = await ask<Today>('GET', `${home}/afterwards`);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

/** The channels of the demonstration answer nobody here; what sending does is tested where there is one that does. */
const haveSent = (askingId: string) =>
  test.house.platform.database.asInstallation((tx) =>
    tx.execute(sql`update askings set state = 'asked', asked_at = now(), expires_at = now() + interval '30 days'
      where id = ${askingId}`),
  );

const violationsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  // What a waiting button told the reader of the screen stays for seven seconds in React Aria's own announcer, after the button has changed.
  return page.evaluate<string[]>(`axe.run({ exclude: ['[data-live-announcer]'] }, {
    resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
};

const look = async (page: Page, title: string, found: string[]): Promise<void> => {
  await settled(page);
  await takePicture(page, title);
  const wide = await sidewaysScroll(page);
  if (wide > 0) found.push(`${title}: ${wide} px too wide`);
  found.push(...(await violationsOf(page)).map((violation) => `${title}: ${violation}`));
};

describe('after the conversation', () => {
  it('a question is sent from the day, answered on a page that needs no script, and seen in the results', {
    timeout: 120_000,
  }, async () => {
    const found: string[] = [];
    const [proposal] = await proposals();
    const visit = await browser.visit(test.url, { cookie, size: desk });
    const { page } = visit;
    await page.goto(`${test.url}/${slug}/oggi`);
    await page.getByRole('heading', { name: 'Dopo la conversazione' }).waitFor();
    await look(page, 'dopo-oggi-desk', found);
    await page.goto(`${test.url}/${slug}/conversazioni/${proposal?.threadId}`);
    await page.getByRole('button', { name: 'Chiedi', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Chiedi com’è andata' });
    await dialog.waitFor();
    await look(page, 'dopo-domanda-desk', found);
    const address = /https?:\/\/\S+/.exec(await dialog.getByRole('textbox').inputValue())?.[0] ?? '';
    await page.keyboard.press('Escape');
    await haveSent(proposal?.id ?? '');
    await page.reload();
    await page.getByText('si aspetta la risposta').waitFor();
    const stranger = await browser.browser.newContext({
      javaScriptEnabled: false,
      locale: 'it-IT',
      viewport: phone,
    });
    const theirs = await stranger.newPage();
    await theirs.goto(address);
    await theirs.getByText('Bene', { exact: true }).click();
    await theirs.getByLabel('Se vuole, due parole').fill('Risposta veloce, grazie.');
    await theirs.getByRole('button', { name: 'Manda la risposta' }).click();
    await theirs.getByText('la Sua risposta è arrivata').waitFor();
    expect(await stranger.cookies()).toEqual([]);
    await stranger.close();
    await page.getByText('la risposta è: bene').waitFor();
    await page.goto(`${test.url}/${slug}/cura/com-e-andata`);
    await page.getByText('Risposta veloce, grazie.').waitFor();
    await look(page, 'dopo-risultati-desk', found);
    for (const [size, language, dark] of [
      [narrow, 'it', true],
      [desk, 'en', false],
    ] as const) {
      const open = await browser.visit(test.url, { size, language, prefers: { dark } });
      await open.page.goto(
        language === 'en' ? address.replace('/com-e-andata/', '/how-did-it-go/') : address,
      );
      await look(open.page, `dopo-pagina-${language}-${dark ? 'dark' : 'light'}`, found);
      found.push(...open.problems);
      await open.close();
    }
    found.push(...visit.problems);
    await visit.close();
    expect(found).toEqual([]);
  });
});

describe('the practice', () => {
  it('lets one answer an invented person, says why, and goes on', { timeout: 120_000 }, async () => {
    const found: string[] = [];
    const visit = await browser.visit(test.url, { cookie, size: desk });
    const { page } = visit;
    await page.goto(`${test.url}/${slug}/cura/palestra`);
    await page.getByRole('button', { name: /^Comincia.*Bottiglie rotte in un regalo/ }).click();
    await page
      .getByLabel('La tua risposta')
      .fill('Ci dispiace, ma è colpa del corriere: le bottiglie erano imballate bene.');
    await page.getByRole('button', { name: 'Rispondi' }).click();
    await page.getByText('Quindi sarebbe colpa mia').waitFor();
    await page.getByText('Qui la colpa va al corriere').waitFor();
    await look(page, 'palestra-prova-desk', found);
    const address = page.url();
    await page.goto(`${test.url}/${slug}/cura/palestra`);
    await page.getByText('a metà').first().waitFor();
    await look(page, 'palestra-desk', found);
    found.push(...visit.problems);
    await visit.close();
    await ask('PATCH', '/api/me', { language: 'en', theme: 'dark' });
    const other = await browser.visit(test.url, {
      cookie,
      size: narrow,
      language: 'en',
      prefers: { dark: true },
    });
    for (const [title, path] of [
      ['palestra-prova-phone', address],
      ['palestra-phone', `${test.url}/${slug}/cura/palestra`],
      ['dopo-risultati-phone', `${test.url}/${slug}/cura/com-e-andata`],
      ['dopo-impostazioni-phone', `${test.url}/${slug}/impostazioni/com-e-andata`],
    ] as const) {
      await other.page.goto(path);
      await look(other.page, title, found);
    }
    found.push(...other.problems);
    await other.close();
    expect(found).toEqual([]);
  });
});
