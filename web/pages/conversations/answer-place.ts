import type { MentionView } from './views.ts';

/** Platforms that send us mail of what is written there, by the hosts of their links. */
const places: readonly (readonly [host: string, name: string])[] = [
  ['google.com', 'Google'],
  ['google.it', 'Google'],
  ['tripadvisor.com', 'TripAdvisor'],
  ['tripadvisor.it', 'TripAdvisor'],
  ['trustpilot.com', 'Trustpilot'],
  ['booking.com', 'Booking.com'],
  ['facebook.com', 'Facebook'],
];

/** Where something is answered that reached us by mail, as people call it; undefined for everything else. */
export const answerPlaceOf = ({ channel, form, url }: MentionView): string | undefined => {
  if (channel !== 'mail' || form === 'message' || url === null) return undefined;
  const host = URL.parse(url)?.hostname ?? '';
  return places.find(([each]) => host === each || host.endsWith(`.${each}`))?.[1];
};
