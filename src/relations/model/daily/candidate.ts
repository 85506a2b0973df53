import type { Words } from '../../../channels/index.ts';

/** What a person let us know about being written to. `quiet`: no urging of ours; `objected`: no score, no list. */
export type Consent = 'unknown' | 'agreed' | 'quiet' | 'objected';

/** Their last words to us, and what was read in them. */
export type LastWords = {
  readonly mentionId: string;
  readonly threadId: string | null;
  readonly at: Date;
  readonly channel: string;
  /** Others can read them. */
  readonly isPublic: boolean;
  readonly needsReply: boolean;
  readonly question: boolean;
  readonly thanks: boolean;
  readonly praise: boolean;
  readonly complaint: boolean;
  /** They say that they will not come back, or are still unhappy after what we said. */
  readonly leftUnhappy: boolean;
  /** When one of us answered these words; null: nobody has. */
  readonly answeredAt: Date | null;
  /** In whose hands the conversation is. */
  readonly assigneeId: string | null;
};

/** The tie between us and them, as it is now. */
export type OurTie = {
  /** 0..1, a percentile among our ties. */
  readonly strength: number;
  /** -1..1: how much of the strength was lost (below zero) or gained in the last quarter. */
  readonly trend: number;
  /** Days that usually pass between two contacts (`usualGap`); null: too few to tell. */
  readonly usualDays: number | null;
  readonly lastAt: Date | null;
};

/** They stand between us and a circle where we know few. */
export type Bridge = {
  readonly circle: { readonly id: string; readonly name: Words };
  readonly size: number;
  /** People of that circle with whom we have a tie. */
  readonly weKnow: number;
  readonly theyKnow: number;
};

/** They could make us meet somebody: both ties of the path are strong, and between us and the other there is none. */
export type RipeIntroduction = {
  readonly other: { readonly contactId: string; readonly name: string; readonly consent: Consent };
  /** 0..1 of the tie on this side, and of that on the other. */
  readonly strengths: readonly [number, number];
};

/** We could make two people meet whom we know both, who do not know each other and move among the same people. */
export type RipeMeeting = {
  readonly other: { readonly contactId: string; readonly name: string; readonly consent: Consent };
  /** 0..1 of our tie with each. */
  readonly strengths: readonly [number, number];
  /** Acquaintances that they have in common. */
  readonly common: number;
};

/** A weak tie of ours that is worth nurturing (model/ties/weak-ties.ts). */
export type WeakTieOfOurs = {
  /** Null: they are in none. */
  readonly circle: { readonly id: string; readonly name: Words } | null;
  /** 0..1 */
  readonly overlap: number;
  /** People of that circle with whom we have a tie, they among them. */
  readonly joining: number;
};

/** The day of a first meeting or of a first thing made together. */
export type Anniversary = {
  readonly kind: 'met' | 'made';
  /** YYYY-MM-DD. */
  readonly since: string;
  /** What was made, in the company's own words. */
  readonly what?: string;
};

/** All that is known of a person for the question "why today?". Facts only: the rules are here, the reading elsewhere. */
export type Candidate = {
  readonly contactId: string;
  readonly name: string;
  readonly consent: Consent;
  readonly said: LastWords | null;
  readonly tie: OurTie | null;
  readonly bridge: Bridge | null;
  readonly introduction: RipeIntroduction | null;
  readonly meeting: RipeMeeting | null;
  readonly weakTie: WeakTieOfOurs | null;
  readonly anniversary: Anniversary | null;
  /** Colleagues who have spoken with them. */
  readonly knownBy: readonly {
    readonly personId: string;
    readonly count: number;
    readonly lastAt: Date | null;
  }[];
  /** Where they can be reached, the preferred first. */
  readonly channels: readonly { readonly channel: string; readonly isPublic: boolean }[];
  readonly canCall: boolean;
  readonly metInPerson: boolean;
  /** When one of us last wrote to them or met them, of our own accord or not. */
  readonly lastContactedAt: Date | null;
};
