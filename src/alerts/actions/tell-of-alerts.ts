import { listRecipients, type Recipient } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendEvents } from '../../platform/events/append-events.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { tellableAt } from '../model/telling-time.ts';
import {
  type Delivery,
  type Device,
  insertDeliveries,
  type KeptPreferences,
  preferencesOf,
  readDevices,
  readPreferences,
  readWebhooks,
} from '../store/deliveries.ts';
import type { Alert } from '../store/stories.ts';

export const DELIVER_JOB = 'alerts.deliver';

/** Sets out to tell of stories that were just opened: whoever wants it at once, by every way that they chose, after their quiet hours. */
export const tellOfAlerts = async (
  platform: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  alerts: readonly Alert[],
): Promise<void> => {
  if (alerts.length === 0) return;
  const opened = alerts.map(({ id, kind, watchId }) => ({ alertId: id, kind, watchId }));
  await appendEvents(tx, workspaceId, [{ kind: 'alerts.opened', payload: { alerts: opened } }]);
  const now = platform.clock.now();
  const kept = await readPreferences(tx, workspaceId);
  const devices = await readDevices(tx, workspaceId);
  const recipients = await listRecipients(tx, workspaceId);
  const webhooks = await readWebhooks(tx, workspaceId);
  const tellings = [
    ...recipients.flatMap((person) => tellingsOf(person, preferencesOf(kept, person.personId), devices, now)),
    ...webhooks.map(({ id }) => ({ way: 'webhook' as const, target: id, personId: null, dueAt: now })),
  ];
  const made = alerts.flatMap(({ id }) =>
    tellings.map(
      (telling): Delivery => ({
        workspaceId,
        id: newId(),
        alertId: id,
        ...telling,
        state: 'waiting',
        attempts: 0,
        settledAt: null,
        problem: null,
      }),
    ),
  );
  for (const { id, dueAt } of await insertDeliveries(tx, made))
    await platform.jobs.send(tx, DELIVER_JOB, { workspaceId, deliveryId: id }, { startAfter: dueAt });
};

type Telling = Pick<Delivery, 'way' | 'target' | 'personId' | 'dueAt'>;

const tellingsOf = (
  { personId, timeZone }: Recipient,
  preferences: KeptPreferences,
  devices: readonly Device[],
  now: Date,
): readonly Telling[] => {
  const dueAt = tellableAt(preferences, timeZone, now);
  const own = devices.filter((device) => device.personId === personId);
  return [
    ...(preferences.mail === 'now' ? [{ way: 'mail' as const, target: personId, personId, dueAt }] : []),
    ...(preferences.telegram === 'now' && preferences.telegramChat
      ? [{ way: 'telegram' as const, target: personId, personId, dueAt }]
      : []),
    ...(preferences.push === 'now'
      ? own.map(({ id }) => ({ way: 'push' as const, target: id, personId, dueAt }))
      : []),
  ];
};
