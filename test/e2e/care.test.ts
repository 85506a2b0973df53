import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo } from '../../src/demo/index.ts';
import { settled, sidewaysScroll, startBrowser, type TestBrowser, takePicture } from '../harness/browser.ts';
import { startTestHouse, type TestHouse } from '../harness/test-house.ts';
import { fourWays } from './four-ways.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Me = { readonly workspaces: readonly { readonly id: string; readonly slug: string }[] };
type Cases = {
  readonly cases: readonly { readonly id: string; readonly number: number; readonly state: string }[];
};

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
  const [workspace] = (await ask<Me>('GET', '/api/me')).workspaces;
  slug = workspace?.slug ?? '';
  home = `/api/workspaces/${workspace?.id}`;
});
afterAll(async () => {
  await browser?.close();
  await test?.stop();
});

const violationsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  return page.evaluate<string[]>(`axe.run(document, {
    resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
};

const casesOf = (view: string) => ask<Cases>('GET', `${home}/cases?view=${view}`);

describe('the room of care', () => {
  it('shows what the demonstration has: a story that ended well, one that waits', async () => {
    expect((await casesOf('ended')).cases.map(({ state }) => state)).toContain('confirmed');
    expect((await casesOf('open')).cases.length).toBeGreaterThan(0);
  });

  it.each(fourWays)('is accessible and fits: $language, $theme, $name', { timeout: 120_000 }, async (way) => {
    const { language, theme, name, size } = way;
    await ask('PATCH', '/api/me', { language, theme });
    const visit = await browser.visit(test.url, {
      size,
      language,
      prefers: { dark: theme === 'dark' },
      cookie,
    });
    const [[ended], [open]] = [(await casesOf('ended')).cases, (await casesOf('open')).cases];
    const pages = {
      cura: `/${slug}/cura`,
      caso: `/${slug}/cura/${ended?.id}`,
      'caso-aperto': `/${slug}/cura/${open?.id}`,
      cause: `/${slug}/cura/cause`,
      cifre: `/${slug}/cura/cifre`,
      tempi: `/${slug}/cura/tempi`,
      'registro-pubblico': `/${slug}/cura/registro`,
      'registro-per-tutti': language === 'it' ? `/registro/${slug}` : `/register/${slug}`,
    };
    const found: string[] = [];
    for (const [title, path] of Object.entries(pages)) {
      await visit.page.goto(test.url + path);
      await settled(visit.page);
      await takePicture(visit.page, `cura-${title}-${name}-${theme}-${language}`);
      const wide = await sidewaysScroll(visit.page);
      if (wide > 0) found.push(`${title}: ${wide} px too wide`);
      found.push(...(await violationsOf(visit.page)).map((violation) => `${title}: ${violation}`));
    }
    found.push(...visit.problems);
    await visit.close();
    expect(found).toEqual([]);
  });

  it('takes the next step by keyboard alone, and the page tells it', { timeout: 60_000 }, async () => {
    await ask('PATCH', '/api/me', { language: 'it', theme: 'light' });
    const visit = await browser.visit(test.url, { cookie });
    const { page } = visit;
    const [open] = (await casesOf('open')).cases;
    await page.goto(`${test.url}/${slug}/cura/${open?.id}`);
    await page.getByRole('heading', { name: `Caso ${open?.number}`, level: 1 }).waitFor();
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Ho capito che cosa è successo' }).waitFor();
    await page.keyboard.type('Il cartone era bagnato già in magazzino.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Il cartone era bagnato già in magazzino.').waitFor();
    await page.getByText('Capito', { exact: true }).first().waitFor();
    await visit.close();
  });

  it('is one key away from a conversation', { timeout: 60_000 }, async () => {
    const visit = await browser.visit(test.url, { cookie });
    const { page } = visit;
    const { threads } = await ask<{ threads: { id: string; author: { name: string } }[] }>(
      'GET',
      `${home}/threads?view=all`,
    );
    const thread = threads.find(({ author }) => author.name?.startsWith('Luca')) ?? threads[0];
    await page.goto(`${test.url}/${slug}/conversazioni/${thread?.id}`);
    await page.getByRole('button', { name: 'Apri un caso' }).waitFor();
    await page.keyboard.press('x');
    await page.waitForURL(/\/cura\/[0-9a-f-]{36}$/);
    await page.getByText('Segnalato', { exact: true }).first().waitFor();
    await visit.close();
  });
});
