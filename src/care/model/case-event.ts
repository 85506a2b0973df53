import type { Gravity, GravityReason } from './gravity.ts';

export const offerKinds = ['refund', 'replacement', 'apology', 'visit', 'other'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** Why a complaint has no ground; none of them is "we do not like it". */
export const unfoundedReasons = [
  'other-company',
  'never-a-customer',
  'did-not-happen',
  'false-review',
  'illicit',
] as const;
export type UnfoundedReason = (typeof unfoundedReasons)[number];

/** Why something was no case at all. `joined`: it is the same story as another case, and goes on there. */
export const undoReasons = ['no-complaint', 'not-about-us', 'a-trial', 'joined'] as const;
export type UndoReason = (typeof undoReasons)[number];

export const handOverPlaces = [
  'supplier',
  'carrier',
  'insurer',
  'association',
  'authority',
  'other',
] as const;
export type HandOverPlace = (typeof handOverPlaces)[number];

export type CaseMention = {
  readonly id: string;
  /** Who said it, as the channel knows them: an id, never a name. */
  readonly authorId: string;
  readonly channel: string;
  readonly saidAt: string;
  readonly isPublic: boolean;
};

/**
 * What happened in a case, in the order in which we came to know of it. Ids, figures and choices only: whatever people wrote is kept
 * apart under its `textId`, so that it can be forgotten while the figures stay.
 */
export type CaseEvent =
  | { readonly kind: 'reported'; readonly by: 'hand' | 'language'; readonly channel: string }
  | {
      readonly kind: 'mentions-joined';
      readonly mentions: readonly CaseMention[];
      /** How many of their authors were not in this case so far. */
      readonly newPeople: number;
    }
  | { readonly kind: 'mentions-left'; readonly mentionIds: readonly string[]; readonly fewerPeople: number }
  | {
      readonly kind: 'gravity-assessed';
      readonly gravity: Gravity;
      readonly reasons: readonly GravityReason[];
    }
  | { readonly kind: 'gravity-chosen'; readonly gravity: Gravity | null; readonly textId: string | null }
  | { readonly kind: 'acknowledged'; readonly mentionId: string | null; readonly isPublic: boolean }
  | { readonly kind: 'answered'; readonly mentionId: string | null; readonly isPublic: boolean }
  | { readonly kind: 'understood'; readonly textId: string | null }
  | {
      readonly kind: 'offered';
      readonly offer: OfferKind;
      readonly costCents: number;
      readonly textId: string | null;
    }
  | { readonly kind: 'resolved'; readonly textId: string | null }
  | { readonly kind: 'confirmed'; readonly mentionId: string | null }
  | { readonly kind: 'reopened'; readonly mentionId: string | null; readonly textId: string | null }
  | { readonly kind: 'closed'; readonly textId: string | null }
  | { readonly kind: 'found-unfounded'; readonly reason: UnfoundedReason; readonly textId: string | null }
  | { readonly kind: 'handed-over'; readonly to: HandOverPlace; readonly textId: string | null }
  | { readonly kind: 'undone'; readonly reason: UndoReason; readonly into: string | null }
  | { readonly kind: 'restored' }
  | { readonly kind: 'assigned'; readonly ownerId: string | null }
  /** `reckoned`: by the company's calendar, where nobody chose it; such a one is reckoned anew when the calendar changes. */
  | { readonly kind: 'deadline-set'; readonly dueAt: string | null; readonly reckoned?: true }
  | { readonly kind: 'filed'; readonly causeId: string | null }
  | {
      readonly kind: 'linked';
      readonly product: string | null;
      readonly batch: string | null;
      readonly orderReference: string | null;
    }
  | { readonly kind: 'noted'; readonly side: 'private' | 'public'; readonly textId: string | null }
  | { readonly kind: 'praised'; readonly mentionId: string };

export type CaseEventKind = CaseEvent['kind'];

/** An event with its place in the history: `at` is when it happened, which may be before we wrote it down. */
export type Recorded = {
  readonly version: number;
  readonly at: Date;
  readonly event: CaseEvent;
};
