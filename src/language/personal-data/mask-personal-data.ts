import { findPersonalData } from './find-personal-data.ts';
import type { PersonalDatumKind } from './personal-datum.ts';

const labels: Readonly<Record<PersonalDatumKind, string>> = {
  'api-key': 'chiave',
  password: 'password',
  iban: 'iban',
  'tax-code': 'codice fiscale',
  email: 'email',
  card: 'carta',
  'vat-number': 'partita iva',
  document: 'documento',
  phone: 'telefono',
  'order-number': 'ordine',
  address: 'indirizzo',
};

const placeholder = new RegExp(`\\[(?:${Object.values(labels).join('|')}) \\d{1,9}\\]`, 'g');

export type Masked = {
  readonly text: string;
  /** Puts the data back into `text`, or into another that quotes its placeholders. */
  readonly restore: (text: string) => string;
};

/**
 * The text with placeholders ("[telefono 1]") instead of personal data; the same datum has the same placeholder, and one
 * that the text already holds is never used. `restore(masked.text)` is the original, to the last unit.
 */
export const maskPersonalData = (text: string): Masked => {
  const taken = new Set(text.match(placeholder));
  const names = new Map<string, string>();
  const data = new Map<string, string>();
  const used = new Map<PersonalDatumKind, number>();
  const nameOf = (kind: PersonalDatumKind, value: string): string => {
    const known = names.get(`${kind}:${value}`);
    if (known !== undefined) return known;
    const [name, number] = nextFree(labels[kind], (used.get(kind) ?? 0) + 1, taken);
    used.set(kind, number);
    names.set(`${kind}:${value}`, name);
    data.set(name, value);
    return name;
  };
  const pieces: string[] = [];
  let from = 0;
  for (const { kind, start, end } of findPersonalData(text)) {
    pieces.push(text.slice(from, start), nameOf(kind, text.slice(start, end)));
    from = end;
  }
  pieces.push(text.slice(from));
  return {
    text: pieces.join(''),
    restore: (masked) => masked.replace(placeholder, (name) => data.get(name) ?? name),
  };
};

const nextFree = (label: string, from: number, taken: ReadonlySet<string>): readonly [string, number] => {
  let number = from;
  while (taken.has(`[${label} ${number}]`)) number++;
  return [`[${label} ${number}]`, number];
};
