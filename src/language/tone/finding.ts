/** What can be found in a draft, in the order in which a person would want to mend it. */
export const toneKinds = [
  'threat',
  'inducement',
  'placeholder',
  'blame',
  'non-apology',
  'over-promising',
  'missing-regret',
  'missing-next-step',
  'missing-person',
  'missing-thanks',
  'missing-name',
  'defensive',
  'opening',
  'copy-paste',
  'mixed-register',
  'other-register',
  'impersonal',
  'bureaucratic',
  'passive',
  'hype',
  'self-reference',
  'one-way',
  'shouting',
] as const;

export type ToneKind = (typeof toneKinds)[number];

/** A warning can hurt somebody or us; a hint makes the text warmer. */
export type ToneLevel = 'hint' | 'warning';

export type Language = 'it' | 'en';

/** How Italian addresses a person. English has one way only, and ignores it. */
export type Register = 'tu' | 'lei' | 'voi';

export type Bilingual = { readonly it: string; readonly en: string };

/**
 * Another way to say it, in the language of the draft: `text` takes the place of [start, end), which may differ a
 * little from the words pointed at. When `ready` is false the text holds "…" and is for the author to complete.
 */
export type ToneProposal = {
  readonly lang: Language;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly ready: boolean;
};

/** Offsets are UTF-16 units of the original text; `start === end` says where something is missing. */
export type ToneFinding = {
  readonly kind: ToneKind;
  readonly level: ToneLevel;
  readonly start: number;
  readonly end: number;
  readonly why: Bilingual;
  readonly proposal?: ToneProposal;
};
