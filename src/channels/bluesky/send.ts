import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Receipt, SendContext, Settlement } from '../contract.ts';
import { POSTS, postPage, readAtUri, writeAtUri } from './at-uri.ts';
import { type BlueskyClient, openClient } from './client.ts';
import type { BlueskyPayload } from './compose.ts';
import type { BlueskyContext } from './session.ts';
import type { BlueskySecrets, BlueskySettings } from './settings.ts';
import { tidOf } from './tid.ts';
import { type PostInput, writePost } from './write-post.ts';
import type { XrpcFailure } from './xrpc.ts';

/**
 * Writes the post at a place that depends on `opKey` alone, on the condition that nothing is there yet
 * (putRecord with swapRecord null): however often it is tried, there is one post.
 */
export const sendBluesky = async (
  context: SendContext<BlueskySettings, BlueskySecrets>,
  payload: BlueskyPayload,
  opKey: string,
): Promise<Receipt> => {
  const client = await openClient(context);
  if (!client.ok) return { state: 'not-sent', problem: client.error.problem };
  const record = await writePost(context, client.value, payload);
  // Nothing is public yet: pictures without a post are thrown away by the server.
  if (!record.ok) return before(record.error);
  return put(client.value, record.value, tidOf(opKey));
};

const before = (failure: XrpcFailure): Receipt => ({
  state: failure.effect === 'refused' ? 'rejected' : 'not-sent',
  problem: problemOfRefusal(failure),
});

const WrittenSchema = z.object({ uri: z.string().startsWith('at://'), cid: z.string() });

const put = async (client: BlueskyClient, record: PostInput, rkey: string): Promise<Receipt> => {
  const written = await client.procedure(
    'com.atproto.repo.putRecord',
    { repo: client.did, collection: POSTS, rkey, record, swapRecord: null },
    WrittenSchema,
  );
  if (written.ok) return published(client, rkey);
  const failure = written.error;
  if (failure.error === 'InvalidSwap') return published(client, rkey);
  if (failure.effect === 'unknown') return { state: 'unknown', detail: failure.problem.detail };
  return before(failure);
};

const published = (
  client: BlueskyClient,
  rkey: string,
): Extract<Receipt, { state: 'published' | 'accepted' }> => {
  const nativeId = writeAtUri({ did: client.did, collection: POSTS, rkey });
  const url = postPage(nativeId, client.handle);
  return { state: 'published', nativeId, ...(url ? { url } : {}) };
};

/** The server read it and says no: its own words, beside the text. */
const problemOfRefusal = ({ problem, effect }: XrpcFailure): ChannelProblem =>
  effect === 'refused' && problem.kind === 'bad-response'
    ? { kind: 'misconfigured', field: 'text', detail: problem.detail }
    : problem;

const LOOK_AGAIN_MS = 30_000;

/** Looks at the one place where `opKey`'s post can be, on our own server, which knows it at once. */
export const settleBluesky = async (
  context: BlueskyContext,
  _payload: BlueskyPayload,
  opKey: string,
): Promise<Settlement> => {
  const client = await openClient(context);
  if (!client.ok) return unclear(client.error);
  const rkey = tidOf(opKey);
  const found = await client.value.query(
    'com.atproto.repo.getRecord',
    { repo: client.value.did, collection: POSTS, rkey },
    z.object({ uri: z.string() }),
  );
  if (found.ok) return published(client.value, rkey);
  return found.error.error === 'RecordNotFound' ? { state: 'absent' } : unclear(found.error);
};

const unclear = ({ problem }: XrpcFailure): Settlement => ({
  state: 'unclear',
  lookAgainMs: (problem.kind === 'rate-limited' && problem.retryAfterMs) || LOOK_AGAIN_MS,
});

/** Deletes a post of ours; one that is gone already is no problem. */
export const retractBluesky = async (
  context: BlueskyContext,
  nativeId: string,
): Promise<Result<void, ChannelProblem>> => {
  const client = await openClient(context);
  if (!client.ok) return err(client.error.problem);
  const parts = readAtUri(nativeId);
  if (parts?.did !== client.value.did) return err({ kind: 'forbidden', detail: 'the post is not ours' });
  const { did: repo, collection, rkey } = parts;
  const gone = await client.value.procedure(
    'com.atproto.repo.deleteRecord',
    { repo, collection, rkey },
    z.unknown(),
  );
  return gone.ok ? ok(undefined) : err(gone.error.problem);
};
