/** A line of a pack that holds words, as a table shows it. */
export type PackRow = {
  /** From 1, in the text. */
  readonly line: number;
  readonly weight: string | null;
  /** Parted by ` | `, as they are written. */
  readonly phrases: string;
};

export type PackTable = readonly { readonly category: string; readonly rows: readonly PackRow[] }[];

const withoutRemark = (line: string): string => line.replace(/(^|\s)\/\/.*$/, '').trim();

/** The text of a pack by category, in the order of the text; a category that comes twice is shown once. */
export const tableOf = (text: string): PackTable => {
  const categories = new Map<string, PackRow[]>();
  let rows: PackRow[] | undefined;
  text.split(/\r?\n/).forEach((written, index) => {
    const line = withoutRemark(written);
    if (line.startsWith('# ')) {
      const category = line.slice(2).trim();
      rows = categories.get(category) ?? [];
      categories.set(category, rows);
    } else if (line !== '') {
      const [, weight, phrases = ''] = /^([+-]?\d+(?:\.\d+)?)?\s*(.*)$/.exec(line) ?? [];
      rows?.push({ line: index + 1, weight: weight ?? null, phrases });
    }
  });
  return [...categories].map(([category, of]) => ({ category, rows: of }));
};

const written = ({ weight, phrases }: Pick<PackRow, 'weight' | 'phrases'>): string =>
  weight === null ? phrases : `${weight} ${phrases}`;

const changed = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split(/\r?\n/);
  change(lines);
  return lines.join('\n');
};

/** The text with that row written otherwise; its remark stays. */
export const withRow = (text: string, row: PackRow): string =>
  changed(text, (lines) => {
    const remark = /\s\/\/.*$/.exec(lines[row.line - 1] ?? '')?.[0] ?? '';
    lines[row.line - 1] = written(row) + remark;
  });

export const withoutRow = (text: string, line: number): string =>
  changed(text, (lines) => {
    lines.splice(line - 1, 1);
  });

/** The text with a row more at the end of its category, which is opened when it is not there. */
export const withNewRow = (text: string, category: string, row: Omit<PackRow, 'line'>): string => {
  const known = tableOf(text).find((one) => one.category === category);
  if (!known) return `${text.trimEnd()}${text.trim() === '' ? '' : '\n\n'}# ${category}\n${written(row)}\n`;
  const last = known.rows.at(-1)?.line;
  return changed(text, (lines) => {
    const heading = lines.findIndex((line) => withoutRemark(line) === `# ${category}`) + 1;
    lines.splice(last ?? heading, 0, written(row));
  });
};
