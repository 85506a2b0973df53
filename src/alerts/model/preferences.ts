/** When a way is used: at once, with the others in the daily digest, never. */
export const moments = ['now', 'digest', 'never'] as const;
type Moment = (typeof moments)[number];

export const ways = ['mail', 'telegram', 'push', 'webhook'] as const;

export const deliveryStates = ['waiting', 'sent', 'failed'] as const;

export type Preferences = {
  readonly mail: Moment;
  readonly telegram: Moment;
  readonly push: Moment;
  readonly telegramChat: string | null;
  /** Minutes of the person's day; null together. */
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly digestHour: number;
};

/** Until somebody chooses: a mail a day, on a device that they allow at once, quiet at night. */
export const usualPreferences: Preferences = {
  mail: 'digest',
  telegram: 'now',
  push: 'now',
  telegramChat: null,
  quietFrom: 22 * 60,
  quietUntil: 7 * 60,
  digestHour: 8,
};
