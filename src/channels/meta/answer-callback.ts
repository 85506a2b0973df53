import type { ChannelContext, PushDelivery } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { deletionName } from './door.ts';
import { rawDocument } from './raw-document.ts';

/** What both callbacks need: whose permission we hold, and how to let go of it. */
type Holder = Pick<ChannelContext<unknown, unknown>, 'clock' | 'keepPushState'> & {
  readonly contentType: string;
  /** App-scoped id of the person whose permission this connection lives by; undefined for a system user's. */
  readonly grantedBy: string | undefined;
  forgetGrant(): Promise<void>;
};

/**
 * Carries out a callback that `acceptMeta` kept: the permission of the person who took it back is forgotten, and the data of who asked for
 * deletion are to be erased, which the core does with the event that this item means. Undefined for a webhook's notification.
 */
export const answerCallback = async (
  holder: Holder,
  { note }: Pick<PushDelivery, 'note'>,
): Promise<readonly RawItem[] | undefined> => {
  const { deauthorise, deletion, code = '' } = note;
  const person = deauthorise ?? deletion;
  if (person === undefined) return undefined;
  if (person === holder.grantedBy) await holder.forgetGrant();
  if (deletion === undefined) return [];
  const askedAt = holder.clock.now().toISOString();
  await holder.keepPushState?.({ [deletionName(code)]: askedAt });
  return [
    rawDocument({
      contentType: holder.contentType,
      nativeId: `deletion:${code}`,
      revision: [askedAt],
      document: { dataDeletion: deletion, askedAt },
      context: {},
    }),
  ];
};
