/**
 * Who may be one person: pairs of contacts with what speaks for it. Nothing is merged here: a human says so. Definition:
 * each sign has a strength p (how often it is right, our estimate); the certainty of several is 1 - product of (1 - p), each
 * kind once; pairs from one half on are proposed. Accounts of channels that forbid profiling, and of whoever objected, are not
 * compared with anything. A mark that many contacts bear (a company's domain, a default picture) counts for nothing.
 */
import type { Words } from '../../../channels/index.ts';
import type { Account, EvidenceKind, Sign } from './account.ts';
import { addressesOf, marksOf } from './signs-of.ts';

export type MergeSuggestion = {
  /** a < b. */
  readonly a: string;
  readonly b: string;
  readonly evidence: readonly { readonly kind: EvidenceKind; readonly says: Words }[];
  /** 0.5 to 1. */
  readonly certainty: number;
};

const strengths = {
  'rel-me': 0.97,
  mail: 0.95,
  link: 0.9,
  avatar: 0.6,
  domain: 0.5,
  handle: 0.3,
  name: 0.3,
} as const satisfies Readonly<Record<EvidenceKind, number>>;

const ENOUGH = 0.5;

/** The most certain first. `dismissed`: pairs of which a human said that they are two (`pairKey`). */
export const suggestMergesOf = (
  accounts: readonly Account[],
  dismissed: ReadonlySet<string> = new Set(),
): readonly MergeSuggestion[] => {
  const allowed = accounts.filter(({ profiling, consent }) => profiling && consent !== 'objected');
  const pairs = new Map<string, Map<EvidenceKind, Sign>>();
  for (const { contacts, sign } of [...sharedMarks(allowed), ...mutualLinks(allowed)]) {
    for (const [index, one] of contacts.entries())
      for (const other of contacts.slice(index + 1)) {
        const key = pairKey(one, other);
        const signs = pairs.get(key) ?? new Map<EvidenceKind, Sign>();
        if (!signs.has(sign.kind)) signs.set(sign.kind, sign);
        pairs.set(key, signs);
      }
  }
  return [...pairs]
    .filter(([key]) => !dismissed.has(key))
    .map(([key, signs]) => suggestionOf(key, [...signs.values()]))
    .filter(({ certainty }) => certainty >= ENOUGH)
    .sort(
      (one, other) =>
        other.certainty - one.certainty || (pairKey(one.a, one.b) < pairKey(other.a, other.b) ? -1 : 1),
    );
};

/** The same whichever comes first. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

type Shared = { readonly contacts: readonly string[]; readonly sign: Sign };

const sharedMarks = (accounts: readonly Account[]): readonly Shared[] => {
  const bearers = new Map<
    string,
    { readonly sign: Sign; readonly most: number; readonly contacts: Set<string> }
  >();
  for (const account of accounts)
    for (const { kind, shared, most } of marksOf(account)) {
      const key = `${kind} ${shared}`;
      const known = bearers.get(key) ?? { sign: { kind, shared }, most, contacts: new Set() };
      bearers.set(key, known);
      known.contacts.add(account.contactId);
    }
  return [...bearers.values()]
    .filter(({ contacts, most }) => contacts.size > 1 && contacts.size <= most)
    .map(({ contacts, sign }) => ({ contacts: [...contacts].sort(), sign }));
};

/** Two profiles that link to each other (rel=me both ways: microformats.org/wiki/rel-me). */
const mutualLinks = (accounts: readonly Account[]): readonly Shared[] => {
  const owners = new Map(
    accounts.flatMap((account) => {
      const { own, linked } = addressesOf(account);
      return own ? [[own, { contactId: account.contactId, linked }] as const] : [];
    }),
  );
  return [...owners].flatMap(([own, { contactId, linked }]) =>
    linked.flatMap((address): readonly Shared[] => {
      const other = owners.get(address);
      if (!other || contactId >= other.contactId || !other.linked.includes(own)) return [];
      return [
        { contacts: [contactId, other.contactId], sign: { kind: 'rel-me', shared: `${own}, ${address}` } },
      ];
    }),
  );
};

const suggestionOf = (key: string, signs: readonly Sign[]): MergeSuggestion => {
  const [a = '', b = ''] = key.split(' ');
  const ordered = signs.toSorted((one, other) => strengths[other.kind] - strengths[one.kind]);
  const doubt = ordered.reduce((left, { kind }) => left * (1 - strengths[kind]), 1);
  return {
    a,
    b,
    evidence: ordered.map((sign) => ({ kind: sign.kind, says: say(sign) })),
    certainty: 1 - doubt,
  };
};

const say = ({ kind, shared }: Sign): Words => {
  switch (kind) {
    case 'rel-me':
      return { it: 'I due profili rimandano l’uno all’altro.', en: 'The two profiles link to each other.' };
    case 'mail':
      return { it: `Stesso indirizzo di posta: ${shared}.`, en: `Same mail address: ${shared}.` };
    case 'link':
      return { it: `Stesso collegamento verificato: ${shared}.`, en: `Same verified link: ${shared}.` };
    case 'avatar':
      return { it: 'Stessa immagine del profilo.', en: 'Same profile picture.' };
    case 'domain':
      return { it: `Stesso sito: ${shared}.`, en: `Same site: ${shared}.` };
    case 'handle':
      return { it: `Stesso nome di profilo: ${shared}.`, en: `Same profile name: ${shared}.` };
    case 'name':
      return { it: 'Stesso nome e cognome.', en: 'Same first and last name.' };
  }
};
