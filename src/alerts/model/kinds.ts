/** Of what a company can be told. */
export const alertKinds = ['spike', 'polarity', 'aspect', 'silence', 'reach', 'phrase'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** The kinds that count and compare: their false alarms can be chosen. */
export const countingKinds: ReadonlySet<AlertKind> = new Set(['spike', 'polarity', 'aspect', 'silence']);

/** What a company is told without having asked for more, from its first watch on. */
export const usualKinds: ReadonlySet<AlertKind> = new Set(['spike', 'polarity', 'silence', 'reach']);

/** Followers: the audience of a small local paper. */
export const USUAL_REACH = 5_000;

/** Everything heard by a watch; what was read of it; else a mark of readings. */
export const HEARD = 'heard';
export const READ = 'read';
