import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Receipt } from '../contract.ts';
import { fittingId } from '../text-digest.ts';
import type { ApiFailure } from './call-api.ts';
import {
  type FediverseClient,
  type FediverseSendContext,
  findByUri,
  openClient,
  readStatus,
} from './client.ts';
import type { FediversePayload } from './compose.ts';
import { StatusSchema } from './entities.ts';
import { webAddress } from './html-links.ts';
import { uploadMedia } from './upload-media.ts';

/**
 * Posts the status with `opKey` as its `Idempotency-Key`: Mastodon gives back the same status for an hour, however
 * often it is asked. Servers that do not mind the key are why nobody sends again before `settle` has looked.
 */
export const sendFediverse = async (
  context: FediverseSendContext,
  payload: FediversePayload,
  opKey: string,
): Promise<Receipt> => {
  const client = openClient(context);
  // Some servers make a new thread of an answer whose parent they do not know: it is asked for first.
  const parent = payload.inReplyTo ? await parentId(client, payload.inReplyTo) : ok(undefined);
  if (!parent.ok) return before(parent.error);
  const media = await uploadMedia(context, client, payload.media);
  if (!media.ok) return before(media.error);
  const json = {
    status: payload.text,
    visibility: payload.visibility,
    ...(payload.contentWarning ? { spoiler_text: payload.contentWarning, sensitive: true } : {}),
    ...(payload.language ? { language: payload.language } : {}),
    ...(parent.value ? { in_reply_to_id: parent.value } : {}),
    ...(media.value.length > 0 ? { media_ids: media.value } : {}),
  };
  const headers = { 'idempotency-key': opKey };
  const posted = await client.call({ method: 'POST', path: '/api/v1/statuses', json, headers }, PostedSchema);
  if (posted.ok) return published(posted.value.output);
  if (posted.error.effect === 'unknown') return { state: 'unknown', detail: posted.error.problem.detail };
  return before(posted.error);
};

const PostedSchema = z.object({ uri: z.string().min(1), url: z.string().nullish().catch(undefined) });

export const published = ({
  uri,
  url,
}: z.infer<typeof PostedSchema>): Extract<Receipt, { state: 'published' | 'accepted' }> => {
  const page = webAddress(url ?? undefined) ?? webAddress(uri);
  return { state: 'published', nativeId: fittingId(uri), ...(page ? { url: page } : {}) };
};

/** Nothing has been posted. A refusal that was read stays one; anything else may be tried again as it is. */
const before = (failure: ApiFailure): Receipt => ({
  state: failure.effect === 'refused' ? 'rejected' : 'not-sent',
  problem: problemOfRefusal(failure),
});

/** The server read it and says no: its own words, beside the text. */
const problemOfRefusal = ({ problem, effect }: ApiFailure): ChannelProblem =>
  effect === 'refused' && problem.kind === 'bad-response'
    ? { kind: 'misconfigured', field: 'text', detail: problem.detail }
    : problem;

const goneDetail = 'what was to be answered is no longer there';

/** The id by which our instance knows the status with this address: the one it came with when it still holds, else by looking. */
export const parentId = async (
  client: FediverseClient,
  target: NonNullable<FediversePayload['inReplyTo']>,
): Promise<Result<string, ApiFailure>> => {
  if (target.statusId && target.instance === client.origin) {
    const answer = await readStatus(client, target.statusId);
    const status = answer.ok ? StatusSchema.safeParse(answer.value.output).data : undefined;
    if (status && fittingId(status.uri) === target.uri) return ok(target.statusId);
    if (!answer.ok && ![404, 410].includes(answer.error.status ?? 0)) return answer;
  }
  const found = await findByUri(client, target.uri);
  if (!found.ok) return found.error.status === 404 ? err(gone) : found;
  return found.value ? ok(found.value.id) : err(gone);
};

const gone: ApiFailure = { problem: { kind: 'gone', detail: goneDetail }, effect: 'refused', status: 404 };
