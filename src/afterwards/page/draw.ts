import { createHash } from 'node:crypto';
import { escapeMarkup as e } from '../../platform/text/index.ts';
import type { PageView } from '../actions/answer-page.ts';
import { type PageLanguage, words } from './words.ts';

/** Paper and ink, by day and by night; nothing is fetched. */
const css =
  ':root{color-scheme:light dark;--p:#faf6ef;--c:#fffdf9;--i:#2b2521;--s:#6b5f55;--l:#c9bba8;--a:#a8431f;--o:#fff}@media(prefers-color-scheme:dark){:root{--p:#1d1a17;--c:#26221e;--i:#ece4d9;--s:#b3a698;--l:#5b5147;--a:#e58a62;--o:#1d1a17}}' +
  '*{box-sizing:border-box}body{margin:0;background:var(--p);color:var(--i);font:17px/1.5 system-ui,sans-serif}main{max-width:34rem;margin:0 auto;padding:2rem 1.25rem 4rem}' +
  '.c{color:var(--s);margin:0}h1{font:600 1.9rem/1.2 Georgia,serif;margin:.25rem 0 1rem}legend{padding:0}fieldset{border:0;margin:0;padding:0}' +
  'label.o{display:flex;align-items:center;gap:.75rem;min-height:3rem;padding:.5rem 1rem;margin:0 0 .5rem;border:1px solid var(--l);border-radius:.6rem;background:var(--c);cursor:pointer}label.o:has(:checked){border-color:var(--a);box-shadow:inset 0 0 0 1px var(--a)}' +
  'input{accent-color:var(--a);width:1.2rem;height:1.2rem;flex:none;margin:0}label.w{display:block;margin:1.25rem 0 .35rem}textarea{width:100%;font:inherit;color:inherit;background:var(--c);border:1px solid var(--l);border-radius:.6rem;padding:.6rem .8rem;min-height:6rem}' +
  'button{font:600 1rem/1 system-ui,sans-serif;min-height:3rem;padding:0 1.5rem;margin:1rem 0 0;border:0;border-radius:.6rem;background:var(--a);color:var(--o);cursor:pointer}' +
  '.k{border-left:3px solid var(--a);padding:.25rem 0 .25rem .9rem;margin:0 0 1.5rem}.s{color:var(--s);font-size:.85rem;margin-top:2.5rem}a{color:var(--a)}:focus-visible{outline:2px solid var(--a);outline-offset:2px}';

export const styleHash = `sha256-${createHash('sha256').update(css).digest('base64')}`;

export type Shown = {
  readonly language: PageLanguage;
  /** The same page in the other language. */
  readonly otherAddress: string;
  /** What just happened. */
  readonly note?: 'kept' | 'no-choice' | 'enough';
};

/** One question, its choices, room for a few words: no script, no cookie, nothing from elsewhere. */
export const drawQuestion = (view: PageView, { language, otherAddress, note }: Shown): string => {
  const w = words[language];
  const { register, score } = view;
  const choices =
    w.choices[`${view.question}${view.question === 'solved' ? 3 : view.scale}` as keyof typeof w.choices];
  const day = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long' }).format(
    view.until,
  );
  const until = w.until[register](day);
  const said =
    note === 'kept' || (score !== null && !note)
      ? `${w.kept[register]} ${until}`
      : note === 'no-choice'
        ? w.noChoice[register]
        : note === 'enough'
          ? w.enough
          : '';
  const options = choices.map(
    (choice, index) =>
      `<label class="o"><input type="radio" name="score" value="${index + 1}" required${score === index + 1 ? ' checked' : ''}>${e(choice)}</label>`,
  );
  return page(language, e(w.question[view.question][register]), [
    `<p class="c">${e(view.company)}</p>`,
    said ? `<p class="k" role="status">${e(said)}</p>` : '',
    `<form method="post"><fieldset><legend><h1>${e(w.question[view.question][register])}</h1></legend>${options.join('')}</fieldset>`,
    `<label class="w" for="w">${e(w.words[register])}</label><textarea id="w" name="words" maxlength="1000" rows="4">${e(view.words)}</textarea>`,
    `<button>${e(score === null ? w.send : w.change)}</button></form>`,
    `<p class="s">${e(w.privacy(view.company))} <a href="/informativa/${e(encodeURIComponent(view.slug))}">${e(w.notice)}</a>. <a lang="${language === 'it' ? 'en' : 'it'}" hreflang="${language === 'it' ? 'en' : 'it'}" href="${e(otherAddress)}">${e(w.other)}</a></p>`,
  ]);
};

/** Where there is nothing to answer, that is said. */
export const drawEnd = (language: PageLanguage, why: 'expired' | 'unknown' | 'slower'): string => {
  const w = words[language];
  return page(language, e(w.title), [`<h1>${e(w.title)}</h1>`, `<p>${e(w[why])}</p>`]);
};

const page = (language: PageLanguage, title: string, parts: readonly string[]): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${css}</style></head><body><main>${parts.join('')}</main></body></html>`;
