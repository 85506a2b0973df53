/** When a desk is open, by the clock on its wall. */
export type DeskHours = {
  /** Monday first: spans of minutes since midnight, in their order and apart from each other; a closed day has none. */
  readonly week: readonly (readonly OpenSpan[])[];
  /** Closed on the national holidays of Italy, Easter Monday included. */
  readonly holidays: boolean;
  /** The day of the town's patron saint, `MM-DD`; null when it is a working day. */
  readonly patronDay: string | null;
  /** Other days on which nobody is there, `YYYY-MM-DD`. */
  readonly closedDays: readonly string[];
};

export type OpenSpan = { readonly from: number; readonly to: number };

const officeDay: readonly OpenSpan[] = [
  { from: 9 * 60, to: 13 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];

/** Until the company says otherwise: office hours, Monday to Friday. */
export const usualHours: DeskHours = {
  week: [officeDay, officeDay, officeDay, officeDay, officeDay, [], []],
  holidays: true,
  patronDay: null,
  closedDays: [],
};
