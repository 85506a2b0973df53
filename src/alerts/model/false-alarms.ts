/** How many false alarms a person accepts from a rule: at most one in this time. */
export const falseAlarms = ['week', 'month', 'quarter'] as const;
export type FalseAlarms = (typeof falseAlarms)[number];

/** Hours: an average month is a twelfth of 365.25 days. */
export const hoursBetween: Readonly<Record<FalseAlarms, number>> = {
  week: 168,
  month: 730.5,
  quarter: 2191.5,
};
