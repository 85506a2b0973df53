import {
  latestMarked,
  latestTexts,
  type MentionView,
  type ReadableText,
  readMentions,
} from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type Candidate, chooseUseful, type Useful } from '../model/choose-useful.ts';

const DAY_MS = 24 * 3_600_000;
const DAYS = 90;
/** Among so many unsure ones and so many of the latest, whatever they say. */
const UNSURE = 400;
const LATEST = 200;

export type QueueItem = Omit<Useful, 'id'> & { readonly mention: MentionView };

/** What a person could say most usefully next. */
export const learningQueue = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  limit: number,
): Promise<Result<readonly QueueItem[], { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'readings.correct')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const since = new Date(platform.clock.now().getTime() - DAYS * DAY_MS);
    const unsure = await latestMarked(tx, workspaceId, { mark: 'unsure', limit: UNSURE, since });
    const latest = await latestTexts(tx, workspaceId, { limit: LATEST, since });
    const useful = chooseUseful(candidatesOf([...unsure, ...latest]), limit);
    const mentions = await readMentions(
      tx,
      workspaceId,
      useful.map(({ id }) => id),
    );
    const byId = new Map(mentions.map((mention) => [mention.id, mention]));
    return ok(
      useful.flatMap(({ id, ...rest }) => {
        const mention = byId.get(id);
        return mention ? [{ mention, ...rest }] : [];
      }),
    );
  });

const candidatesOf = (texts: readonly ReadableText[]): readonly Candidate[] => {
  const byId = new Map(texts.map((text) => [text.id, text]));
  return [...byId.values()].flatMap(({ id, channel, body, reading }) =>
    reading ? [{ id, channel, body, reading }] : [],
  );
};
