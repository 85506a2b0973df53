import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import { readAtUri } from './at-uri.ts';
import type { BlueskyClient } from './client.ts';
import { getPosts } from './hydrate.ts';
import type { XrpcFailure } from './xrpc.ts';

/**
 * Which of these posts are no longer there. The AppView leaves out what is deleted, but also what a block hides
 * from us: for what is missing the record itself is asked for.
 */
export const findRemoved = async (
  client: BlueskyClient,
  uris: readonly string[],
): Promise<Result<readonly string[], XrpcFailure>> => {
  const posts = await getPosts(client, uris);
  if (!posts.ok) return posts;
  const removed: string[] = [];
  for (const uri of uris.filter((one) => !posts.value.has(one))) {
    const isGone = await isRecordGone(client, uri);
    if (!isGone.ok) return isGone;
    if (isGone.value) removed.push(uri);
  }
  return ok(removed);
};

const isRecordGone = async (client: BlueskyClient, uri: string): Promise<Result<boolean, XrpcFailure>> => {
  const parts = readAtUri(uri);
  if (!parts) return ok(false);
  const { did: repo, collection, rkey } = parts;
  const found = await client.query('com.atproto.repo.getRecord', { repo, collection, rkey }, z.unknown());
  if (found.ok) return ok(false);
  if (found.error.error === 'RecordNotFound') return ok(true);
  return found.error.effect === 'refused' ? ok(false) : found;
};
