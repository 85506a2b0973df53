import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanBody } from '../clean-words.ts';
import type { ChannelProblem, Decision, Receipt, Settlement } from '../contract.ts';
import { fittingId } from '../text-digest.ts';
import { openYoutube, type YoutubeContext } from './client.ts';
import type { YoutubePayload } from './compose.ts';
import { CommentSchema } from './documents.ts';
import { readAnswers } from './receive.ts';

const AnythingSchema = z.unknown();

/** https://developers.google.com/youtube/v3/docs/comments/insert. It knows no key of idempotence: what may have been heard is looked for first. */
export const sendYoutube = async (context: YoutubeContext, payload: YoutubePayload): Promise<Receipt> => {
  const json = { snippet: { parentId: payload.parentId, textOriginal: payload.text } };
  const sent = await openYoutube(context).call(
    'comments.insert',
    { part: 'id,snippet' },
    CommentSchema,
    json,
  );
  if (sent.ok) return published(sent.value.output.id, sent.value.output.snippet.videoId);
  const { effect, problem } = sent.error;
  if (effect === 'unknown') return { state: 'unknown', detail: problem.detail };
  return effect === 'none' ? { state: 'not-sent', problem } : refusedOrLater(problem);
};

/** Units that are spent come back at midnight: nothing was refused for good. */
const refusedOrLater = (problem: ChannelProblem): Receipt =>
  problem.kind === 'rate-limited' ? { state: 'not-sent', problem } : { state: 'rejected', problem };

const published = (
  id: string,
  videoId: string | undefined,
): Extract<Settlement, { state: 'published' | 'accepted' }> => {
  const url =
    videoId && `https://www.youtube.com/watch?v=${encodeURIComponent(videoId)}&lc=${encodeURIComponent(id)}`;
  return { state: 'published', nativeId: fittingId(id), ...(url ? { url } : {}) };
};

/** Two clocks, and the time that a request takes. */
const TOLERANCE_MS = 2 * 60_000;

/** Our own answer of these words below that comment, since then. */
export const settleYoutube = async (
  context: YoutubeContext,
  payload: YoutubePayload,
  _opKey: string,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const answers = await readAnswers(openYoutube(context), payload.parentId);
  if (!answers.ok) {
    return answers.error.status === 404 ? { state: 'absent' } : { state: 'unclear', lookAgainMs: 60_000 };
  }
  const mine = answers.value
    .flatMap((one) => CommentSchema.safeParse(one).data ?? [])
    .find(
      ({ snippet }) =>
        snippet.authorChannelId?.value === context.account?.nativeId &&
        tidy(snippet.textOriginal ?? snippet.textDisplay) === tidy(payload.text) &&
        Date.parse(snippet.publishedAt ?? '') >= attemptStartedAt.getTime() - TOLERANCE_MS,
    );
  return mine ? published(mine.id, mine.snippet.videoId) : { state: 'absent' };
};

const tidy = (text: string): string => cleanBody(text).replace(/\s+/g, ' ').normalize('NFC');

/** https://developers.google.com/youtube/v3/docs/comments/delete. One that is gone already is no problem. */
export const retractYoutube = async (
  context: YoutubeContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const deleted = await openYoutube(context).call('comments.delete', { id: nativeId }, AnythingSchema);
  return deleted.ok || deleted.error.status === 404 ? ok(undefined) : err(deleted.error.problem);
};

/** https://developers.google.com/youtube/v3/docs/comments/setModerationStatus: spam is rejected too, since `markAsSpam` is no more. */
export const moderateYoutube = async (
  context: YoutubeContext,
  nativeId: string,
  decision: Decision,
): Promise<Result<void, ChannelProblem>> => {
  const moderationStatus = {
    approve: 'published',
    hold: 'heldForReview',
    spam: 'rejected',
    unwanted: 'rejected',
  }[decision];
  const parameters = { id: nativeId, moderationStatus };
  const done = await openYoutube(context).call('comments.setModerationStatus', parameters, AnythingSchema);
  return done.ok || done.error.status === 404 ? ok(undefined) : err(done.error.problem);
};
