import type { DiscourseContext } from './client.ts';

/** What `normalise` needs to know besides a post. */
export const contextOf = ({ settings, clock }: DiscourseContext): Readonly<Record<string, string>> => ({
  site: settings.site,
  username: settings.username,
  fetchedAt: clock.now().toISOString(),
});
