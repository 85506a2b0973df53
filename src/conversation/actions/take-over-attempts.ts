import type { Desk } from '../model/correspondent.ts';
import { hastenAttempts } from '../store/reply-rows.ts';

/**
 * For a process that knows to be alone: whoever began an attempt before `startedAt` is dead, so its lease is not waited
 * for. What it did is looked for at once; whether that is proof of anything remains for the channel to say.
 */
export const takeOverAttempts = (desk: Pick<Desk, 'database' | 'clock'>, startedAt: Date): Promise<void> =>
  desk.database.asInstallation((tx) => hastenAttempts(tx, startedAt, desk.clock.now()));
