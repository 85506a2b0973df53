import { channels } from '../../channels/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAccountsToLookAt, saveLookedAt } from '../store/evidence-rows.ts';
import { companiesWithPeople } from '../store/rebuilding.ts';
import { mayProfile } from './know-people.ts';
import { lookAtAccount } from './look-at-account.ts';

/** Accounts of a company in a night: each takes up to seven requests to other people's servers. */
const MOST_A_NIGHT = 60;
/** Days after which an account is looked at again. */
const AGAIN_AFTER = 60;
const DAY_MS = 86_400_000;

type Ground = Pick<Platform, 'database' | 'clock' | 'http'>;

/**
 * Looks at the pages of people who have spoken with us, for what says that two accounts are one person: links both ways and
 * pictures. Nothing is merged by it. One page after the other, capped; nothing of channels whose terms forbid profiles.
 */
export const gatherEvidence = async (platform: Ground, workspaceId: WorkspaceId): Promise<number> => {
  const { database, clock, http } = platform;
  const allowed = channels.map(({ manifest }) => manifest.id).filter(mayProfile);
  const since = new Date(clock.now().getTime() - AGAIN_AFTER * DAY_MS);
  const accounts = await database.inWorkspace(workspaceId, (tx) =>
    readAccountsToLookAt(tx, workspaceId, allowed, since, MOST_A_NIGHT),
  );
  for (const account of accounts) {
    const seen = await lookAtAccount(http, account);
    await database.inWorkspace(workspaceId, (tx) => saveLookedAt(tx, workspaceId, [seen], clock.now()));
  }
  return accounts.length;
};

export const evidenceJob = (platform: Ground): JobDefinition => ({
  name: 'relations.evidence',
  cron: '41 2 * * *',
  retries: 0,
  handle: async () => {
    const companies = await platform.database.asInstallation(companiesWithPeople);
    for (const workspaceId of companies) await gatherEvidence(platform, workspaceId);
  },
});
