import type { InBoth } from '../../app/language.tsx';

/** How far the path of a relationship has come, in its order. */
export const stages = ['noticed', 'conversed', 'met', 'involved', 'co-created', 'advocates'] as const;
export type Stage = (typeof stages)[number];

/** What somebody has said about being known and spoken to. */
export const consents = ['unknown', 'agreed', 'quiet', 'objected'] as const;
export type Consent = (typeof consents)[number];

/** Somebody outside the company, as a list shows them. */
export type ContactRow = {
  readonly id: string;
  readonly name: string;
  readonly company: string | null;
  readonly place: string | null;
  readonly channels: readonly string[];
  readonly stage: Stage;
  /** From 0 to 1. */
  readonly strength: number;
  readonly lastAt: string | null;
  readonly circle: CircleLink | null;
  readonly consent: Consent;
  readonly why: InBoth | null;
};

export type CircleLink = { readonly id: string; readonly name: InBoth | string };

export type ContactList = {
  readonly contacts: readonly ContactRow[];
  readonly next: string | null;
  readonly count?: number;
};

/** One account of theirs on one channel. */
export type Identity = {
  readonly id: string;
  readonly channel: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly url: string | null;
  readonly profiling: boolean;
};

export type Contact = {
  readonly id: string;
  readonly name: string;
  readonly company: string | null;
  readonly role: string | null;
  readonly place: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly consent: Consent;
  readonly consentAt: string | null;
  readonly consentNote: string | null;
};

export const scoreNames = [
  'strength',
  'reciprocity',
  'credibility',
  'relevance',
  'responsiveness',
  'reachBand',
  'middle',
] as const;
export type ScoreName = (typeof scoreNames)[number];
/** From 0 to 1, and what that means in a sentence. */
export type Score = { readonly value: number | null; readonly says: InBoth };

export type Step = { readonly contact?: ContactRow | null; readonly person?: Colleague | null };
export type Colleague = { readonly personId: string; readonly name: string };

export const giftKinds = ['gift', 'sample', 'trial', 'travel', 'payment'] as const;
export type GiftKind = (typeof giftKinds)[number];
export type Gift = {
  readonly id: string;
  readonly kind: GiftKind;
  readonly what: string;
  readonly valueCents: number | null;
  readonly at: string;
  /** What to tell the person when it is given. */
  readonly disclosure: InBoth;
  /** What stands at the beginning of whatever they publish. */
  readonly label: InBoth;
  readonly tags: readonly string[];
  readonly warning: InBoth | null;
};

export type Merge = {
  readonly id: string;
  readonly absorbedName?: string | null;
  readonly reason: string;
  readonly at: string;
  readonly undoneAt: string | null;
};

/** Everything that the company knows of one person. */
export type ContactDetail = {
  readonly contact: Contact;
  readonly identities: readonly Identity[];
  readonly scores: Readonly<Partial<Record<ScoreName, Score>>> | null;
  readonly stage: {
    readonly now: Stage;
    readonly since: string | null;
    readonly next: InBoth | null;
    readonly path: readonly { readonly stage: Stage; readonly at: string }[];
  };
  readonly ties: readonly {
    readonly contact: ContactRow;
    readonly strength: number;
    readonly sentence: InBoth;
  }[];
  readonly circle: CircleLink | null;
  readonly knownBy: readonly (Colleague & { readonly count: number; readonly lastAt: string | null })[];
  readonly introductions: readonly {
    readonly path: readonly Step[];
    readonly strength: number;
    readonly says: InBoth;
  }[];
  readonly cares: readonly { readonly word: string; readonly count: number }[];
  readonly gifts: readonly Gift[];
  readonly threads: readonly {
    readonly id: string;
    readonly subject: string | null;
    readonly preview: string;
    readonly lastAt: string;
  }[];
  readonly merges: readonly Merge[];
};

/** One thing that happened between them and us, or between them and others. */
export type StoryEntry = {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly direction: 'in' | 'out' | 'between';
  readonly channel: string;
  readonly text?: string | null;
  readonly mentionId?: string | null;
  readonly threadId?: string | null;
  readonly personName?: string | null;
  /** Noted by a colleague: may be taken away. */
  readonly byHand?: boolean;
  readonly with?: { readonly id: string; readonly name: string } | string | null;
};
export type StoryPage = { readonly entries: readonly StoryEntry[]; readonly next: string | null };

/** Two people who may be one, and what speaks for it. */
export type Suggestion = {
  readonly a: ContactRow;
  readonly b: ContactRow;
  readonly evidence: readonly { readonly kind: string; readonly says: InBoth }[];
  readonly certainty: number;
};

export type ImportFormat = 'csv' | 'graphml' | 'archive';
export const importKinds = ['contacts', 'followers', 'interactions'] as const;
export type ImportKind = (typeof importKinds)[number];
export type ImportReport = {
  readonly read: number;
  readonly added: number;
  readonly known: number;
  readonly problems: readonly { readonly line: number; readonly says: InBoth }[];
  readonly refused: number;
};
/** What was erased, in figures and in a sentence; it names nobody. */
export type Receipt = {
  readonly erasedAt: string;
  readonly what: Readonly<Record<ReceiptPart, number>> & { readonly says: InBoth };
};
export const receiptParts = [
  'accounts',
  'mentions',
  'versions',
  'raw',
  'quotes',
  'evidence',
  'interactions',
  'scores',
  'choices',
  'gifts',
] as const;
export type ReceiptPart = (typeof receiptParts)[number];
