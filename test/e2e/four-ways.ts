import { desk, phone } from '../harness/browser.ts';

/**
 * Each pair of language, theme and size, once: what goes wrong for two of them together is seen, in half of the
 * visits that all eight together would take (an orthogonal array of strength two: Hedayat, Sloane and Stufken, 1999).
 */
export const fourWays = [
  { language: 'it', theme: 'light', name: 'desk', size: desk },
  { language: 'it', theme: 'dark', name: 'phone', size: phone },
  { language: 'en', theme: 'light', name: 'phone', size: phone },
  { language: 'en', theme: 'dark', name: 'desk', size: desk },
] as const;
