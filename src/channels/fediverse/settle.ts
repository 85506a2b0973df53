import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import { htmlToText } from '../../platform/text/index.ts';
import type { Settlement } from '../contract.ts';
import { fittingId } from '../text-digest.ts';
import type { ApiFailure } from './call-api.ts';
import {
  type FediverseClient,
  type FediverseContext,
  ListSchema,
  openClient,
  readMe,
  readStatus,
} from './client.ts';
import type { FediversePayload } from './compose.ts';
import { type Status, StatusSchema } from './entities.ts';
import { published } from './send.ts';

/** Its clock and ours, and the way of the request. */
const TOLERANCE_MS = 2 * 60_000;
/** A request that we gave up may still be on its way: before this, not having found it means nothing. */
const MAY_STILL_COME_MS = 30_000;
const LOOK_AGAIN_MS = 30_000;
const PAGES = 5;

/**
 * Looks among our own statuses since just before the attempt for one that answers the same status with the same words.
 * Absent only when all of them were read and time enough has passed.
 */
export const settleFediverse = async (
  context: FediverseContext,
  payload: FediversePayload,
  _opKey: string,
  attemptStartedAt: Date,
): Promise<Settlement> => {
  const client = openClient(context);
  const me = await readMe(client);
  if (!me.ok) return unclear(me.error);
  const mine = await readMine(context, client, me.value.output.id, { payload, attemptStartedAt });
  if (!mine.ok) return unclear(mine.error);
  for (const status of mine.value.statuses) {
    const same = await isSame(client, status, payload);
    if (!same.ok) return unclear(same.error);
    if (same.value) return published(status);
  }
  const passed = context.clock.now().getTime() - attemptStartedAt.getTime();
  if (!mine.value.isComplete) return { state: 'unclear', lookAgainMs: LOOK_AGAIN_MS };
  return passed >= MAY_STILL_COME_MS
    ? { state: 'absent' }
    : { state: 'unclear', lookAgainMs: Math.max(1_000, MAY_STILL_COME_MS - passed) };
};

const unclear = ({ problem }: ApiFailure): Settlement => ({
  state: 'unclear',
  lookAgainMs: (problem.kind === 'rate-limited' && problem.retryAfterMs) || LOOK_AGAIN_MS,
});

type Mine = { readonly statuses: readonly Status[]; readonly isComplete: boolean };

type Looked = { readonly payload: FediversePayload; readonly attemptStartedAt: Date };

/** Some servers list only public statuses under an account, also to itself: what is for few is sought on the home timeline too. */
const readMine = async (
  context: FediverseContext,
  client: FediverseClient,
  accountId: string,
  { payload, attemptStartedAt }: Looked,
): Promise<Result<Mine, ApiFailure>> => {
  const isForFew = payload.visibility === 'private' || payload.visibility === 'direct';
  const lists = [
    `/api/v1/accounts/${encodeURIComponent(accountId)}/statuses`,
    ...(isForFew ? ['/api/v1/timelines/home'] : []),
  ];
  const statuses: Status[] = [];
  let isComplete = true;
  for (const path of lists) {
    const found = await readSince(context, client, path, attemptStartedAt);
    if (!found.ok) return found;
    statuses.push(...found.value.statuses.filter(({ account }) => account.id === accountId));
    isComplete &&= found.value.isComplete;
  }
  return ok({ statuses, isComplete });
};

const readSince = async (
  { clock }: FediverseContext,
  client: FediverseClient,
  path: string,
  attemptStartedAt: Date,
): Promise<Result<Mine, ApiFailure>> => {
  const statuses: Status[] = [];
  let maxId: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const params = { limit: 40, exclude_reblogs: true, max_id: maxId };
    const answer = await client.call({ path, params }, ListSchema);
    if (!answer.ok) return answer;
    // By its clock, which may be an hour off.
    const served = Date.parse(answer.value.headers.get('date') ?? '');
    const skew = Number.isNaN(served) ? 0 : served - clock.now().getTime();
    const since = attemptStartedAt.getTime() + skew - TOLERANCE_MS;
    const read = answer.value.output.flatMap((one) => StatusSchema.safeParse(one).data ?? []);
    const recent = read.filter(({ created_at = '' }) => !(Date.parse(created_at) < since));
    statuses.push(...recent);
    const last = read.at(-1)?.id;
    const isEnd = recent.length < read.length || last === undefined || last === maxId;
    if (isEnd) return ok({ statuses, isComplete: true });
    maxId = last;
  }
  return ok({ statuses, isComplete: false });
};

const isSame = async (
  client: FediverseClient,
  status: Status,
  payload: FediversePayload,
): Promise<Result<boolean, ApiFailure>> => {
  if (status.reblog || Boolean(status.in_reply_to_id) !== Boolean(payload.inReplyTo)) return ok(false);
  if (tidy(status.spoiler_text ?? '') !== tidy(payload.contentWarning)) return ok(false);
  if (status.media_attachments.length !== payload.media.length) return ok(false);
  const text = await hasText(client, status, payload.text);
  if (!text.ok || !text.value) return text;
  return payload.inReplyTo ? answers(client, status, payload.inReplyTo) : ok(true);
};

const SourceSchema = z.object({ text: z.string() });

/** As it was written where the server tells (Mastodon 3.5), else the letters of what became of it. */
const hasText = async (
  client: FediverseClient,
  { id, content }: Status,
  text: string,
): Promise<Result<boolean, ApiFailure>> => {
  const source = await client.call(
    { path: `/api/v1/statuses/${encodeURIComponent(id)}/source` },
    SourceSchema,
  );
  if (source.ok) return ok(tidy(source.value.output.text) === tidy(text));
  if (source.error.effect !== 'refused') return source;
  return ok(letters(htmlToText(content)) === letters(text));
};

/** Ids change on some servers when a status does: when they differ, addresses decide. */
const answers = async (
  client: FediverseClient,
  { in_reply_to_id: parentId = '' }: Status,
  target: NonNullable<FediversePayload['inReplyTo']>,
): Promise<Result<boolean, ApiFailure>> => {
  if (target.instance === client.origin && target.statusId === parentId) return ok(true);
  const parent = await readStatus(client, parentId);
  if (!parent.ok) return parent.error.effect === 'refused' ? ok(false) : parent;
  const { uri = '' } = StatusSchema.safeParse(parent.value.output).data ?? {};
  return ok(uri !== '' && fittingId(uri) === target.uri);
};

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');

/** `@anna@host` is shown as `@anna`; spaces and signs go through a server's own hands. */
const letters = (text: string): string =>
  text
    .replace(/(@[\w.-]+)@[\p{L}\p{N}_.:-]+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '');
