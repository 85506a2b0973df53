import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startBrowser, type TestBrowser } from '../harness/browser.ts';

const files = path.join(import.meta.dirname, '../../web/public');
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** The app's own worker, as it is served; pages of nothing around it. */
const server = http.createServer((request, response) => {
  const file = path.join(files, path.normalize(request.url ?? '/'));
  const isThere = file.startsWith(files) && fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  response.writeHead(200, {
    'content-type': isThere ? (types[path.extname(file)] ?? 'text/plain') : 'text/html',
  });
  response.end(isThere ? fs.readFileSync(file) : '<!doctype html><title>Casa</title>');
});
let browser: TestBrowser;
let origin = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

it('a push message shows a notice with its words and its link, and one that does not read still shows something', async () => {
  const { page, context } = await browser.visit(origin);
  await context.grantPermissions(['notifications'], { origin });
  await page.goto(origin);
  const session = await context.newCDPSession(page);
  const registrations: string[] = [];
  session.on('ServiceWorker.workerRegistrationUpdated', (event) => {
    for (const one of event.registrations) if (!one.isDeleted) registrations.push(one.registrationId);
  });
  await session.send('ServiceWorker.enable');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
  });
  await vi.waitFor(() => expect(registrations.length).toBeGreaterThan(0), { timeout: 10_000 });
  const registrationId = registrations.at(-1) ?? '';
  // What a push service hands to the browser once it has been decrypted (RFC 8291).
  const deliver = (data: string) =>
    session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notices = await registration.getNotifications();
      return notices.map(({ title, body, data }) => ({ title, body, data: data as unknown }));
    });
  const notice = {
    title: 'Più voci del solito',
    text: '12 in un’ora, di solito 3',
    link: '/cantina/avvisi/1',
  };
  await deliver(JSON.stringify(notice));
  await vi.waitFor(
    async () =>
      expect(await shown()).toEqual([
        { title: notice.title, body: notice.text, data: { link: notice.link } },
      ]),
    { timeout: 10_000 },
  );
  // The same alert again takes the place of the first: one story, one notice.
  await deliver(JSON.stringify({ ...notice, text: '20 in un’ora' }));
  await vi.waitFor(async () => expect((await shown()).map(({ body }) => body)).toEqual(['20 in un’ora']), {
    timeout: 10_000,
  });
  await deliver('{non è JSON');
  await vi.waitFor(async () => expect((await shown()).map(({ title }) => title)).toContain('Passaparola'), {
    timeout: 10_000,
  });
});
