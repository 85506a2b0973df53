/** From arrival at our process to painted in a real browser that looks at the inbox: `bench/run.ts visible [seconds]`. */
import { chromium } from 'playwright-core';
import { ensureWebBuilt } from '../scripts/ensure-web-built.mjs';
import { ingest } from '../src/listening/index.ts';
import { chromiumSwitches, cookiesOf } from './kit/browser.ts';
import { quantile, round } from './kit/figures.ts';
import { createInventor, plainChannel } from './kit/invent.ts';
import { openBench, openCompany } from './kit/open-bench.ts';

const seconds = Number(process.argv[2] ?? 30);
const AIM_MS = 1_000;

ensureWebBuilt(process.execPath, { say: console.log });
const bench = await openBench();
const { house } = bench;
const company = await openCompany(bench);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumSwitches });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'it-IT' });
await context.addCookies(cookiesOf(house.address, company.cookie));
const page = await context.newPage();
await page.goto(`${house.address}/${company.slug}/conversazioni`);
await page.waitForSelector('h1, h2');

type Painted = { readonly at: number; readonly latest: number };

/** Notes at each frame that shows a newer one which is the latest number in the list (the frame after, when it is painted). */
await page.evaluate(() => {
  const painted: Painted[] = [];
  let latest = -1;
  const look = (): void => {
    const found = [...(document.querySelector('main')?.textContent ?? '').matchAll(/numero(\d+)fine/g)];
    const newest = Math.max(-1, ...found.map(([, number]) => Number(number)));
    if (newest > latest) {
      latest = newest;
      requestAnimationFrame(() => painted.push({ at: Date.now(), latest: newest }));
    }
    requestAnimationFrame(look);
  };
  look();
  Object.assign(window, { painted });
});

const invent = createInventor(Date.now());
let number = 0;

/** A stream: what arrives while a batch is being taken in goes into the next. */
const run = async (rate: number) => {
  const first = number;
  const arrivals: number[] = [];
  const began = Date.now();
  for (let done = 0; done < rate * seconds; ) {
    const due = Math.min(rate * seconds, Math.floor(((Date.now() - began) / 1_000) * rate)) - done;
    if (due === 0) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      continue;
    }
    const items = Array.from({ length: due }, (_, index) => {
      const arrived = began + ((done + index) / rate) * 1_000;
      const raw = invent(number, new Date(arrived));
      arrivals.push(arrived);
      const marked = { ...raw, body: raw.body.replace('"text":"', `"text":"numero${number}fine `) };
      number += 1;
      return marked;
    });
    done += due;
    const { workspaceId, connectionId } = company;
    await ingest(house.platform, {
      workspaceId,
      connectionId,
      channel: plainChannel,
      items,
      receivedAt: new Date(),
      read: house.reader.read,
    });
  }
  await page.waitForFunction(
    (last) => ((window as unknown as { painted: Painted[] }).painted.at(-1)?.latest ?? -1) >= last,
    number - 1,
    { timeout: 30_000 },
  );
  const painted = await page.evaluate(() => (window as unknown as { painted: Painted[] }).painted);
  const waits = arrivals.map((arrived, index) => {
    const shown = painted.find(({ latest }) => latest >= first + index);
    return (shown?.at ?? Number.POSITIVE_INFINITY) - arrived;
  });
  const [p50, p99] = [quantile(waits, 0.5), quantile(waits, 0.99)];
  console.log(
    `${rate}/s for ${seconds} s: p50 ${round(p50)} ms, p99 ${round(p99)} ms, worst ${round(Math.max(...waits))} ms; ${painted.filter(({ latest }) => latest >= first).length} paintings${p99 < AIM_MS ? '' : '  over the aim'}`,
  );
};

await run(50);
await run(200);
await browser.close();
await bench.close();
process.exit(0);
