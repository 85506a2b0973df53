import { escapeMarkup as e } from '../../platform/text/index.ts';
import type { PublicRegisterView } from '../actions/read-register.ts';
import { leadOf, pageAddress } from './page.ts';
import { type PageLanguage, sayMonth, words } from './words.ts';

/** RSS 2.0: what changed, and each month that has ended. Whoever reads it keeps the digest of the day: a witness. */
export const registerFeed = (
  view: PublicRegisterView,
  { language, baseUrl }: { readonly language: PageLanguage; readonly baseUrl: string },
): string => {
  const w = words[language];
  const here = baseUrl + pageAddress(view.slug, language);
  const item = (title: string, text: string, guid: string, date: Date) =>
    `<item><title>${e(title)}</title><description>${e(text)}</description><link>${e(here)}</link><guid isPermaLink="false">${e(`${view.slug}:${guid}`)}</guid><pubDate>${date.toUTCString()}</pubDate></item>`;
  const thisMonth = view.updatedAt.slice(0, 7);
  const items = [
    ...(view.signed
      ? [
          item(
            `${w.digest} ${view.signed.day}`,
            `${leadOf(view, language)} ${w.digest}: ${view.signed.digest}`,
            view.signed.digest,
            new Date(`${view.signed.day}T00:00:00Z`),
          ),
        ]
      : []),
    ...view.improvements.map((one) =>
      item(w.changed, one[language] || one.it, `change:${one.doneOn}:${one.it.length}`, new Date(one.doneOn)),
    ),
    ...view.figures.months
      .filter(({ month }) => month < thisMonth)
      .slice(-12)
      .map(({ month, complaints }) =>
        item(
          w.feedMonth(sayMonth(month, language), complaints),
          leadOf(view, language),
          `month:${month}`,
          endOfMonth(month),
        ),
      ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${e(w.of(view.company))}</title><link>${e(here)}</link><atom:link rel="self" type="application/rss+xml" href="${e(here)}/feed.xml"/><description>${e(leadOf(view, language))}</description><language>${language}</language>${items.join('')}</channel></rss>`;
};

const endOfMonth = (month: string): Date => {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1));
};
