import { findPersonalData, type PersonalDatumKind } from '../personal-data/index.ts';
import { foldSameLength } from '../tone/fold-same-length.ts';
import { readTone } from '../tone/read-tone.ts';
import { type Check, type CheckedText, type CheckId, type CheckSettings, checkIds } from './check.ts';
import { checkTable, levelOf } from './check-table.ts';
import { harshWords, healthWords, insults, refusing, rewardNear, rewards } from './word-lists.ts';

type Found = { readonly id: CheckId; readonly start: number; readonly end: number };

/** Found of a kind beyond this say nothing more. */
const AT_MOST = 20;

/**
 * Everything that is looked at before an answer leaves: one line for each thing found, in the order of the text, and one `ok` for each look
 * that found nothing. Pure, linear in the text, never throws.
 */
export const checkBeforeSending = (input: CheckedText, settings: CheckSettings): readonly Check[] => {
  const found = findAll(input, settings);
  const seen = new Set(found.map(({ id }) => id));
  const said = found.map((one) => sayFound(one, input, settings));
  return [
    ...said.toSorted((one, other) => (one.where?.start ?? 0) - (other.where?.start ?? 0)),
    ...checkIds.filter((id) => !seen.has(id)).map(sayFine),
  ];
};

/** What stands in the way of sending: `blocks` for everybody, `warnings` until somebody says that they mean it. */
export const whatStands = (
  checks: readonly Check[],
  accepted: readonly string[],
): { readonly blocks: readonly Check[]; readonly warnings: readonly Check[] } => ({
  blocks: checks.filter(({ level }) => level === 'block'),
  warnings: checks.filter(({ level, key }) => level === 'warn' && !accepted.includes(key)),
});

const findAll = (input: CheckedText, settings: CheckSettings): readonly Found[] => {
  const { text } = input;
  if (text.trim() === '') return input.hasMedia ? [] : [{ id: 'empty', start: 0, end: 0 }];
  const folded = foldSameLength(text);
  const every = [
    ...findRewards(folded),
    ...findData(text, settings.ownContacts),
    ...matches('health', folded, healthWords),
    ...matches('insult', folded, insults),
    ...matches('harsh', folded, harshWords),
    ...findForbidden(folded, settings.forbiddenWords),
    ...findByTone(text),
  ];
  return every.filter(
    ({ id }, index) => every.slice(0, index).filter((one) => one.id === id).length < AT_MOST,
  );
};

const matches = (id: CheckId, folded: string, pattern: RegExp): readonly Found[] =>
  [...folded.matchAll(pattern)]
    .slice(0, AT_MOST)
    .map((match) => ({ id, start: match.index, end: match.index + match[0].length }));

const findRewards = (folded: string): readonly Found[] => {
  const promising = (one: Found) => !refusing.test(folded.slice(Math.max(0, one.start - 80), one.start));
  const tied = rewards.flatMap((pattern) => matches('reward', folded, pattern)).filter(promising);
  const near = matches('reward-near', folded, rewardNear).filter(promising);
  return [
    ...tied,
    ...near.filter((one) => !tied.some((other) => one.start < other.end && other.start < one.end)),
  ];
};

const checkOf: Readonly<Record<PersonalDatumKind, CheckId | null>> = {
  'api-key': 'secret',
  password: 'secret',
  iban: 'payment',
  card: 'payment',
  'tax-code': 'tax-code',
  email: 'email',
  phone: 'phone',
  address: 'address',
  'order-number': 'order',
  /** The note beside the words says it; no rule of the table speaks of it. */
  document: null,
  /** A company's own, nearly always, and public by law. */
  'vat-number': null,
};

/** What only looks like a datum is not stopped for: the screen says it, as before. */
const findData = (text: string, own: readonly string[]): readonly Found[] => {
  const ours = own.map(plain).filter((one) => one !== '');
  return findPersonalData(text).flatMap(({ kind, certain, start, end }) => {
    const id = checkOf[kind];
    const isOurs = ours.some((one) => isOwn(one, plain(text.slice(start, end))));
    return id !== null && certain && !isOurs ? [{ id, start, end }] : [];
  });
};

/** Numbers by their digits, whatever stands between them and with or without the country's; the rest without case and spaces. */
const plain = (text: string): string => {
  const low = text.toLowerCase().replace(/\s+/g, '');
  return /^[+\d()./-]+$/.test(low) ? low.replace(/\D/g, '').replace(/^(?:0039|39)(?=\d{9,10}$)/, '') : low;
};

const isOwn = (own: string, found: string): boolean =>
  found === own || (own.startsWith('@') && found.endsWith(own));

const findForbidden = (folded: string, words: readonly string[]): readonly Found[] =>
  words.flatMap((word) => {
    const said = foldSameLength(word.trim());
    if (said === '') return [];
    const source = said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s{1,3}');
    return matches(
      'forbidden-word',
      folded,
      new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu'),
    );
  });

const fromTone = { threat: 'threat', placeholder: 'placeholder', shouting: 'shouting' } as const;

const findByTone = (text: string): readonly Found[] =>
  readTone({ text, kind: 'reply' }, 'normal').flatMap(({ kind, start, end }) => {
    const id = (fromTone as Partial<Record<string, CheckId>>)[kind];
    return id ? [{ id, start, end }] : [];
  });

const sayFound = (
  { id, start, end }: Found,
  { isPublic, text }: CheckedText,
  settings: CheckSettings,
): Check => {
  const { title, why, mend } = checkTable[id];
  return {
    key: `${id}:${foldSameLength(text.slice(start, end)).slice(0, 80)}`,
    id,
    level: levelOf(id, isPublic, settings.levels),
    where: end > start ? { start, end } : null,
    title,
    why,
    mend,
  };
};

const sayFine = (id: CheckId): Check => {
  const { title, why, mend } = checkTable[id];
  return { key: id, id, level: 'ok', where: null, title, why, mend };
};
