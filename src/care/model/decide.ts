import { err, ok, type Result } from '../../platform/result.ts';
import type { Case } from './case.ts';
import type { CaseEvent, HandOverPlace, OfferKind, UndoReason, UnfoundedReason } from './case-event.ts';
import { afterStep, type CaseState, type Step } from './case-states.ts';
import type { Gravity } from './gravity.ts';

/** What somebody wants done with a case. Words are named by their `textId`, never held. */
export type CaseCommand =
  | { readonly step: 'acknowledge'; readonly mentionId: string | null; readonly isPublic: boolean }
  | { readonly step: 'understand'; readonly textId: string | null }
  | {
      readonly step: 'offer';
      readonly offer: OfferKind;
      readonly costCents: number;
      readonly textId: string | null;
    }
  | { readonly step: 'resolve'; readonly textId: string | null }
  | { readonly step: 'confirm'; readonly mentionId: string | null }
  | { readonly step: 'reopen'; readonly mentionId: string | null; readonly textId: string | null }
  | { readonly step: 'close'; readonly textId: string | null }
  | { readonly step: 'find-unfounded'; readonly reason: UnfoundedReason; readonly textId: string | null }
  | { readonly step: 'hand-over'; readonly to: HandOverPlace; readonly textId: string | null }
  | { readonly step: 'undo'; readonly reason: UndoReason; readonly into: string | null }
  | { readonly step: 'restore' }
  /** A person of ours spoke to one of its people. */
  | { readonly step: 'answer'; readonly mentionId: string | null; readonly isPublic: boolean }
  | { readonly step: 'choose-gravity'; readonly gravity: Gravity | null; readonly textId: string | null }
  | { readonly step: 'assign'; readonly ownerId: string | null }
  | { readonly step: 'set-deadline'; readonly dueAt: string | null }
  | { readonly step: 'file'; readonly causeId: string | null }
  | {
      readonly step: 'link';
      readonly product: string | null;
      readonly batch: string | null;
      readonly orderReference: string | null;
    }
  | { readonly step: 'note'; readonly side: 'private' | 'public'; readonly textId: string | null }
  | { readonly step: 'praise'; readonly mentionId: string };

export type Refusal =
  | { readonly kind: 'not-from-here'; readonly state: CaseState; readonly step: CaseCommand['step'] }
  /** Nothing would be otherwise. */
  | { readonly kind: 'no-change' };

/** What a command makes happen in this case, or why it cannot. Pure: nothing is written. */
export const decide = (one: Case, command: CaseCommand): Result<readonly CaseEvent[], Refusal> => {
  const event = eventOf(command);
  const refused: Refusal = { kind: 'not-from-here', state: one.state, step: command.step };
  switch (command.step) {
    case 'answer':
      if (one.state === 'undone') return err(refused);
      return ok([one.state === 'reported' ? ({ ...event, kind: 'acknowledged' } as CaseEvent) : event]);
    case 'praise':
      if (one.state === 'undone' || one.praisedAt !== null) return err({ kind: 'no-change' });
      return ok([event]);
    case 'assign':
    case 'set-deadline':
    case 'file':
    case 'link':
    case 'choose-gravity':
    case 'note':
      if (one.state === 'undone') return err(refused);
      return isSame(one, command) ? err({ kind: 'no-change' }) : ok([event]);
    case 'restore':
      // What went on in another case has nothing to come back with.
      return one.state === 'undone' && one.mentions > 0 ? ok([event]) : err(refused);
    default:
      return afterStep(one.state, command.step satisfies Step) ? ok([event]) : err(refused);
  }
};

const isSame = (one: Case, command: CaseCommand): boolean =>
  (command.step === 'assign' && command.ownerId === one.ownerId) ||
  (command.step === 'set-deadline' && (command.dueAt ?? null) === (one.dueAt?.toISOString() ?? null)) ||
  (command.step === 'file' && command.causeId === one.causeId) ||
  (command.step === 'choose-gravity' && command.gravity === one.gravityChosen) ||
  (command.step === 'link' &&
    command.product === one.product &&
    command.batch === one.batch &&
    command.orderReference === one.orderReference);

const eventKinds = {
  acknowledge: 'acknowledged',
  understand: 'understood',
  offer: 'offered',
  resolve: 'resolved',
  confirm: 'confirmed',
  reopen: 'reopened',
  close: 'closed',
  'find-unfounded': 'found-unfounded',
  'hand-over': 'handed-over',
  undo: 'undone',
  restore: 'restored',
  answer: 'answered',
  'choose-gravity': 'gravity-chosen',
  assign: 'assigned',
  'set-deadline': 'deadline-set',
  file: 'filed',
  link: 'linked',
  note: 'noted',
  praise: 'praised',
} as const satisfies Readonly<Record<CaseCommand['step'], CaseEvent['kind']>>;

/** Commands are named for what is asked, events for what happened; what they carry is the same. */
const eventOf = ({ step, ...facts }: CaseCommand): CaseEvent =>
  ({ kind: eventKinds[step], ...facts }) as CaseEvent;
