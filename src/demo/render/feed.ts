import { type Entry, entries, type feeds } from '../script/feed.ts';
import { saidAt } from './said-at.ts';

type Feed = (typeof feeds)[number];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The feed as its site would serve it (RSS 2.0). */
export const feedBytes = (feed: Feed, now: Date): Uint8Array => {
  const site = new URL('/', feed.address).href;
  const items = entries[feed.key].map((entry) => itemOf(entry, site, now)).join('\n');
  return Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escaped(feed.name)}</title><link>${site}</link><description>${escaped(feed.name)}</description><language>it</language>${items}</channel></rss>`,
  );
};

const itemOf = (entry: Entry, site: string, now: Date): string =>
  `<item><guid isPermaLink="false">${site}${entry.id}</guid><link>${site}${entry.id}</link><title>${escaped(entry.title)}</title><dc:creator>${escaped(entry.author)}</dc:creator><pubDate>${saidAt(entry, now).toUTCString()}</pubDate><description><![CDATA[${entry.html}]]></description></item>`;
