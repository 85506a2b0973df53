import { z } from 'zod';
import type { Transaction } from '../../platform/db/database.ts';
import type { Subscription } from '../../platform/events/events.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { holdCrises, insertCrisis, isCrisisOn } from '../store/crisis-rows.ts';
import { happen } from './happen.ts';

const OpenedSchema = z.object({ alerts: z.array(z.object({ alertId: z.uuid(), kind: z.string() })) });

/** Many more voices than usual, or much worse ones: what begins like this may be a crisis. */
const proposing: ReadonlySet<string> = new Set(['spike', 'polarity']);

/** An alert proposes a crisis; a person declares it with one key, or sets it aside. */
export const alertsOpenedSubscription = (platform: Pick<Platform, 'clock'>): Subscription => ({
  name: 'crisis.alerts',
  kinds: ['alerts.opened'],
  handle: async (tx, workspaceId, events) => {
    const alerts = events
      .flatMap(({ payload }) => OpenedSchema.parse(payload).alerts)
      .filter(({ kind }) => proposing.has(kind));
    for (const { alertId, kind } of alerts) await propose(platform, tx, workspaceId, alertId, kind);
  },
});

/** Nothing while one is on; and one alert proposes once, however often it is heard. */
const propose = async (
  { clock }: Pick<Platform, 'clock'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  alertId: string,
  alertKind: string,
): Promise<void> => {
  await holdCrises(tx, workspaceId);
  if (await isCrisisOn(tx, workspaceId)) return;
  const now = clock.now();
  const id = newId();
  const isNew = await insertCrisis(tx, {
    workspaceId,
    id,
    state: 'proposed',
    title: '',
    alertId,
    proposedAt: now,
  });
  if (!isNew) return;
  const actor = { kind: 'system', workspaceId, name: 'Passaparola' } as const;
  await happen(tx, actor, now, { crisisId: id, kind: 'proposed', details: { alertId, alertKind } });
};
