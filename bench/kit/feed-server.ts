import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelEvent } from '../../src/channels/events.ts';
import { createInventor } from './invent.ts';

/** As many as the feed channel takes of one document. */
export const ENTRIES = 5_000;

/** Feeds on loopback, 5,000 invented entries each, told apart by the number at the end of their address. */
export const feedServer = async () => {
  const invent = createInventor(Date.now() - ENTRIES * 60_000);
  const entry = (feed: number, index: number): string => {
    const [event] = JSON.parse(invent(index, new Date(Date.now() - index * 60_000)).body) as ChannelEvent[];
    if (event?.kind !== 'item') return '';
    const { author, text, saidAt } = event.item;
    return `<item><guid isPermaLink="false">${feed}-${index}</guid><title>${text.slice(0, 40)}</title><dc:creator>${author.name}</dc:creator><description>${text}</description><pubDate>${new Date(saidAt ?? Date.now()).toUTCString()}</pubDate></item>`;
  };
  const server = createServer((request, response) => {
    const feed = Number(/(\d+)$/.exec(request.url ?? '')?.[1] ?? 0);
    const entries = Array.from({ length: ENTRIES }, (_, index) => entry(feed, index)).join('\n');
    response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
    response.end(
      `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Misure ${feed}</title><link>http://127.0.0.1/</link>${entries}</channel></rss>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (feed: number) => `http://127.0.0.1:${port}/feed-${feed}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
