import type { PushDelivery } from '../contract.ts';
import type { RawItem } from '../events.ts';
import { answerCallback } from './answer-callback.ts';
import type { PageContext } from './facebook-login.ts';

/** Both callbacks for a channel that lives by a page's token: whoever gave it may take it back. */
export const answerPageCallback = <Settings>(
  context: PageContext<Settings>,
  delivery: PushDelivery,
  contentType: string,
): Promise<readonly RawItem[] | undefined> =>
  answerCallback(
    {
      clock: context.clock,
      ...(context.keepPushState ? { keepPushState: context.keepPushState } : {}),
      contentType,
      grantedBy: context.secrets.userId,
      forgetGrant: () => context.keepSecrets({ accessToken: undefined, userId: undefined }),
    },
    delivery,
  );
