import { type InteractionKind, kindValues } from '../interactions/kinds.ts';

/** What a company says that kinds of interaction are worth, where it is not the usual. */
export type OwnValues = Partial<Readonly<Record<InteractionKind, number>>>;

/** What an event of a kind is worth before it fades: a company’s own number where it is one of at least zero, else the usual. */
export const valueOfKind = (kind: InteractionKind, own: OwnValues = {}): number => {
  const value = own[kind];
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : kindValues[kind];
};
