import { escapeMarkup as escaped } from '../../platform/text/index.ts';
import type { EvidenceRecord } from './evidence-record.ts';
import { packWords } from './pack-words.ts';

export type PageFacts = {
  readonly company: string;
  readonly number: number;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly records: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly record: EvidenceRecord;
  }[];
  readonly files: readonly {
    readonly path: string;
    readonly name: string;
    readonly sha256: string;
    readonly isImage: boolean;
  }[];
  readonly steps: readonly { readonly at: string; readonly step: string; readonly note: string }[];
};

/** The page that opens a pack, by itself, without a network: no script, nothing fetched, every word escaped. */
export const packPage = (facts: PageFacts): string => `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'">
<title>${escaped(`${packWords.it.title} ${facts.number} · ${facts.company}`)}</title>
<style>body{font:17px/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}h1,h2{line-height:1.2}
section{border-top:1px solid #bbb;margin-top:2rem}dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.3rem 1rem}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
blockquote{border-left:4px solid #999;margin:1rem 0;padding:.2rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere}code{font-size:.8em;overflow-wrap:anywhere}
.en{color:#555;font-style:italic}img{max-width:100%}@media(max-width:34rem){dl{grid-template-columns:1fr}}</style></head><body>
<h1>${both('title')} ${facts.number}</h1>
<p>${escaped(facts.company)}. ${both('made')} ${escaped(facts.madeAt)} ${escaped(packWords.it.by)} ${escaped(facts.madeBy)}.</p>
<h2>${both('why')}</h2>${paragraphs('explains')}
<h2>${both('check')}</h2>${paragraphs('checks')}
${facts.records.map(recordSection).join('\n')}
${facts.files.length > 0 ? `<section><h2>${both('files')}</h2>${facts.files.map(fileRow).join('')}</section>` : ''}
${facts.steps.length > 0 ? `<section><h2>${both('steps')}</h2><ul>${facts.steps.map(stepRow).join('')}</ul></section>` : ''}
</body></html>
`;

type Word = keyof (typeof packWords)['it'];

const both = (word: Word): string =>
  `${escaped(packWords.it[word])} <span class="en">/ ${escaped(packWords.en[word])}</span>`;

const paragraphs = (word: Word): string =>
  `<p>${escaped(packWords.it[word])}</p><p class="en" lang="en">${escaped(packWords.en[word])}</p>`;

const row = (word: Word, value: string | null): string =>
  value ? `<dt>${both(word)}</dt><dd>${escaped(value)}</dd>` : '';

const recordSection = (
  { path, sha256, record }: PageFacts['records'][number],
  index: number,
): string => `<section><h2>${both('item')} ${index + 1}</h2><dl>
${row('where', [record.channel, record.connection, record.url].filter(Boolean).join(' · '))}${row('id', record.nativeId)}
${row('author', [record.author.name, record.author.handle, record.author.url].filter(Boolean).join(' · '))}
${row('said', record.saidAt)}${row('seen', record.firstSeenAt)}${row('edited', record.editedAt)}${row('removed', record.removedAt)}
${row('collected', record.collectedAt)}${row('collectedBy', record.collectedBy)}
<dt>${both('file')}</dt><dd><a href="${escaped(path)}">${escaped(path)}</a></dd><dt>${both('digest')}</dt><dd><code>${sha256}</code></dd></dl>
${wordsOf(record)}
${record.versions.length > 0 ? `<h3>${both('versions')}</h3>${record.versions.map(versionOf).join('')}` : ''}
${record.originals.length > 0 ? `<h3>${both('originals')}</h3><ul>${record.originals.map(originalOf).join('')}</ul>` : ''}</section>`;

const wordsOf = ({ title, body, quoted }: EvidenceRecord): string =>
  body === '' && !title
    ? paragraphs('gone')
    : `<blockquote>${title ? `<strong>${escaped(title)}</strong>\n` : ''}${escaped(body)}</blockquote>${
        quoted ? `<blockquote class="en">${escaped(quoted)}</blockquote>` : ''
      }`;

const versionOf = ({ body, title, replacedAt }: EvidenceRecord['versions'][number]): string =>
  `<p>${both('until')} ${escaped(replacedAt)}</p><blockquote>${title ? `<strong>${escaped(title)}</strong>\n` : ''}${escaped(body)}</blockquote>`;

const originalOf = ({ receivedAt, contentType, sha256 }: EvidenceRecord['originals'][number]): string =>
  `<li>${escaped(receivedAt)} · ${escaped(contentType)} · <code>${sha256}</code></li>`;

const fileRow = ({ path, name, sha256, isImage }: PageFacts['files'][number]): string =>
  `<p><a href="${escaped(path)}">${escaped(name)}</a><br><code>${sha256}</code></p>${isImage ? `<p><img src="${escaped(path)}" alt="${escaped(name)}"></p>` : ''}`;

const stepRow = ({ at, step, note }: PageFacts['steps'][number]): string =>
  `<li>${escaped(at)} · ${escaped(step)}${note ? `: ${escaped(note)}` : ''}</li>`;
