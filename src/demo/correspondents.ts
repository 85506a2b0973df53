import {
  type ContentLimits,
  type Draft,
  findChannel,
  findConnection,
  type Receipt,
  readAccount,
} from '../channels/index.ts';
import type { OpenCorrespondent } from '../conversation/index.ts';
import { ingest } from '../listening/index.ts';
import type { ConnectionId, WorkspaceId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { err, ok } from '../platform/result.ts';
import { echoOf } from './echo.ts';

const media = { max: 0, maxBytes: 0, mimeTypes: [], altRequired: true, altMax: 1_500 } as const;

const limits: Readonly<Record<string, ContentLimits>> = {
  bluesky: {
    text: { max: 300, unit: 'grapheme', maxBytes: 3_000 },
    media,
    visibilities: ['public'],
    contentWarning: false,
    subject: false,
  },
  fediverse: {
    text: { max: 500, unit: 'grapheme' },
    media,
    visibilities: ['public', 'unlisted', 'followers', 'direct'],
    contentWarning: true,
    subject: false,
  },
  mail: {
    text: { max: 100_000, unit: 'byte' },
    media,
    visibilities: ['direct'],
    contentWarning: false,
    subject: true,
  },
};

const listensOnly = {
  it: 'Su questo canale si ascolta soltanto: da qui non si può rispondere.',
  en: 'This channel is for listening only: it cannot be answered from here.',
};

/** In the demonstration an answer never leaves this machine: it comes back as our own words, as it would from the real channel. */
export const demoCorrespondents =
  (platform: Platform): OpenCorrespondent =>
  async (workspaceId, connectionId) => {
    const row = await platform.database.inWorkspace(workspaceId, (tx) =>
      findConnection(tx, workspaceId, connectionId),
    );
    const channel = row && findChannel(row.channel);
    const limit = row && limits[row.channel];
    if (!row || !channel || !limit) return err({ kind: 'cannot-answer', reason: listensOnly });
    const compose = channel.compose?.bind(channel);
    if (!compose) return err({ kind: 'cannot-answer', reason: listensOnly });
    return ok({
      account: readAccount(row.account),
      limits: limit,
      compose: (draft) => {
        const composed = compose(draft, limit);
        return composed.ok ? ok(draft) : composed;
      },
      send: (payload, opKey) =>
        sendBack(platform, { workspaceId, connectionId, channel: row.channel }, payload as Draft, opKey),
      settle: async () => ({ state: 'absent' }),
    });
  };

type Where = {
  readonly workspaceId: WorkspaceId;
  readonly connectionId: ConnectionId;
  readonly channel: string;
};

const sendBack = async (platform: Platform, where: Where, draft: Draft, opKey: string): Promise<Receipt> => {
  const channel = findChannel(where.channel);
  const echo = echoOf(where.channel, draft, opKey, platform.clock.now());
  if (!channel || !echo)
    return { state: 'rejected', problem: { kind: 'bad-response', detail: 'not part of the demonstration' } };
  const items = channel.readRaw(echo.bytes, echo.context);
  await ingest(platform, { ...where, channel, items, receivedAt: platform.clock.now() });
  return { state: 'published', nativeId: items[0]?.nativeId ?? opKey };
};
