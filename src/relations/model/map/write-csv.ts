import type { ExportedWeb } from './exported-web.ts';

/** One line a tie (RFC 4180), then one for each person without any: nobody is left out. */
export const writeCsv = ({ people, ties }: ExportedWeb): string => {
  const byId = new Map(people.map((person) => [person.id, person]));
  const tied = new Set(ties.flatMap(({ a, b }) => [a, b]));
  const columnsOf = (id: string): readonly (string | number)[] => {
    const person = byId.get(id);
    return [id, person?.name ?? '', person?.circle ?? '', person?.strength ?? ''];
  };
  const rows = [
    header,
    ...ties.map(({ a, b, strength, reciprocity }) => [
      ...columnsOf(a),
      ...columnsOf(b),
      strength,
      reciprocity,
    ]),
    ...people.filter(({ id }) => !tied.has(id)).map(({ id }) => [...columnsOf(id), '', '', '', '', '', '']),
  ];
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
};

const header = [
  'person',
  'name',
  'circle',
  'strength_with_us',
  'other',
  'other_name',
  'other_circle',
  'other_strength_with_us',
  'weight',
  'reciprocity',
];

/** A name that begins like a formula must stay a name when a spreadsheet opens the file. */
const field = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
