import { createHash } from 'node:crypto';
import { escapeMarkup as e } from '../../platform/text/index.ts';

export type PublicStatus = {
  readonly company: string;
  readonly slug: string;
  /** Whether it still is on. */
  readonly isOn: boolean;
  readonly since: Date;
  readonly until: Date | null;
  readonly timeZone: string;
  /** The latest first. */
  readonly said: readonly { readonly italian: string; readonly english: string; readonly at: Date }[];
};

const css =
  ':root{color-scheme:light dark;--p:#faf6ef;--i:#2b2521;--s:#6b5f55;--l:#ded4c5;--a:#a8431f}@media(prefers-color-scheme:dark){:root{--p:#1d1a17;--i:#ece4d9;--s:#b3a698;--l:#453d35;--a:#e58a62}}' +
  '*{box-sizing:border-box}body{margin:0;background:var(--p);color:var(--i);font:17px/1.5 system-ui,sans-serif}main{max-width:40rem;margin:0 auto;padding:2rem 1.25rem 4rem}' +
  'h1{font:600 1.8rem/1.2 Georgia,serif;margin:0 0 .25rem}ol{list-style:none;margin:1.5rem 0;padding:0}li{border-top:1px solid var(--l);padding:1rem 0}p{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}time,.s{color:var(--s);font-size:.9rem}a{color:var(--a)}a:focus-visible{outline:2px solid var(--a);outline-offset:2px}';

export const statusStyleHash = `sha256-${createHash('sha256').update(css).digest('base64')}`;

const words = {
  it: {
    of: (company: string) => `Che cosa sta succedendo: ${company}`,
    on: 'Ce ne stiamo occupando. Qui scriviamo quello che sappiamo, quando lo sappiamo.',
    over: (when: string) => `Si è chiuso ${when}. Lasciamo qui quello che abbiamo detto.`,
    nothing: 'Ancora nessun aggiornamento.',
    other: 'In English',
  },
  en: {
    of: (company: string) => `What is happening: ${company}`,
    on: 'We are on it. Here we write what we know, when we know it.',
    over: (when: string) => `It ended on ${when}. We leave here what we said.`,
    nothing: 'No updates yet.',
    other: 'In italiano',
  },
} as const;

/** The whole page, for anyone: no script, no cookie, nothing from elsewhere. What is said in one language alone is shown in that. */
export const statusPage = (status: PublicStatus, language: 'it' | 'en'): string => {
  const w = words[language];
  const time = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: status.timeZone,
  });
  const said = status.said.map(({ italian, english, at }) => {
    const own = language === 'it' ? italian : english;
    const [text, lang] = own ? [own, language] : [italian, 'it'];
    return `<li><time datetime="${at.toISOString()}">${e(time.format(at))}</time><p lang="${lang}">${e(text)}</p></li>`;
  });
  const lead = status.isOn || !status.until ? w.on : w.over(time.format(status.until));
  const other = language === 'it' ? `/status/${status.slug}` : `/stato/${status.slug}`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${e(w.of(status.company))}</title><style>${css}</style></head><body><main><h1>${e(w.of(status.company))}</h1><p>${e(lead)}</p><ol>${said.join('') || `<li><p>${e(w.nothing)}</p></li>`}</ol><p class="s"><a href="${e(other)}" hreflang="${language === 'it' ? 'en' : 'it'}">${w.other}</a></p></main></body></html>`;
};
