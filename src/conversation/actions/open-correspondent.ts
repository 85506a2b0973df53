import type { Receipt, Words } from '../../channels/index.ts';
import { limitsFor, loadUpload, openConnection } from '../../channels/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok } from '../../platform/result.ts';
import type { OpenCorrespondent } from '../model/correspondent.ts';
import { replyProblemWords } from '../model/reply-problem-words.ts';
import { noteRefusedSending } from './note-refused-sending.ts';

const listensOnly: Words = {
  it: 'Su questo canale si ascolta soltanto: da qui non si può rispondere.',
  en: 'This channel is for listening only: it cannot be answered from here.',
};

const ended: Words = {
  it: 'Questo canale è stato tolto: da qui non si può più rispondere.',
  en: 'This channel has been removed: it can no longer be answered from here.',
};

/** The way to whoever sends, through the channels room. */
export const correspondentsOf =
  (platform: Platform): OpenCorrespondent =>
  async (workspaceId, connectionId, purpose = 'answer') => {
    const opened = await openConnection(platform, workspaceId, connectionId);
    if (!opened.ok) {
      return opened.error.kind === 'gone'
        ? err({ kind: 'cannot-answer', reason: ended })
        : err({ kind: 'channel', problem: opened.error });
    }
    const { channel, context, row } = opened.value;
    const compose = channel.compose?.bind(channel);
    const send = channel.send?.bind(channel);
    const settle = channel.settle?.bind(channel);
    if (!compose || !send) return err({ kind: 'cannot-answer', reason: listensOnly });
    if (purpose === 'answer' && row.state === 'paused') {
      return err({ kind: 'paused', reason: replyProblemWords({ kind: 'paused', detail: '' }) });
    }
    const limits = await limitsFor(platform, workspaceId, connectionId);
    if (!limits.ok) return err({ kind: 'channel', problem: limits.error });
    const sendContext = { ...context, loadMedia: (id: string) => loadUpload(platform, workspaceId, id) };
    const { settings, pushState } = row;
    const price = channel.priceOfAnswer?.(settings, pushState as never, platform.clock.now());
    return ok({
      ...(price ? { price } : {}),
      account: context.account,
      limits: limits.value,
      compose: (draft) => compose(draft, limits.value),
      send: async (payload, opKey): Promise<Receipt> => {
        const receipt = await send(sendContext, payload, opKey);
        await noteRefusedSending(platform, workspaceId, connectionId, receipt);
        return receipt;
      },
      settle: async (payload, opKey, attemptStartedAt) =>
        settle
          ? settle(context, payload, opKey, attemptStartedAt)
          : { state: 'unclear', lookAgainMs: 3_600_000 },
    });
  };
