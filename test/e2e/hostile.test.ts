import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Item } from '../../src/channels/events.ts';
import { feedChannel } from '../../src/channels/feed/channel.ts';
import { mailChannel } from '../../src/channels/mail/channel.ts';
import { ingest } from '../../src/listening/index.ts';
import { narrow, settled, sidewaysScroll, takePicture } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { leave, type OpenHouse, openHouse } from './open-house.ts';
import { ago, type Joined, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
const joined: Record<string, Joined> = {};

beforeAll(async () => {
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
  for (const channel of ['bluesky', 'mail', 'feed'])
    joined[channel] = await joinUp(open.house, company, channel);
});
afterAll(() => open?.stop());

const away = 'https://altrove.example';
/** Each would set `window.caught` or call elsewhere if it were ever more than text. */
const spells: Readonly<Record<string, string>> = {
  script: '<script>window.caught=1</script>',
  image: `<img src=x onerror="window.caught=1"><img src="${away}/spia.png">`,
  svg: '<svg onload="window.caught=1"><script>window.caught=1</script></svg>',
  frame: `<iframe src="javascript:parent.caught=1"></iframe><iframe src="${away}"></iframe>`,
  style: `<style>@import url(${away}/x.css);body{display:none}</style><link rel=stylesheet href="${away}/y.css">`,
  link: '<a href="javascript:window.caught=1">clic</a> javascript:window.caught=1 data:text/html,<script>caught=1</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the braces are the spell
  template: '{{constructor.constructor("window.caught=1")()}} ${window.caught=1}',
  direction: 'ciao \u202E\u2066\u2067gpj.exe\u202C fine \u202Dtorna',
  zeroWidth: `z${'\u200B\u200D\u2060\uFEFF'.repeat(20_000)}a`,
  zalgo: `Z${'\u0300\u0301\u0302\u0303'.repeat(5_000)}algo`,
  longWord: 'a'.repeat(1_000_000),
  nulls: 'prima\u0000\u0001\u0008\u001bdopo',
};

const looksHarmless = async (page: Page, title: string) => {
  expect(await page.evaluate('window.caught'), title).toBeUndefined();
  expect(await sidewaysScroll(page), title).toBe(0);
  const inside = page.locator('main');
  expect(
    await inside.locator('script, iframe, object, embed, style, link, img, form[action]').count(),
    title,
  ).toBe(0);
  const hrefs = await page
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(
    hrefs.filter((href) => !/^https?:/.test(href)),
    title,
  ).toEqual([]);
};

const everywhere = (spell: string): Partial<Item> => ({
  text: spell,
  title: spell.slice(0, 5_000),
  contentWarning: undefined as never,
  quoted: spell.slice(0, 50_000),
  author: {
    nativeId: spell.slice(0, 40),
    name: spell.slice(0, 5_000),
    handle: spell.slice(0, 5_000),
    url: 'javascript:window.caught=1',
    avatarUrl: `${away}/faccia.png`,
  },
  url: 'javascript:window.caught=1',
  links: [
    { url: 'javascript:window.caught=1', title: 'clic' },
    { url: 'data:text/html,<script>window.caught=1</script>' },
    { url: `${away}/${'a'.repeat(3_000)}`, title: spell.slice(0, 5_000) },
  ],
  media: [
    { kind: 'image', url: `${away}/foto.png`, alt: spell.slice(0, 5_000) },
    { kind: 'file', url: 'data:text/html,<script>window.caught=1</script>', name: spell.slice(0, 5_000) },
  ],
});

it.each(Object.keys(spells))('%s in every place of a post stays text', { timeout: 120_000 }, async (name) => {
  const spell = spells[name] ?? '';
  const channel = joined.bluesky as Joined;
  const { contentWarning: _, ...item } = everywhere(spell);
  await say(open.house, company, channel, { ...item, saidAt: ago(0) });
  const { threads } = await company.json<{ threads: { id: string }[] }>(
    'GET',
    `/api/workspaces/${company.workspaceId}/threads?limit=1`,
  );
  const visit = await open.look({ cookie: company.cookie, size: narrow });
  const { page } = visit;
  for (const path of ['oggi', 'conversazioni', `conversazioni/${threads[0]?.id}`, 'ascolto']) {
    await page.goto(`${open.house.url}/${company.slug}/${path}`);
    await settled(page);
    await takePicture(page, `ostile-${name}-${path.split('/').length > 1 ? 'aperta' : path}`);
    await looksHarmless(page, path);
  }
  await page.goto(`${open.house.url}/${company.slug}/conversazioni/${threads[0]?.id}`);
  await page.getByRole('button', { name: 'Mostra chi è' }).click();
  await page.getByRole('complementary', { name: 'Chi è' }).waitFor();
  await looksHarmless(page, 'chi è');
  await leave(visit);
});

it('nobody can turn a name around what stands beside it', { timeout: 60_000 }, async () => {
  await say(open.house, company, joined.bluesky as Joined, {
    author: { nativeId: 'rtl', name: 'Marta \u202Eesor', handle: '@\u202Eassor.example' },
    text: '\u202Etesto girato\u202C e poi dritto',
    saidAt: ago(0),
  });
  const visit = await open.look({ cookie: company.cookie });
  await visit.page.goto(`${open.house.url}/${company.slug}/conversazioni`);
  const row = visit.page.getByRole('link').filter({ hasText: 'girato' });
  await row.waitFor();
  const names = await row.locator('bdi').count();
  expect(names).toBeGreaterThan(0);
  expect(await row.locator('[dir=auto]').count()).toBeGreaterThan(0);
  await leave(visit);
});

it('a hostile letter and a hostile feed, read by their own channels, stay text', {
  timeout: 120_000,
}, async () => {
  const html = `<html><body onload="window.caught=1">Ciao<script>window.caught=1</script>${spells.image}${spells.svg}${spells.style}${spells.frame}<a href="javascript:window.caught=1">premi</a><form action="${away}"><input autofocus onfocus="window.caught=1"></form></body></html>`;
  const eml = [
    'From: =?utf-8?B?' +
      Buffer.from('<img src=x onerror=window.caught=1>').toString('base64') +
      '?= <a@example.test>',
    'To: ciao@valdorsa.example',
    'Subject: <script>window.caught=1</script>',
    'Message-ID: <ostile@example.test>',
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
  ].join('\r\n');
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>&lt;script&gt;window.caught=1&lt;/script&gt;</title><item><title>&lt;img src=x onerror=window.caught=1&gt;</title><link>javascript:window.caught=1</link><guid>o1</guid><description><![CDATA[${html}]]></description></item></channel></rss>`;
  const give = async (channel: typeof mailChannel | typeof feedChannel, to: Joined, bytes: string) =>
    ingest(open.house.house.platform, {
      workspaceId: company.workspaceId,
      connectionId: to.id,
      channel: channel as typeof feedChannel,
      items: channel.readRaw(Buffer.from(bytes), { accountId: 'ciao@valdorsa.example', url: `${away}/feed` }),
      receivedAt: new Date(),
      keepAll: true,
    });
  const letters = await give(mailChannel, joined.mail as Joined, eml);
  const entries = await give(feedChannel, joined.feed as Joined, rss);
  expect(letters.mentions.length).toBe(1);
  expect(entries.mentions.length).toBe(1);
  await open.house.house.settled();
  const visit = await open.look({ cookie: company.cookie, size: narrow });
  for (const path of ['ascolto', 'conversazioni?canale=mail', 'oggi']) {
    await visit.page.goto(`${open.house.url}/${company.slug}/${path}`);
    await settled(visit.page);
    await looksHarmless(visit.page, path);
  }
  await visit.page.goto(`${open.house.url}/${company.slug}/conversazioni?canale=mail`);
  await visit.page.getByRole('link').filter({ hasText: 'Ciao' }).first().click();
  await visit.page.getByRole('article').first().waitFor();
  await looksHarmless(visit.page, 'la lettera aperta');
  await leave(visit);
});

it('the policy itself refuses a script that somehow got in', { timeout: 60_000 }, async () => {
  const visit = await open.look({ cookie: company.cookie });
  await visit.page.goto(`${open.house.url}/${company.slug}/oggi`);
  await settled(visit.page);
  await visit.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.caught = 1';
    document.body.append(script);
    const link = document.createElement('a');
    link.href = 'javascript:window.caught=1';
    document.body.append(link);
    link.click();
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.caught=1">');
  });
  await expect.poll(() => visit.problems.length).toBeGreaterThanOrEqual(2);
  expect(await visit.page.evaluate('window.caught')).toBeUndefined();
  expect(visit.problems.join('\n')).toContain('Content Security Policy');
  await visit.close();
});
