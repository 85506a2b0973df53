import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ApiFailure } from './call-api.ts';
import type { FediverseClient, FediverseSendContext } from './client.ts';
import type { FediversePayload } from './compose.ts';

const MediaSchema = z.object({ id: z.string().min(1) });

/** The pictures of a status, in their order, with their descriptions; the ids that the instance gave them. Nothing is public yet. */
export const uploadMedia = async (
  context: FediverseSendContext,
  client: FediverseClient,
  media: FediversePayload['media'],
): Promise<Result<readonly string[], ApiFailure>> => {
  const ids: string[] = [];
  for (const one of media) {
    const form = formOf(await context.loadMedia(one.id), one);
    const call = { method: 'POST', path: '/api/v2/media', form, timeoutMs: 120_000 } as const;
    const answer = await client.call(call, MediaSchema);
    if (!answer.ok) return answer;
    // 202: taken, but still at work on it; a status cannot carry it yet.
    const ready =
      answer.value.status === 202 ? await untilReady(client, answer.value.output.id) : ok(undefined);
    if (!ready.ok) return ready;
    ids.push(answer.value.output.id);
  }
  return ok(ids);
};

const formOf = (picture: Uint8Array, { mimeType, alt }: FediversePayload['media'][number]): FormData => {
  const form = new FormData();
  const name = `immagine.${mimeType.split('/')[1] ?? 'bin'}`;
  form.set('file', new Blob([new Uint8Array(picture)], { type: mimeType }), name);
  if (alt) form.set('description', alt);
  return form;
};

const LOOKS = 20;

/** 206 while at work, 200 when done (https://docs.joinmastodon.org/methods/media/#get). About a minute at most. */
const untilReady = async (client: FediverseClient, id: string): Promise<Result<undefined, ApiFailure>> => {
  for (let look = 1; look <= LOOKS; look += 1) {
    await pause(Math.min(500 * look, 4_000));
    const answer = await client.call({ path: `/api/v1/media/${encodeURIComponent(id)}` }, z.unknown());
    if (!answer.ok) return answer;
    if (answer.value.status === 200) return ok(undefined);
  }
  return err({
    problem: { kind: 'timeout', detail: 'the instance is still at work on a picture' },
    effect: 'none',
  });
};
