import { findPersonalData, readTone, type ToneFinding, type ToneKind } from '../../language/index.ts';
import { countGraphemes, truncateGraphemes } from '../../platform/text/index.ts';
import type { Criterion } from './attempt.ts';
import {
  acknowledging,
  bargaining,
  ending,
  excusing,
  foldSame,
  inviting,
  stepping,
  striking,
  timing,
} from './phrases.ts';

/** The first answer to a complaint, one in the course of it, or the outcome told where it began. */
export type TurnKind = 'answer' | 'follow' | 'outcome';

export type Answering = {
  readonly text: string;
  readonly language: 'it' | 'en';
  readonly kind: TurnKind;
  /** What they said last. */
  readonly said: string;
  readonly register: 'tu' | 'lei';
  readonly isPublic: boolean;
  readonly needsPrivate: boolean;
  /** Longest answer there, in graphemes. */
  readonly longest: number;
  /** Whoever answers: their name is looked for under it. */
  readonly name: string;
  /** What earlier answers in this conversation have done already. */
  readonly done: readonly Criterion[];
};

/** [start, end) in UTF-16 units of the answer; `start === end` where something is missing. */
export type Mark = {
  readonly criterion: Criterion;
  readonly verdict: 'met' | 'missed';
  readonly start: number;
  readonly end: number;
  /** What the tone says about it, in its own words, where it was the tone that told. */
  readonly because: { readonly it: string; readonly en: string } | null;
};

type Span = { readonly start: number; readonly end: number };
type Facts = Answering & {
  readonly folded: string;
  readonly tone: readonly ToneFinding[];
  readonly nowhere: Span;
};

/**
 * An answer to a complaint, criterion by criterion, each with the place in the text that shows it. What does not apply (a deadline under an
 * outcome, privacy in a private letter) is left out. Pure: rules over words, the tone and the personal data that the language room finds.
 */
export const gradeAnswer = (answering: Answering): readonly Mark[] => {
  const { text, language, said } = answering;
  const facts: Facts = {
    ...answering,
    folded: foldSame(text),
    tone: readTone({
      text,
      lang: language,
      kind: 'reply',
      inReplyTo: said,
      complaint: answering.kind !== 'outcome',
      register: answering.register,
    }),
    nowhere: { start: text.length, end: text.length },
  };
  return judges.flatMap(({ criterion, judge }) => {
    const found = judge(facts);
    return found ? [{ criterion, because: null, ...found }] : [];
  });
};

type Judgement = Span & Pick<Mark, 'verdict'> & Partial<Pick<Mark, 'because'>>;
type Judge = (facts: Facts) => Judgement | undefined;

const met = (span: Span): Judgement => ({ verdict: 'met', start: span.start, end: span.end });
const missed = (span: Span): Judgement => ({ verdict: 'missed', start: span.start, end: span.end });
const told = ({ start, end, why }: ToneFinding): Judgement => ({
  verdict: 'missed',
  start,
  end,
  because: why,
});

const first = (expression: RegExp, text: string): Span | undefined => {
  expression.lastIndex = 0;
  const match = expression.exec(text);
  expression.lastIndex = 0;
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
};

const toneOf = ({ tone }: Facts, ...kinds: readonly ToneKind[]): ToneFinding | undefined =>
  tone.find(({ kind }) => kinds.includes(kind));

const whole = ({ text }: Facts): Span => ({ start: 0, end: text.length });

const acknowledges: Judge = (facts) => {
  if (facts.kind === 'outcome') return undefined;
  const half = toneOf(facts, 'non-apology');
  if (half) return told(half);
  const found = first(acknowledging[facts.language], facts.folded);
  if (found) return met(found);
  return facts.done.includes('acknowledges') ? undefined : missed({ start: 0, end: 0 });
};

const noExcuses: Judge = (facts) => {
  const found = first(excusing[facts.language], facts.folded);
  if (found) return missed(found);
  const blame = toneOf(facts, 'blame', 'defensive');
  return blame ? told(blame) : met(whole(facts));
};

const nextStep: Judge = (facts) => {
  if (facts.kind === 'outcome') return undefined;
  const found = first(stepping[facts.language], facts.folded);
  return found ? met(found) : missed(facts.nowhere);
};

const when: Judge = (facts) => {
  if (facts.kind === 'outcome') return undefined;
  const found = first(timing[facts.language], facts.folded);
  return found ? met(found) : missed(facts.nowhere);
};

/** A name under the letter, or somebody who says who they are. */
const signature = {
  it: /(?:sono|mi chiamo|qui è) +(?:[\p{Lu}][\p{Ll}'’]+)|\n\s*(?:[-–—]\s*)?(?:un saluto,?|a presto,?|saluti,?)?\s*[\p{Lu}][\p{Ll}'’]+(?: [\p{Lu}][\p{Ll}'’]+){0,2}[.,]?[^\n]{0,40}\s*$|(?:[-–—]|(?<=[.!?»”]))\s*[\p{Lu}][\p{Ll}'’]+(?: [\p{Lu}][\p{Ll}'’]+)?[.,]?\s*$/u,
  en: /(?:I['’]m|I am|my name is|this is) +(?:[\p{Lu}][\p{Ll}'’]+)|\n\s*(?:[-–—]\s*)?(?:best,?|regards,?|yours,?)?\s*[\p{Lu}][\p{Ll}'’]+(?: [\p{Lu}][\p{Ll}'’]+){0,2}[.,]?[^\n]{0,40}\s*$|(?:[-–—]|(?<=[.!?»”]))\s*[\p{Lu}][\p{Ll}'’]+(?: [\p{Lu}][\p{Ll}'’]+)?[.,]?\s*$/u,
} as const;
/** A company is nobody. */
const nobody =
  /lo staff|la direzione|il team|servizio clienti|assistenza clienti|the team|the management|customer (?:service|care)|the staff/i;

const personal: Judge = (facts) => {
  const { text, name, language } = facts;
  const firstName = name.trim().split(/\s+/)[0] ?? '';
  const own = firstName.length > 1 ? text.lastIndexOf(firstName) : -1;
  if (own >= 0) return met({ start: own, end: own + firstName.length });
  const signed = signature[language].exec(text);
  if (signed && !nobody.test(signed[0]))
    return met({ start: signed.index, end: signed.index + signed[0].length });
  if (facts.done.includes('personal')) return undefined;
  return missed(facts.nowhere);
};

const stiff: readonly ToneKind[] = [
  'placeholder',
  'over-promising',
  'opening',
  'copy-paste',
  'impersonal',
  'bureaucratic',
  'passive',
  'hype',
  'self-reference',
  'shouting',
  'one-way',
];

const tone: Judge = (facts) => {
  const found = facts.tone.filter(({ kind }) => stiff.includes(kind));
  const worst = found.find(({ level }) => level === 'warning') ?? (found.length > 1 ? found[0] : undefined);
  return worst ? told(worst) : met(whole(facts));
};

const register: Judge = (facts) => {
  const found = toneOf(facts, 'mixed-register', 'other-register');
  return found ? told(found) : met(whole(facts));
};

const noBargain: Judge = (facts) => {
  const found = first(bargaining[facts.language], facts.folded);
  if (found) return missed(found);
  const trade = toneOf(facts, 'inducement');
  return trade ? told(trade) : met(whole(facts));
};

const notInKind: Judge = (facts) => {
  const found = first(striking[facts.language], facts.folded);
  if (found) return missed(found);
  const threat = toneOf(facts, 'threat');
  return threat ? told(threat) : met(whole(facts));
};

/** An address of ours, given so that they can write there: it is before them that a verb invites. */
const ourOwn =
  /(?:\b(?:mi|ci) (?:scriv|chiam|contatt|rispond|mand|telefon)[a-z]*|\b(?:scriv|chiam|contatt|mand|rispond|telefon)(?:imi|ici|ami|aci|atemi|ateci|etemi|eteci)|(?:mio|nostro) numero|(?:write|email|mail|message|call|ring|reach) (?:to )?(?:me|us)|(?:my|our) number)[^.!?\n]{0,40}$/i;

const privacy: Judge = (facts) => {
  if (!facts.isPublic) return undefined;
  const found = findPersonalData(facts.text).find(
    ({ kind, start }) => !((kind === 'email' || kind === 'phone') && ourOwn.test(facts.text.slice(0, start))),
  );
  return found ? missed(found) : met(whole(facts));
};

const place: Judge = (facts) => {
  if (!facts.isPublic) return undefined;
  if (facts.kind === 'outcome') {
    const found = first(ending[facts.language], facts.folded);
    return found ? met(found) : missed(facts.nowhere);
  }
  if (!facts.needsPrivate || facts.kind !== 'answer') return undefined;
  const found = first(inviting[facts.language], facts.folded);
  return found ? met(found) : missed(facts.nowhere);
};

/** Under so many graphemes nothing can have been said to somebody who is unhappy. */
const SHORTEST = 40;

const length: Judge = (facts) => {
  const { text, longest } = facts;
  const count = countGraphemes(text.trim());
  if (count < SHORTEST) return missed(facts.nowhere);
  if (count <= longest) return met(whole(facts));
  return missed({ start: truncateGraphemes(text, longest).length, end: text.length });
};

const judges: readonly { readonly criterion: Criterion; readonly judge: Judge }[] = [
  { criterion: 'acknowledges', judge: acknowledges },
  { criterion: 'no-excuses', judge: noExcuses },
  { criterion: 'next-step', judge: nextStep },
  { criterion: 'when', judge: when },
  { criterion: 'personal', judge: personal },
  { criterion: 'tone', judge: tone },
  { criterion: 'register', judge: register },
  { criterion: 'no-bargain', judge: noBargain },
  { criterion: 'not-in-kind', judge: notInKind },
  { criterion: 'privacy', judge: privacy },
  { criterion: 'place', judge: place },
  { criterion: 'length', judge: length },
];

/** What cannot be made good by anything else in the answer: it does harm. */
export const harmful: readonly Criterion[] = ['no-excuses', 'no-bargain', 'not-in-kind', 'privacy'];
/** What whoever complains waits for. */
export const needed: readonly Criterion[] = ['acknowledges', 'next-step', 'when', 'personal', 'place'];

export type Quality = 'good' | 'partial' | 'harmful';

/** A good answer does no harm and leaves out at most one of the things they wait for. */
export const qualityOf = (missedOnes: readonly Criterion[]): Quality => {
  if (missedOnes.some((one) => harmful.includes(one))) return 'harmful';
  const left = missedOnes.filter((one) => needed.includes(one)).length;
  const manners = missedOnes.length - left;
  return left + Math.max(0, manners - 1) <= 1 ? 'good' : 'partial';
};
