import { audit } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type WarningDays, warningDue } from '../../platform/time/expiry-warning.ts';
import { lockConnection, updateConnection } from '../store/connections.ts';
import { type Ending, selectEnding } from '../store/expiring.ts';
import { mailOfExpiry } from './mail-of-expiry.ts';
import { noteHealth } from './note-health.ts';
import { openConnection } from './open-connection.ts';
import { tellConnectionChanged } from './tell-connection-changed.ts';

const HOUR_MS = 3_600_000;
/** A day more than the first warning, so that what can be renewed has been before anybody is told. */
const AHEAD_MS = 15 * 24 * HOUR_MS;
/** What renews itself shows it here; once in so long is enough. */
const LOOK_EVERY_MS = 20 * HOUR_MS;

/**
 * Looks after permissions that end soon, of all companies: tries first whether they renew by themselves (a check does that), then warns people
 * 14, 7 and 1 days before, each once: on the channel's card, on today's page and by mail.
 */
export const watchExpiry = async (platform: Platform): Promise<void> => {
  const before = new Date(platform.clock.now().getTime() + AHEAD_MS);
  const ending = await platform.database.asInstallation((tx) => selectEnding(tx, before));
  for (const whose of ending) {
    await renewIfPossible(platform, whose).catch((error: unknown) =>
      platform.log.error(
        { connection: whose.connectionId, error: nameOf(error) },
        'a check before its end broke',
      ),
    );
    await warnIfDue(platform, whose);
  }
};

/** A failure is not noted on the connection: receiving itself will meet it, and says it better. */
const renewIfPossible = async (platform: Platform, { workspaceId, connectionId }: Ending): Promise<void> => {
  const opened = await openConnection(platform, workspaceId, connectionId);
  if (!opened.ok) return;
  const { channel, context, row } = opened.value;
  const lookedAt = row.lastCheckedAt?.getTime() ?? 0;
  if (platform.clock.now().getTime() - lookedAt < LOOK_EVERY_MS) return;
  const health = await channel.check(context);
  if (health.ok) await noteHealth(platform, row, health.value);
};

const warnIfDue = (
  platform: Platform,
  { workspaceId, connectionId }: Ending,
): Promise<WarningDays | undefined> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const row = await lockConnection(tx, workspaceId, connectionId);
    if (!row?.expiresAt || row.removedAt) return undefined;
    const days = warningDue(row.expiresAt, row.expiryWarned, platform.clock.now());
    if (days === undefined) return undefined;
    const expiresAt = row.expiresAt.toISOString();
    await updateConnection(tx, workspaceId, connectionId, { expiryWarned: { expiresAt, days } });
    await audit(
      tx,
      { kind: 'system', workspaceId, name: 'channels' },
      {
        action: 'connection.expiry-warned',
        subjectKind: 'connection',
        subjectId: connectionId,
        details: { name: row.name, days },
      },
    );
    await mailOfExpiry(tx, platform, { workspaceId, connectionId, expiresAt });
    await tellConnectionChanged(tx, workspaceId, connectionId);
    return days;
  });

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
