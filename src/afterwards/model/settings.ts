import type { Register, Scale, Way } from './asking.ts';

export type AskingSettings = {
  readonly isOn: boolean;
  /** Channels on which the question leaves by itself. */
  readonly automaticOn: readonly string[];
  /** Working minutes. */
  readonly delayMinutes: number;
  readonly quietDays: number;
  readonly way: Way;
  readonly scale: Scale;
  readonly register: Register;
  readonly asksInPublic: boolean;
};

export const usualSettings: AskingSettings = {
  isOn: false,
  automaticOn: [],
  delayMinutes: 480,
  quietDays: 90,
  way: 'reply',
  scale: 5,
  register: 'lei',
  asksInPublic: false,
};

/** Until when an answer counts, and a page can be changed. Days. */
export const OPEN_DAYS = 30;
/** How long words given on the page are kept. Days. */
export const WORDS_DAYS = 730;
export const DAY_MS = 86_400_000;
