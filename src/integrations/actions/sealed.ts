import { randomBytes } from 'node:crypto';
import type { Sealer } from '../../platform/secrets/index.ts';
import type { Endpoint } from '../store/endpoints.ts';

/** 32 bytes, as Standard Webhooks writes them. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

const purposeOf = (workspaceId: string, id: string): string => `webhook:${workspaceId}:${id}`;

export const sealWebhookSecret = (sealer: Sealer, workspaceId: string, id: string, plain: string): string =>
  sealer.seal(plain, purposeOf(workspaceId, id));

/** What signs now, the newest first; empty when the key file no longer opens them. */
export const openWebhookSecrets = (
  sealer: Sealer,
  { workspaceId, id, sealedSecret, sealedPrevious, previousUntil }: Endpoint,
  now: Date,
): readonly string[] => {
  const older = sealedPrevious && previousUntil && previousUntil > now ? [sealedPrevious] : [];
  return [sealedSecret, ...older].flatMap((sealed) => {
    const opened = sealer.open(sealed, purposeOf(workspaceId, id));
    return opened.ok ? [opened.value] : [];
  });
};
