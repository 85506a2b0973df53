// Draws the icons of the installed app from the mark: `node web/scripts/draw-icons.mjs [chromium]`.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = new URL('../public/', import.meta.url);
const icons = new URL('icons/', folder).pathname;
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');

// `inner`: how much of the square the mark takes; a maskable icon may lose its corners (safe zone: 80%).
const drawings = [
  { name: 'icon-180', size: 180, inner: 0.7, radius: 0 },
  { name: 'icon-192', size: 192, inner: 0.72, radius: 0.2 },
  { name: 'icon-512', size: 512, inner: 0.72, radius: 0.2 },
  { name: 'icon-maskable-512', size: 512, inner: 0.56, radius: 0 },
];

mkdirSync(icons, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ colorScheme: 'light' });
for (const { name, size, inner, radius } of drawings) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>
    html { background: transparent } body { margin: 0 }
    div { display: grid; place-items: center; width: ${size}px; height: ${size}px; background: #f7f3ec; border-radius: ${radius * size}px }
    svg { width: ${inner * size}px }
  </style><div>${mark}</div>`);
  await page.screenshot({ path: `${icons}${name}.png`, omitBackground: true });
}
await browser.close();
