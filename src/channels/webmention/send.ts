import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, ChannelProblem, Receipt } from '../contract.ts';
import { tellPage } from '../web/tell-page.ts';
import { answerPath, readAnswerPath, takenBackName } from './answer-page.ts';
import type { WebmentionPayload } from './compose.ts';
import type { NoSecrets, WebmentionSettings } from './settings.ts';

type Context = ChannelContext<WebmentionSettings, NoSecrets>;

/** Shows the answer as a page of ours, and tells the page that is answered. To tell again is an update, never a second answer. */
export const sendAnswer = async (
  context: Context,
  payload: WebmentionPayload,
  opKey: string,
): Promise<Receipt> => {
  const { door } = context;
  if (!door)
    return { state: 'not-sent', problem: { kind: 'not-found', detail: 'the connection has no door' } };
  const at = instantOf(opKey);
  const page = `${door.url}/${answerPath({ ...payload, ...(at ? { at } : {}) }, door.token)}`;
  const told = await tellPage(context, { source: page, target: payload.target });
  if (told.ok) return { state: 'published', nativeId: page, url: page };
  return told.error.sent
    ? { state: 'unknown', detail: told.error.problem.detail }
    : { state: told.error.isFinal ? 'rejected' : 'not-sent', problem: told.error.problem };
};

/** The time in a UUIDv7 (RFC 9562 5.7): the same at every attempt, so that the page is the same. */
const instantOf = (opKey: string): string | undefined => {
  const hex = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(opKey);
  return hex ? new Date(Number.parseInt(`${hex[1]}${hex[2]}`, 16)).toISOString() : undefined;
};

/** The page is gone (410) from now on, and the other site is told to look again. */
export const takeAnswerBack = async (
  context: Context,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const path = /\/(a\/[\w.-]+)$/.exec(nativeId)?.[1] ?? '';
  const { door } = context;
  const answer = door && readAnswerPath(path, [door.token, ...door.earlierTokens]);
  if (!answer) return err({ kind: 'not-found', detail: 'no answer of this connection' });
  await context.keepPushState?.({ [takenBackName(path)]: true });
  await tellPage(context, { source: nativeId, target: answer.target });
  return ok(undefined);
};
