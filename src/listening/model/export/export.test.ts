import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkup } from '../../../platform/text/index.ts';
import { csvCell, csvHead, csvRow } from './csv.ts';
import type { ExportedMention } from './exported-mention.ts';
import { htmlFoot, htmlHead, htmlMention } from './html.ts';

const mention: ExportedMention = {
  id: '01900000-0000-7000-8000-000000000001',
  channel: 'bluesky',
  nativeId: 'at://x',
  url: 'https://example.org/a',
  author: 'Anna "la rossa", di Alba',
  handle: '@anna',
  ours: false,
  form: 'post',
  title: null,
  text: 'Prima riga\nseconda',
  language: 'it',
  polarity: 'pos',
  intents: ['praise'],
  aspects: ['product', 'price'],
  watches: ['Il nostro nome'],
  saidAt: '2026-11-20T10:00:00.000Z',
  receivedAt: '2026-11-20T10:01:00.000Z',
  editedAt: null,
  removedAt: null,
};
const facts = {
  company: 'Cantina <Rossi>',
  language: 'it',
  zone: 'Europe/Rome',
  at: new Date('2026-11-22T12:00:00Z'),
} as const;

describe('a table of what was heard', () => {
  it('never begins a cell with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ='), fc.string(), (start, rest) => {
        const cell = csvCell(start + rest).replace(/^"/, '');
        expect(cell.startsWith("'")).toBe(true);
      }),
    );
    expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
  });

  it('has as many cells in each row as there are columns, whatever people write', () => {
    const cells = (line: string) =>
      line
        .replace(/"([^"]|"")*"/g, 'x')
        .trim()
        .split(',').length;
    expect(cells(csvRow(mention))).toBe(cells(csvHead()));
    expect(csvRow(mention)).toContain('product; price');
  });
});

describe('a page that opens without a network', () => {
  const page = (change: Partial<ExportedMention>) => htmlMention({ ...mention, ...change }, facts);

  it('shows what people wrote as text, never as markup', () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'';
    for (const html of [page({ text: hostile }), page({ author: hostile }), page({ title: hostile })]) {
      expect(html).not.toMatch(/<script|<img/);
      expect(html).toContain(escapeMarkup(hostile));
    }
    expect(htmlHead({ ...facts, company: hostile })).not.toContain('<script');
  });

  it('links to web addresses only, and lets nothing run or be fetched', () => {
    expect(page({ url: 'javascript:alert(1)' })).not.toContain('href');
    expect(page({})).toContain('href="https://example.org/a"');
    expect(htmlHead(facts)).toContain("default-src 'none'");
  });

  it('says of what is gone that it was there, and how many could not come along', () => {
    expect(page({ text: '', removedAt: mention.saidAt })).toContain('Ritirato');
    expect(htmlFoot(facts, 12_000, 3)).toMatch(/12\.000 voci.*Altre 3/);
  });
});
