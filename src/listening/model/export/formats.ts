import { csvHead, csvRow } from './csv.ts';
import type { ExportedMention } from './exported-mention.ts';
import { type ArchiveFacts, htmlFoot, htmlHead, htmlMention } from './html.ts';

/** How an export is written, piece by piece: nothing has to be held whole. */
export type ExportFormat = {
  readonly type: string;
  readonly extension: string;
  readonly head: (facts: ArchiveFacts) => string;
  readonly row: (mention: ExportedMention, facts: ArchiveFacts) => string;
  /** `left` mentions stayed here because their channel forbids taking them elsewhere. */
  readonly foot: (facts: ArchiveFacts, written: number, left: number) => string;
};

export const exportFormats = {
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    extension: 'jsonl',
    head: () => '',
    row: (mention) => `${JSON.stringify(mention)}\n`,
    foot: () => '',
  },
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', head: csvHead, row: csvRow, foot: () => '' },
  html: {
    type: 'text/html; charset=utf-8',
    extension: 'html',
    head: htmlHead,
    row: htmlMention,
    foot: htmlFoot,
  },
} as const satisfies Record<string, ExportFormat>;
export type ExportName = keyof typeof exportFormats;
