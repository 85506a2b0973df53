import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Sealer } from '../../platform/secrets/index.ts';
import type { PushSubscription } from '../model/web-push.ts';
import type { Device } from '../store/deliveries.ts';

const purposeOf = (workspaceId: string, id: string): string => `alerts:${workspaceId}:${id}`;

/** Bound to what it is of: moved to another row, it does not open. */
export const sealSecret = (sealer: Sealer, workspaceId: string, id: string, plain: string): string =>
  sealer.seal(plain, purposeOf(workspaceId, id));

export const openSecret = (
  sealer: Sealer,
  workspaceId: string,
  id: string,
  sealed: string,
): string | undefined => {
  const opened = sealer.open(sealed, purposeOf(workspaceId, id));
  return opened.ok ? opened.value : undefined;
};

const SubscriptionSchema = z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() });

export const openDevice = (
  sealer: Sealer,
  device: Device,
): (PushSubscription & { readonly serverKey: string }) | undefined => {
  const plain = openSecret(sealer, device.workspaceId, device.id, device.sealed);
  return plain === undefined
    ? undefined
    : { ...SubscriptionSchema.parse(JSON.parse(plain)), serverKey: device.serverKey };
};

export const endpointDigest = (endpoint: string): string =>
  createHash('sha256').update(endpoint).digest('hex');
