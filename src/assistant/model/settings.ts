import type { Prices } from './cost.ts';

export type AssistantSettings = Prices & {
  readonly enabled: boolean;
  readonly baseUrl: string;
  readonly model: string;
  readonly sealedKey: string | null;
  readonly forUncertain: boolean;
  readonly forDrafts: boolean;
  readonly monthlyCap: number | null;
  readonly timeoutSeconds: number;
};

/** As it comes: nobody is asked anything. */
export const noAssistant: AssistantSettings = {
  enabled: false,
  baseUrl: '',
  model: '',
  sealedKey: null,
  forUncertain: false,
  forDrafts: true,
  priceIn: 0,
  priceOut: 0,
  monthlyCap: 5,
  timeoutSeconds: 30,
};

export type Purpose = 'draft' | 'reading' | 'check';

/** Whether the company wants the model for this; a trial is always wanted. */
export const isWanted = (settings: AssistantSettings, purpose: Purpose): boolean => {
  if (purpose === 'check') return true;
  return settings.enabled && (purpose === 'draft' ? settings.forDrafts : settings.forUncertain);
};

/** The key is bound to its workspace: moved to another it does not open. */
export const keyPurpose = (workspaceId: string): string => `assistant:${workspaceId}`;

/** Where the questions go. */
export const completionsUrl = (baseUrl: string): string => `${baseUrl.replace(/\/+$/, '')}/chat/completions`;

/** A key is for the server that it was given for. */
export const isSameServer = (one: string, other: string): boolean => {
  const [first, second] = [URL.parse(one), URL.parse(other)];
  return first !== null && second !== null && first.origin === second.origin;
};

/** In the clear only inside the house: by a literal address, or the name of this machine. */
export const isCarriedSafely = (baseUrl: string): boolean => {
  const url = URL.parse(baseUrl);
  if (!url) return false;
  return url.protocol === 'https:' || /^(?:localhost|[\d.]+|\[[\da-f:.]+\])$/i.test(url.hostname);
};
