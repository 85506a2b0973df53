import type { Platform } from '../../platform/platform.ts';
import type { PublicStatus } from '../model/status-page.ts';
import { readStatus } from '../store/crisis-parts.ts';
import { readPublicCrisis } from '../store/public-crisis.ts';

/** After its end the page stays as long as this (ms), so that nobody finds nothing where they were told to look. */
const STAYS_MS = 14 * 24 * 3_600_000;

/** What the company says to everybody; undefined when there is no crisis, or when it has not chosen to. */
export const readPublicStatus = async (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  slug: string,
): Promise<PublicStatus | undefined> => {
  const since = new Date(clock.now().getTime() - STAYS_MS);
  const found = await database.asInstallation((tx) => readPublicCrisis(tx, slug, since));
  if (!found) return undefined;
  const { workspaceId, crisisId, company, timeZone, state, declaredAt, closedAt } = found;
  const rows = await database.inWorkspace(workspaceId, (tx) => readStatus(tx, workspaceId, crisisId));
  return {
    company,
    slug,
    timeZone,
    isOn: state === 'declared',
    since: declaredAt,
    until: closedAt,
    said: rows.map(({ italian, english, publishedAt }) => ({ italian, english, at: publishedAt })),
  };
};
