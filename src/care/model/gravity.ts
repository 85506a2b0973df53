import { foldText } from './fold-text.ts';

/** 1 a nuisance · 2 a fault · 3 serious · 4 touches safety or the law. */
export const gravities = [1, 2, 3, 4] as const;
export type Gravity = (typeof gravities)[number];

export const gravityRules = [
  'safety',
  'privacy',
  'law',
  'money',
  'angry',
  'urgent',
  'public',
  'several-people',
  'many-people',
  'again',
] as const;
/** One reason for a gravity: which rule, how much it added (or, for law and safety, from where it starts), and what it saw. */
export type GravityReason = {
  readonly rule: (typeof gravityRules)[number];
  readonly weight: number;
  /** A word of ours that was found, or a number: never their sentence. */
  readonly because: string;
};

export type GravityFacts = {
  /** What was said, all mentions together. */
  readonly text: string;
  /** -1 to 1. */
  readonly polarityScore: number;
  readonly urgency: number;
  readonly isPublic: boolean;
  readonly people: number;
  /** Other cases of the same cause in the last 90 days. */
  readonly similarCases: number;
};

type Lexicon = readonly string[];
/** Beginnings of words, accents folded. Safety: what hurts or could. */
const safety: Lexicon = [
  'allergi',
  'anafila',
  'intossica',
  'avvelena',
  'ospedal',
  'pronto soccorso',
  'ferit',
  'ustion',
  'scheggi',
  'pezzo di vetro',
  'pezzi di vetro',
  'esplos',
  'scoppia',
  'incendi',
  'scossa elettrica',
  'muffa',
  'verme',
  'vermi',
  'insett',
  'salmonell',
  'bambin',
  'svenut',
  'allergic',
  'poison',
  'hospital',
  'injur',
  'glass in',
  'piece of glass',
  'explod',
  'caught fire',
  'mould',
  'mold',
  'maggot',
  'fainted',
];
const privacy: Lexicon = [
  'i miei dati',
  'dati personali',
  'privacy',
  'gdpr',
  'garante',
  'senza il mio consenso',
  'carta di credito',
  'la mia email a',
  'my data',
  'personal data',
  'data breach',
  'without my consent',
  'credit card',
];
const law: Lexicon = [
  'avvocat',
  'denunci',
  'querela',
  'diffida',
  'tribunal',
  'carabinier',
  'antitrust',
  'agcm',
  'codacons',
  'altroconsumo',
  'razzis',
  'discrimina',
  'molesti',
  'lawyer',
  'legal action',
  'sue you',
  'police',
  'racis',
  'discriminat',
  'harass',
];
const money: Lexicon = [
  'rimbors',
  'addebit',
  'pagato due volte',
  'soldi indietro',
  'risarci',
  'refund',
  'charged twice',
  'money back',
];

/** The first of these beginnings that a word of the text has. */
const foundIn = (folded: string, lexicon: Lexicon): string | undefined =>
  lexicon.find((start) => folded.includes(` ${start}`));

/**
 * How grave a complaint is, from harm (safety, money, anger), reach (public, people), repetition and law; safety and privacy
 * come before everything. Each reason is told, so that a person can say otherwise. Points: 2 or more make it a fault, 4 serious.
 */
export const assessGravity = (
  facts: GravityFacts,
): { readonly gravity: Gravity; readonly reasons: readonly GravityReason[] } => {
  const folded = ` ${foldText(facts.text)}`;
  const floors: GravityReason[] = [];
  const points: GravityReason[] = [];
  const because = (list: GravityReason[], rule: GravityReason['rule'], weight: number, seen?: string) => {
    if (seen !== undefined) list.push({ rule, weight, because: seen });
  };
  because(floors, 'safety', 4, foundIn(folded, safety));
  because(floors, 'privacy', 3, foundIn(folded, privacy));
  because(floors, 'law', 3, foundIn(folded, law));
  because(points, 'money', 2, foundIn(folded, money));
  if (facts.polarityScore <= -0.8) because(points, 'angry', 1, '');
  if (facts.urgency >= 0.7) because(points, 'urgent', 1, '');
  if (facts.isPublic) because(points, 'public', 1, '');
  if (facts.people >= 10) because(points, 'many-people', 3, String(facts.people));
  else if (facts.people >= 3) because(points, 'several-people', 2, String(facts.people));
  if (facts.similarCases >= 3) because(points, 'again', 2, String(facts.similarCases));
  const sum = points.reduce((total, { weight }) => total + weight, 0);
  const fromPoints = sum >= 4 ? 3 : sum >= 2 ? 2 : 1;
  const gravity = Math.max(fromPoints, ...floors.map(({ weight }) => weight)) as Gravity;
  return { gravity, reasons: [...floors, ...points] };
};
