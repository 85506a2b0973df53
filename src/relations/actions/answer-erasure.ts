import { z } from 'zod';
import type { Subscription } from '../../platform/events/events.ts';
import type { Platform } from '../../platform/platform.ts';
import { eraseAsAsked } from './erase-contact.ts';

const Asked = z.object({ channel: z.string(), nativeId: z.string() });

/** Who asks their network that their data be deleted (Meta tells us so, signed) is erased here without anybody having to see to it. */
export const erasureSubscription = (platform: Pick<Platform, 'clock' | 'sealer'>): Subscription => ({
  name: 'relations.answer-erasure',
  kinds: ['erasure.asked'],
  handle: (tx, workspaceId, events) =>
    eraseAsAsked(
      platform,
      tx,
      workspaceId,
      events.map(({ payload }) => Asked.parse(payload)),
    ),
});
