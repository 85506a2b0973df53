import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, WorkspaceId } from '../../platform/ids.ts';
import { type Preferences, usualPreferences } from '../model/preferences.ts';
import { alertDevices, alertPreferences } from './alert-preferences.table.ts';
import { alertBots, alertDeliveries, alertWebhooks } from './alert-ways.table.ts';

export type Delivery = typeof alertDeliveries.$inferSelect;
export type Webhook = typeof alertWebhooks.$inferSelect;
export type Device = typeof alertDevices.$inferSelect;

/** Those that were not there before: an alert is told once to each. */
export const insertDeliveries = async (
  tx: Transaction,
  deliveries: readonly Delivery[],
): Promise<readonly Delivery[]> =>
  deliveries.length === 0
    ? []
    : tx
        .insert(alertDeliveries)
        .values([...deliveries])
        .onConflictDoNothing()
        .returning();

/** Locked until the end of the transaction; undefined when it is no longer waiting. */
export const findDelivery = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Delivery | undefined> => {
  const [row] = await tx
    .select()
    .from(alertDeliveries)
    .where(and(eq(alertDeliveries.workspaceId, workspaceId), eq(alertDeliveries.id, id)));
  return row?.state === 'waiting' ? row : undefined;
};

export const updateDelivery = async (
  tx: Transaction,
  { workspaceId, id }: Pick<Delivery, 'workspaceId' | 'id'>,
  change: Partial<Delivery>,
): Promise<void> => {
  await tx
    .update(alertDeliveries)
    .set(change)
    .where(and(eq(alertDeliveries.workspaceId, workspaceId), eq(alertDeliveries.id, id)));
};

export const listDeliveries = (tx: Transaction, workspaceId: WorkspaceId, alertId: string) =>
  tx
    .select()
    .from(alertDeliveries)
    .where(and(eq(alertDeliveries.workspaceId, workspaceId), eq(alertDeliveries.alertId, alertId)))
    .orderBy(alertDeliveries.id);

export type KeptPreferences = Preferences & { readonly digestDay: number | null };

export const readPreferences = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<PersonId, KeptPreferences>> => {
  const rows = await tx.select().from(alertPreferences).where(eq(alertPreferences.workspaceId, workspaceId));
  return new Map(rows.map(({ personId, workspaceId: _of, ...kept }) => [personId, kept]));
};

export const preferencesOf = (
  kept: ReadonlyMap<PersonId, KeptPreferences>,
  personId: PersonId,
): KeptPreferences => kept.get(personId) ?? { ...usualPreferences, digestDay: null };

export const savePreferences = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  personId: PersonId,
  preferences: KeptPreferences,
): Promise<void> => {
  await tx
    .insert(alertPreferences)
    .values({ ...preferences, workspaceId, personId })
    .onConflictDoUpdate({
      target: [alertPreferences.workspaceId, alertPreferences.personId],
      set: preferences,
    });
};

/** Another bot has not been written to by anybody. */
export const forgetChats = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx
    .update(alertPreferences)
    .set({ telegramChat: null })
    .where(eq(alertPreferences.workspaceId, workspaceId));
};

export const readWebhooks = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Webhook[]> =>
  tx
    .select()
    .from(alertWebhooks)
    .where(eq(alertWebhooks.workspaceId, workspaceId))
    .orderBy(alertWebhooks.createdAt, alertWebhooks.id);

export const insertWebhook = async (tx: Transaction, webhook: Webhook): Promise<void> => {
  await tx.insert(alertWebhooks).values(webhook);
};

export const updateWebhook = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  change: Pick<Webhook, 'lastAt' | 'lastProblem'>,
): Promise<void> => {
  await tx
    .update(alertWebhooks)
    .set(change)
    .where(and(eq(alertWebhooks.workspaceId, workspaceId), eq(alertWebhooks.id, id)));
};

/** False when there is none. */
export const deleteWebhook = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> => {
  const rows = await tx
    .delete(alertWebhooks)
    .where(and(eq(alertWebhooks.workspaceId, workspaceId), eq(alertWebhooks.id, id)))
    .returning({ id: alertWebhooks.id });
  return rows.length > 0;
};

export const readBot = async (tx: Transaction, workspaceId: WorkspaceId) => {
  const [row] = await tx.select().from(alertBots).where(eq(alertBots.workspaceId, workspaceId));
  return row;
};

export const saveBot = async (tx: Transaction, bot: typeof alertBots.$inferSelect): Promise<void> => {
  await tx.insert(alertBots).values(bot).onConflictDoUpdate({ target: alertBots.workspaceId, set: bot });
};

export const deleteBot = async (tx: Transaction, workspaceId: WorkspaceId): Promise<void> => {
  await tx.delete(alertBots).where(eq(alertBots.workspaceId, workspaceId));
};

export const readDevices = (tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Device[]> =>
  tx
    .select()
    .from(alertDevices)
    .where(eq(alertDevices.workspaceId, workspaceId))
    .orderBy(alertDevices.createdAt, alertDevices.id);

export const insertDevice = async (tx: Transaction, device: Device): Promise<void> => {
  await tx
    .delete(alertDevices)
    .where(and(eq(alertDevices.workspaceId, device.workspaceId), eq(alertDevices.digest, device.digest)));
  await tx.insert(alertDevices).values(device);
};

/** Of one person; without `personId` whosever it is: for what its service says is gone. */
export const deleteDevice = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  id: string,
  personId?: PersonId,
): Promise<boolean> => {
  const rows = await tx
    .delete(alertDevices)
    .where(
      and(
        eq(alertDevices.workspaceId, workspaceId),
        eq(alertDevices.id, id),
        personId === undefined ? undefined : eq(alertDevices.personId, personId),
      ),
    )
    .returning({ id: alertDevices.id });
  return rows.length > 0;
};
