import type { PersonId } from '../../platform/ids.ts';

export const languages = ['it', 'en'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['calm', 'compact'] as const;

/** Whoever is signed in, with the settings that are theirs in every company. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly language: (typeof languages)[number];
  /** IANA name, such as `Europe/Rome`. */
  readonly timeZone: string;
  readonly theme: (typeof themes)[number];
  readonly density: (typeof densities)[number];
  /** Whether signing in asks for a second factor. */
  readonly twoFactor: boolean;
};

/** One address, one account: however it was typed. */
export const normaliseEmail = (typed: string): string => typed.trim().toLowerCase();

/** Characters. Long beats complicated (NIST SP 800-63B-4, 3.1.1.2). */
export const passwordLength = { least: 10, most: 128 } as const;

/** True for a name of the IANA time zone database that this machine knows; offsets such as `+02:00` are not places. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};
