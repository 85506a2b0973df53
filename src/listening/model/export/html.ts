import { escapeMarkup } from '../../../platform/text/index.ts';
import type { ExportedMention } from './exported-mention.ts';

export type ArchiveFacts = {
  readonly company: string;
  readonly language: 'it' | 'en';
  readonly zone: string;
  readonly at: Date;
};

const it = {
  title: (company: string) => `${company}: la memoria di quello che si è detto`,
  made: (day: string) =>
    `Copiato il ${day} con Passaparola. Si legge senza rete; per cercare basta la ricerca del browser.`,
  someone: 'Qualcuno',
  us: 'noi',
  removed: 'Ritirato da chi l’ha scritto, o non più conservato.',
  edited: 'modificato',
  original: 'Nel posto dove è stato detto',
  count: (written: string, isOne: boolean) => (isOne ? 'In tutto una voce.' : `In tutto ${written} voci.`),
  left: (left: string, isOne: boolean) =>
    isOne
      ? 'Un’altra non c’è: le regole del suo canale non permettono di portarla altrove.'
      : `Altre ${left} non ci sono: le regole del loro canale non permettono di portarle altrove.`,
};
const en: typeof it = {
  title: (company) => `${company}: the memory of what was said`,
  made: (day) =>
    `Copied on ${day} with Passaparola. It is read without a network; the browser’s own search finds words.`,
  someone: 'Someone',
  us: 'us',
  removed: 'Taken back by its author, or no longer kept.',
  edited: 'edited',
  original: 'Where it was said',
  count: (written, isOne) => (isOne ? 'One voice in all.' : `${written} voices in all.`),
  left: (left, isOne) =>
    isOne
      ? 'Another is not here: the rules of its channel do not let it be taken elsewhere.'
      : `Another ${left} are not here: the rules of their channel do not let them be taken elsewhere.`,
};
export const words = { it, en };

/** No script can run and nothing is fetched from anywhere, whatever people have written. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `:root{color-scheme:light dark}body{font:17px/1.55 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
header,footer,.about{font:14px/1.5 system-ui,sans-serif}article{border-top:1px solid #8886;padding:1rem 0}
.about{color:#777;margin:0 0 .4rem}.about b{color:CanvasText;font-size:16px}.said{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
@media print{article{break-inside:avoid}}`;

export const htmlHead = ({ company, language, zone, at }: ArchiveFacts): string => {
  const w = words[language];
  const title = escapeMarkup(w.title(company));
  const day = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zone,
  }).format(at);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${STYLE}</style></head><body><header><h1>${title}</h1><p>${escapeMarkup(w.made(day))}</p></header><main>\n`;
};

export const htmlMention = (mention: ExportedMention, { language, zone }: ArchiveFacts): string => {
  const w = words[language];
  const locale = language === 'it' ? 'it-IT' : 'en-GB';
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  const name = mention.ours ? w.us : (mention.author ?? mention.handle ?? w.someone);
  const about = [
    mention.channel,
    `<time datetime="${mention.saidAt}">${escapeMarkup(time.format(new Date(mention.saidAt)))}</time>`,
    ...(mention.editedAt ? [w.edited] : []),
    ...(mention.polarity ? [mention.polarity] : []),
  ].join(' · ');
  const isWeb = mention.url !== null && /^https?:\/\//i.test(mention.url);
  const link = isWeb
    ? `<p class="about"><a rel="noopener noreferrer" href="${escapeMarkup(mention.url ?? '')}">${w.original}</a></p>`
    : '';
  const title = mention.title ? `<h2 dir="auto">${escapeMarkup(mention.title)}</h2>` : '';
  const isGone = mention.text === '' && !mention.title;
  const said = isGone
    ? `<p><i>${w.removed}</i></p>`
    : `<p class="said" dir="auto">${escapeMarkup(mention.text)}</p>`;
  return `<article id="${mention.id}"><p class="about"><b><bdi>${escapeMarkup(name)}</bdi></b> · ${about}</p>${title}${said}${link}</article>\n`;
};

export const htmlFoot = ({ language }: ArchiveFacts, written: number, left: number): string => {
  const w = words[language];
  const number = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB');
  const more = left > 0 ? ` ${escapeMarkup(w.left(number.format(left), left === 1))}` : '';
  return `</main><footer><p>${escapeMarkup(w.count(number.format(written), written === 1))}${more}</p></footer></body></html>\n`;
};
