import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settled } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
beforeAll(async () => {
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
  const bluesky = await joinUp(open.house, company, 'bluesky');
  await say(open.house, company, bluesky, { author: { nativeId: 'x', name: 'Zed' }, text: 'xyzzy' });
});
afterAll(() => open?.stop());

const web = path.join(import.meta.dirname, '../../web');

/** Every sentence of the screens in Italian that is said otherwise in English. */
const italianOnly = async (): Promise<ReadonlySet<string>> => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|[/-])words\.ts$/.test(file) && !file.includes('node_modules'),
  );
  const said = { it: new Set<string>(), en: new Set<string>() };
  for (const file of files) {
    const told = (await import(pathToFileURL(path.join(web, file)).href)) as Readonly<
      Record<string, unknown>
    >;
    for (const words of Object.values(told)) {
      if (typeof words !== 'object' || words === null || !('it' in words && 'en' in words)) continue;
      gather(words.it, said.it);
      gather(words.en, said.en);
    }
  }
  return new Set([...said.it].filter((text) => !said.en.has(text) && text.length > 2));
};

const gather = (words: unknown, into: Set<string>): void => {
  if (typeof words === 'string') into.add(words);
  else if (words && typeof words === 'object') for (const word of Object.values(words)) gather(word, into);
};

it('in English nothing Italian is left on the pages', { timeout: 120_000 }, async () => {
  const visit = await open.look({ cookie: company.cookie });
  const { page } = visit;
  await page.goto(`${open.house.url}/${company.slug}/impostazioni/profilo`);
  await page
    .locator('label')
    .filter({ hasText: /^English$/ })
    .click();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
  const italian = await italianOnly();
  expect(italian.size).toBeGreaterThan(300);
  const left: string[] = [];
  const paths = [
    'oggi',
    'conversazioni',
    'ascolto',
    'benvenuto',
    'relazioni',
    'relazioni/persone',
    'relazioni/persone/unisci',
    'relazioni/persone/importa',
    'relazioni/mappa',
    'relazioni/trova',
    'relazioni/trova/nuovo',
    ...[
      'profilo',
      'sicurezza',
      'azienda',
      'persone',
      'canali',
      'impara',
      'parole',
      'aiuto',
      'registro',
      'scorciatoie',
    ].map((name) => `impostazioni/${name}`),
  ];
  for (const where of paths) {
    await page.goto(`${open.house.url}/${company.slug}/${where}`);
    await settled(page);
    const shown = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? '');
      const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap(
        (element) =>
          ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name)?.trim() ?? ''),
      );
      return [...texts, ...spoken, document.title.split(' · ')[0] ?? ''];
    });
    left.push(...shown.filter((text) => italian.has(text)).map((text) => `${where}: ${text}`));
  }
  expect(left).toEqual([]);
  await company.json('PATCH', '/api/me', { language: 'it' });
  await leave(visit);
});

it('the first Tab offers the content, and every stop on the way is seen', { timeout: 60_000 }, async () => {
  const visit = await open.look({ cookie: company.cookie });
  const { page } = visit;
  await page.goto(`${open.house.url}/${company.slug}/conversazioni`);
  await page.getByRole('link').filter({ hasText: 'xyzzy' }).waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Vai al contenuto');
  const unseen: string[] = [];
  const seen = new Set<string>();
  for (let stop = 0; stop < 25; stop += 1) {
    const { name, visible } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const ringed = [element, ...element.querySelectorAll('*'), element.parentElement].some(
        (one) =>
          one &&
          getComputedStyle(one).outlineStyle !== 'none' &&
          Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2,
      );
      const box = element.getBoundingClientRect();
      const labelled = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return {
        name: `${element.tagName} ${labelled.slice(0, 40)}`,
        visible: element === document.body || (ringed && box.width > 0),
      };
    });
    seen.add(name);
    if (!visible) unseen.push(name);
    await page.keyboard.press('Tab');
  }
  expect(unseen).toEqual([]);
  expect([...seen].some((name) => name.includes('Zed'))).toBe(true);
  await leave(visit);
});

it('who asks for stillness gets it', async () => {
  const moving = async (stillness: boolean) => {
    const visit = await open.look({ cookie: company.cookie, prefers: { stillness } });
    await visit.page.goto(`${open.house.url}/${company.slug}/ascolto`);
    await visit.page.getByRole('button', { name: 'Annota una voce' }).click();
    await visit.page.getByRole('dialog').waitFor();
    const longest = await visit.page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('*')].flatMap((element) => {
          const style = getComputedStyle(element);
          const own = style.animationName === 'none' ? ['0s'] : style.animationDuration.split(', ');
          return [...own, ...style.transitionDuration.split(', ')].map(
            (time) => Number.parseFloat(time) * (time.endsWith('ms') ? 1 : 1000),
          );
        }),
      ),
    );
    await leave(visit);
    return longest;
  };
  expect(await moving(false)).toBeGreaterThan(0);
  expect(await moving(true)).toBeLessThanOrEqual(1);
});
