import type { CaseEvent, Recorded } from './case-event.ts';
import { type CaseState, ended } from './case-states.ts';
import type { Gravity, GravityReason } from './gravity.ts';

/** A case as its history makes it. The row in the database is this and nothing else. */
export type Case = {
  readonly version: number;
  readonly state: CaseState;
  readonly openedBy: 'hand' | 'language';
  readonly channel: string;
  /** When it was first said, by the channel's clock. */
  readonly reportedAt: Date;
  /** When a person of ours first answered; null until then. */
  readonly firstAnswerAt: Date | null;
  readonly answers: number;
  /** Answers given until it was solved for the first time. */
  readonly answersToSolve: number | null;
  /** When it was solved for the first time; null until then. */
  readonly firstSolvedAt: Date | null;
  /** When it was solved, if it stands so. */
  readonly solvedAt: Date | null;
  readonly confirmedAt: Date | null;
  /** When nothing was waited for from us any more; null while something is. */
  readonly endedAt: Date | null;
  readonly reopened: number;
  /** When one of its people praised us, within 90 days of the end. */
  readonly praisedAt: Date | null;
  readonly gravity: Gravity;
  readonly gravityReasons: readonly GravityReason[];
  /** What a person said that it is, against the reckoning; null where they did not. */
  readonly gravityChosen: Gravity | null;
  readonly ownerId: string | null;
  readonly dueAt: Date | null;
  readonly causeId: string | null;
  readonly product: string | null;
  readonly batch: string | null;
  readonly orderReference: string | null;
  readonly mentions: number;
  readonly people: number;
  readonly costCents: number;
};

export const newCase: Case = {
  version: 0,
  state: 'reported',
  openedBy: 'hand',
  channel: '',
  reportedAt: new Date(0),
  firstAnswerAt: null,
  answers: 0,
  answersToSolve: null,
  firstSolvedAt: null,
  solvedAt: null,
  confirmedAt: null,
  endedAt: null,
  reopened: 0,
  praisedAt: null,
  gravity: 1,
  gravityReasons: [],
  gravityChosen: null,
  ownerId: null,
  dueAt: null,
  causeId: null,
  product: null,
  batch: null,
  orderReference: null,
  mentions: 0,
  people: 0,
  costCents: 0,
};

/** The case after one more thing happened. */
export const evolve = (one: Case, { version, at, event }: Recorded): Case => ({
  ...one,
  ...changeOf(one, event, at),
  version,
});

/** The case that a history makes. */
export const foldCase = (history: readonly Recorded[]): Case => history.reduce(evolve, newCase);

const changeOf = (one: Case, event: CaseEvent, at: Date): Partial<Case> => {
  switch (event.kind) {
    case 'reported':
      return { state: 'reported', openedBy: event.by, channel: event.channel, reportedAt: at };
    case 'mentions-joined':
      return { mentions: one.mentions + event.mentions.length, people: one.people + event.newPeople };
    case 'mentions-left':
      return {
        mentions: one.mentions - event.mentionIds.length,
        people: one.people - event.fewerPeople,
      };
    case 'gravity-assessed':
      return { gravity: event.gravity, gravityReasons: event.reasons };
    case 'gravity-chosen':
      return { gravityChosen: event.gravity };
    case 'acknowledged':
      return { ...answeredAt(one, at), state: 'acknowledged' };
    case 'answered':
      return answeredAt(one, at);
    case 'understood':
      return moved('understood', at);
    case 'offered':
      return { ...moved('offered', at), costCents: one.costCents + event.costCents };
    case 'resolved':
      return {
        ...moved('resolved', at),
        solvedAt: at,
        firstSolvedAt: one.firstSolvedAt ?? at,
        answersToSolve: one.answersToSolve ?? one.answers,
      };
    case 'confirmed':
      return { state: 'confirmed', confirmedAt: at };
    case 'reopened':
      return {
        ...moved('reopened', at),
        solvedAt: null,
        confirmedAt: null,
        reopened: one.reopened + 1,
      };
    case 'closed':
      return { ...moved('closed', at), solvedAt: null };
    case 'found-unfounded':
      return moved('unfounded', at);
    case 'handed-over':
      return moved('handed-over', at);
    case 'undone':
      return moved('undone', at);
    case 'restored':
      return moved('reported', at);
    case 'assigned':
      return { ownerId: event.ownerId };
    case 'deadline-set':
      return { dueAt: event.dueAt === null ? null : new Date(event.dueAt) };
    case 'filed':
      return { causeId: event.causeId };
    case 'linked':
      return { product: event.product, batch: event.batch, orderReference: event.orderReference };
    case 'praised':
      return { praisedAt: one.praisedAt ?? at };
    case 'noted':
      return {};
  }
};

const moved = (state: CaseState, at: Date): Partial<Case> => ({
  state,
  endedAt: ended.has(state) ? at : null,
});

const answeredAt = (one: Case, at: Date): Partial<Case> => ({
  answers: one.answers + 1,
  firstAnswerAt: one.firstAnswerAt === null || at < one.firstAnswerAt ? at : one.firstAnswerAt,
});

/** What counts: what a person said, else what was reckoned. */
export const gravityOf = (one: Pick<Case, 'gravity' | 'gravityChosen'>): Gravity =>
  one.gravityChosen ?? one.gravity;
