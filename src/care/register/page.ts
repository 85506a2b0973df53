import { createHash } from 'node:crypto';
import { escapeMarkup as e } from '../../platform/text/index.ts';
import type { PublicRegisterView } from '../actions/read-register.ts';
import { FEWEST, type PublicMonth } from '../model/public-figures.ts';
import { type PageLanguage, sayDay, sayHours, sayMonth, sayNumber, words } from './words.ts';

/** Paper and ink, by day and by night and on paper; nothing is fetched. */
const css =
  ':root{color-scheme:light dark;--p:#faf6ef;--i:#2b2521;--s:#6b5f55;--l:#ded4c5;--a:#a8431f}@media(prefers-color-scheme:dark){:root{--p:#1d1a17;--i:#ece4d9;--s:#b3a698;--l:#453d35;--a:#e58a62}}' +
  '*{box-sizing:border-box}body{margin:0;background:var(--p);color:var(--i);font:17px/1.5 system-ui,sans-serif}main{max-width:44rem;margin:0 auto;padding:2rem 1.25rem 4rem}' +
  'h1{font:600 2rem/1.15 Georgia,serif;margin:0 0 .25rem}h2{font:600 1.2rem/1.3 Georgia,serif;margin:2.5rem 0 .5rem}p{margin:.5rem 0}.l{font:1.25rem/1.5 Georgia,serif}.s{color:var(--s);font-size:.9rem}' +
  'dl.n{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;margin:1.5rem 0;border-block:1px solid var(--l);padding:1rem 0}dl.n div{display:flex;flex-direction:column-reverse}dl.n dd{margin:0;font:600 2rem/1.1 Georgia,serif;font-variant-numeric:tabular-nums}dt{color:var(--s);font-size:.9rem}' +
  'table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{text-align:right;padding:.35rem .25rem;border-bottom:1px solid var(--l);font-weight:400}th:first-child,td:first-child{text-align:left}thead th{color:var(--s);font-size:.85rem}' +
  'ul{padding-left:1.1rem}li{margin:.35rem 0}blockquote{margin:1rem 0;padding-left:1rem;border-left:2px solid var(--a);font:1.05rem/1.55 Georgia,serif}code{font:.8rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}a{color:var(--a)}a:focus-visible{outline:2px solid var(--a);outline-offset:2px}' +
  '@media print{body{background:#fff;color:#000;font-size:11pt}nav{display:none}h2{break-after:avoid}}';

export const styleHash = `sha256-${createHash('sha256').update(css).digest('base64')}`;

export const pageAddress = (slug: string, language: PageLanguage): string =>
  `/${language === 'it' ? 'registro' : 'register'}/${slug}`;

type Asked = { readonly language: PageLanguage; readonly baseUrl: string };

/** The whole page: no script, no cookie, no picture, nothing from elsewhere. */
export const registerPage = (view: PublicRegisterView, { language, baseUrl }: Asked): string => {
  const w = words[language];
  const other: PageLanguage = language === 'it' ? 'en' : 'it';
  const here = baseUrl + pageAddress(view.slug, language);
  const data = `${baseUrl}/registro/${view.slug}/dati.json`;
  const parts = [
    `<h1>${e(w.of(view.company))}</h1>`,
    view.intro[language] || view.intro.it ? `<p>${e(view.intro[language] || view.intro.it)}</p>` : '',
    ...figureParts(view, language),
    ...monthParts(view.figures.months, language),
    ...improvementParts(view, language),
    ...storyParts(view, language),
    ...ruleParts(view, language),
    ...checkParts(view, language, here),
    `<nav class="s"><p>${w.also} <a href="${e(data)}">${w.data}</a> · <a href="${e(here)}/feed.xml">${w.feed}</a> · <a href="${e(baseUrl)}/registro/${e(view.slug)}/catena.json">${w.chain}</a> · <a hreflang="${other}" lang="${other}" href="${e(baseUrl + pageAddress(view.slug, other))}">${w.other}</a></p></nav>`,
    `<p class="s">${w.updated(sayDay(view.updatedAt, language))} ${w.made}.</p>`,
  ];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${e(w.of(view.company))}</title><meta name="description" content="${e(leadOf(view, language))}"><link rel="canonical" href="${e(here)}"><link rel="alternate" hreflang="${other}" href="${e(baseUrl + pageAddress(view.slug, other))}"><link rel="alternate" type="application/rss+xml" title="RSS" href="${e(here)}/feed.xml"><style>${css}</style><script type="application/ld+json">${structured(view, language, here, data)}</script></head><body><main>${parts.join('')}</main></body></html>`;
};

export const leadOf = ({ figures }: PublicRegisterView, language: PageLanguage): string => {
  const w = words[language];
  const { since, complaints, answered, solved } = figures;
  if (since === null) return w.none;
  const lead = w.lead(sayDay(since, language), complaints);
  return answered === null || solved === null ? lead : `${lead} ${w.leadEnds(answered, solved)}`;
};

const figureParts = (view: PublicRegisterView, language: PageLanguage): readonly string[] => {
  const w = words[language];
  const { complaints, answered, solved, answerHours, solveHours, endings } = view.figures;
  const time = (hours: number) => sayHours(hours, language);
  const number = (label: string, value: number | null) =>
    value === null ? '' : `<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return [
    `<p class="l">${e(leadOf(view, language))}</p>`,
    `<dl class="n">${number(w.complaints, complaints)}${number(w.answered, answered)}${number(w.solved, solved)}</dl>`,
    answerHours ? `<p>${w.answerTime(time(answerHours.median), time(answerHours.p90))}</p>` : '',
    solveHours ? `<p>${w.solveTime(time(solveHours.median), time(solveHours.p90))}</p>` : '',
    endings
      ? `<h2>${w.endings}</h2><table><tbody>${Object.entries(endings)
          .filter(([, count]) => count > 0)
          .map(
            ([name, count]) =>
              `<tr><th scope="row">${w.ending[name as keyof typeof w.ending]}</th><td>${count}</td></tr>`,
          )
          .join('')}</tbody></table>`
      : complaints > 0
        ? `<p class="s">${w.few}</p>`
        : '',
  ];
};

/** Two years fit on a page; the rest is in the data. */
const SHOWN_MONTHS = 24;

const monthParts = (months: readonly PublicMonth[], language: PageLanguage): readonly string[] => {
  const w = words[language];
  const shown = months.filter(({ complaints }) => complaints > 0).slice(-SHOWN_MONTHS);
  if (shown.length === 0) return [];
  const rows = shown.toReversed().map(({ month, complaints, answered, solved }) => {
    const rest =
      answered === null
        ? `<td colspan="2" class="s">${w.tooFew}</td>`
        : `<td>${answered}</td><td>${solved}</td>`;
    return `<tr><th scope="row">${sayMonth(month, language)}</th><td>${complaints}</td>${rest}</tr>`;
  });
  return [
    `<h2>${w.months}</h2><table><thead><tr><th scope="col">${w.month}</th><th scope="col">${w.complaints}</th><th scope="col">${w.answered}</th><th scope="col">${w.solved}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  ];
};

const MOST_IMPROVEMENTS = 6;

const improvementParts = (view: PublicRegisterView, language: PageLanguage): readonly string[] => {
  const w = words[language];
  if (view.improvements.length === 0) return [];
  const items = view.improvements.slice(0, MOST_IMPROVEMENTS).map((one) => {
    const effect = one.effect;
    const isEnough = effect && effect.before.complaints + effect.after.complaints >= FEWEST;
    const rate = (side: { readonly complaints: number; readonly heard: number }) =>
      sayNumber(side.heard === 0 ? 0 : (100 * side.complaints) / side.heard, language);
    const says = effect
      ? ` ${w.effect[effect.verdict]}${isEnough && effect.verdict !== 'too-early' ? ` ${w.rates(rate(effect.before), rate(effect.after), effect.days)}` : ''}`
      : '';
    return `<li>${e(one[language] || one.it)} <span class="s">${w.done(sayDay(one.doneOn, language))}${says}</span></li>`;
  });
  return [`<h2>${w.changed}</h2><ul>${items.join('')}</ul>`];
};

const MOST_STORIES = 3;
/** Longer ones are in the data, so that the page stays light. */
const STORY_LENGTH = 600;

const storyParts = (view: PublicRegisterView, language: PageLanguage): readonly string[] => {
  const w = words[language];
  if (view.stories.length === 0) return [];
  const items = view.stories.slice(0, MOST_STORIES).map((one) => {
    const text = one[language] || one.it;
    const cut = text.length > STORY_LENGTH ? `${text.slice(0, STORY_LENGTH)}…` : text;
    return `<blockquote>${e(cut)}<p class="s">${w.toldWith[one.basis]}, ${sayMonth(one.toldIn, language)}.</p></blockquote>`;
  });
  return [`<h2>${w.stories}</h2>${items.join('')}`];
};

const ruleParts = (view: PublicRegisterView, language: PageLanguage): readonly string[] => {
  const w = words[language];
  const { byMistake, joined } = view.figures.omitted;
  const { byPerson, mistaken } = view.storiesWithdrawn;
  const rules = [
    w.ruleMistake(byMistake),
    w.ruleJoined(joined),
    w.ruleFew,
    w.ruleUnfounded,
    w.ruleStories(byPerson, mistaken),
  ];
  return [
    `<h2>${w.rules}</h2><p>${w.rulesLead}</p><ul>${rules.map((rule) => `<li>${rule}</li>`).join('')}</ul>`,
  ];
};

const checkParts = (view: PublicRegisterView, language: PageLanguage, here: string): readonly string[] => {
  const w = words[language];
  const { signed } = view;
  const facts = signed
    ? `<p class="s">${w.signedOn}: ${sayDay(signed.day, language)}<br>${w.digest}: <code>${signed.digest}</code><br>${w.key} (Ed25519): <code>${e(signed.publicKey)}</code></p>`
    : `<p class="s">${w.notYet}</p>`;
  return [
    `<h2>${w.check}</h2><p>${w.checkText}</p><p>${w.checkWith} <code>passaparola verify-register ${e(here)}</code></p>${facts}`,
  ];
};

/** schema.org/Dataset of the organisation; `<` is written so that it can end no script. */
const structured = (view: PublicRegisterView, language: PageLanguage, here: string, data: string): string => {
  const { complaints, answered, solved, since } = view.figures;
  const value = (name: string, amount: number | null) =>
    amount === null ? [] : [{ '@type': 'PropertyValue', name, value: amount }];
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: words[language].of(view.company),
    description: leadOf(view, language),
    url: here,
    inLanguage: language,
    dateModified: view.updatedAt,
    ...(since ? { temporalCoverage: `${since}/..` } : {}),
    creator: { '@type': 'Organization', name: view.company },
    variableMeasured: [
      ...value(words[language].complaints, complaints),
      ...value(words[language].answered, answered),
      ...value(words[language].solved, solved),
    ],
    distribution: { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: data },
  }).replaceAll('<', '\\u003c');
};

const widgetCss =
  ':root{color-scheme:light dark}body{margin:0;font:15px/1.4 system-ui,sans-serif;padding:.75rem 1rem;background:#faf6ef;color:#2b2521}a{color:#a8431f}p{margin:.25rem 0}b{font:600 1.05rem/1.3 Georgia,serif}@media(prefers-color-scheme:dark){body{background:#1d1a17;color:#ece4d9}a{color:#e58a62}}';
export const widgetStyleHash = `sha256-${createHash('sha256').update(widgetCss).digest('base64')}`;

/** For a frame in a page of somebody else's. */
export const registerWidget = (view: PublicRegisterView, { language, baseUrl }: Asked): string => {
  const w = words[language];
  const here = baseUrl + pageAddress(view.slug, language);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${e(w.of(view.company))}</title><style>${widgetCss}</style></head><body><p><b>${e(w.of(view.company))}</b></p><p>${e(leadOf(view, language))}</p><p><a href="${e(here)}" target="_top">${w.read}</a></p></body></html>`;
};
