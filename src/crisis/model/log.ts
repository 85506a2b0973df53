/** What a log of decisions holds. `decision` and `note` are written by people; the others follow from what they did. */
export const logKinds = [
  'proposed',
  'declared',
  'dismissed',
  'line',
  'decision',
  'note',
  'team',
  'duty',
  'status',
  'status-shown',
  'status-hidden',
  'closed',
  'reopened',
  'reviewed',
] as const;
export type LogKind = (typeof logKinds)[number];
