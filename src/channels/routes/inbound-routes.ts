import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { clientAddress } from '../../platform/http/client-address.ts';
import type { Platform } from '../../platform/platform.ts';
import { readDeliveryStatus } from '../actions/delivery-status.ts';
import { digestOf, openDoor, type TakenDelivery, takeDelivery } from '../actions/take-delivery.ts';
import type { PushAnswer } from '../contract.ts';
import { isDoorKey } from '../doors/door-key.ts';
import { createGate, createSourceGate, type Gate, type GateRates } from '../doors/gate.ts';
import { createWaitingRoom, type WaitingRoom } from '../doors/waiting-room.ts';
import { pushRequestOf, readCapped } from './read-push-request.ts';

const MAX_BYTES = 1_000_000;
/** A body that drips in is given up. */
const BODY_MS = 20_000;
/** What a paused connection misses its poll fetches when it is resumed. */
const PAUSED_SECONDS = 3_600;
const FULL_SECONDS = 60;

/**
 * `/in/<key>`: where the world brings things to a connection. No session and no cookie here: the key opens one door, and the channel
 * behind it judges each request. Every refusal looks the same from outside, whatever the reason.
 */
export const inboundRoutes = (platform: Platform, rates?: GateRates) => {
  const guards: Guards = {
    gate: createGate(platform.clock, rates),
    mayAsk: createSourceGate(platform.clock),
    waitingRoom: createWaitingRoom((whose, id) => readDeliveryStatus(platform, whose, id)),
  };
  const handle = async (context: Context) => {
    const answer = await answerRequest(platform, guards, context);
    context.header('cache-control', 'no-store');
    context.header('x-robots-tag', 'noindex');
    return finish(context, answer);
  };
  return new Hono().all('/in/:key{[A-Za-z0-9_-]{43}}', handle).all('/in/:key{[A-Za-z0-9_-]{43}}/*', handle);
};

type Guards = {
  readonly gate: Gate;
  readonly mayAsk: (host: string, connectionId: string) => boolean;
  readonly waitingRoom: WaitingRoom;
};

const answerRequest = async (platform: Platform, guards: Guards, context: Context): Promise<PushAnswer> => {
  const key = context.req.param('key') ?? '';
  const address = clientAddress(context, platform.config) ?? 'unknown';
  const wait = isDoorKey(key) ? guards.gate(address, key) : 0;
  if (wait > 0) return count(platform, 'unread', 'rate-limited', later(context, 429, Math.ceil(wait / 1000)));
  const door = await openDoor(platform, key);
  if (!door) return count(platform, 'unknown', 'unknown', leave(context, { status: 404 }));
  const channel = door.opened.channel.manifest.id;
  const maxBytes = door.opened.channel.receive.push?.maxBytes ?? MAX_BYTES;
  if (Number(context.req.header('content-length') ?? 0) > maxBytes) {
    return count(platform, channel, 'too-large', leave(context, { status: 413 }));
  }
  const body = await readCapped(context.req.raw.body, { maxBytes, ms: BODY_MS });
  if (body === 'too-large') return count(platform, channel, body, leave(context, { status: 413 }));
  if (body === 'too-slow') return count(platform, channel, body, leave(context, { status: 408 }));
  const request = pushRequestOf(context, key, body);
  const status = await statusAnswer(platform, door.whose, request);
  if (status) return status;
  const taken = await takeDelivery(platform, door, request, guards.mayAsk);
  const answer = answerTaken(platform, context, taken);
  if (taken.kind !== 'kept' || !taken.tellEnd) return answer;
  const end = await guards.waitingRoom.endOf(door.whose, taken.id, digestOf(request));
  return end === undefined ? answer : taken.tellEnd(end);
};

const statusAnswer = async (
  platform: Platform,
  whose: Parameters<typeof readDeliveryStatus>[1],
  { method, path }: { readonly method: string; readonly path: string },
): Promise<PushAnswer | undefined> => {
  const id = /^status\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (method !== 'GET' || id === undefined) return undefined;
  const status = await readDeliveryStatus(platform, whose, id);
  if (!status) return { status: 404 };
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(status) };
};

const answerTaken = (platform: Platform, context: Context, taken: TakenDelivery): PushAnswer => {
  const isRefused = taken.kind === 'answered' && taken.answer.status >= 400;
  const outcome = isRefused ? 'refused' : taken.kind === 'besieging' ? 'rate-limited' : taken.kind;
  platform.metrics.inboundDeliveries.inc({ channel: taken.channel, outcome });
  if (taken.kind === 'full') return later(context, 503, FULL_SECONDS);
  if (taken.kind === 'paused') return later(context, 503, PAUSED_SECONDS);
  return taken.answer;
};

const count = (platform: Platform, channel: string, outcome: string, answer: PushAnswer): PushAnswer => {
  platform.metrics.inboundDeliveries.inc({ channel, outcome });
  return answer;
};

/** What we do not read stays on the line: the connection must end with the answer. */
const leave = (context: Context, answer: PushAnswer): PushAnswer => {
  if (context.req.raw.body) context.header('connection', 'close');
  return answer;
};

const later = (context: Context, status: number, seconds: number): PushAnswer =>
  leave(context, { status, headers: { 'retry-after': String(seconds) } });

const finish = (context: Context, { status, headers = {}, body }: PushAnswer) => {
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
  const isBare = body === undefined || [204, 205, 304].includes(status);
  if (isBare) return context.body(null, status as ContentfulStatusCode);
  if (!headers['content-type']) context.header('content-type', 'text/plain; charset=utf-8');
  return context.body(body, status as ContentfulStatusCode);
};
