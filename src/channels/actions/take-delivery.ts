import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PushAnswer, PushEnd, PushRequest, PushVerdict } from '../contract.ts';
import { hashOfKey } from '../doors/door-key.ts';
import { findDoorByHash } from '../store/connection-doors.ts';
import { countWaiting, insertDelivery, type Waiting } from '../store/inbound-deliveries.ts';
import { type OpenConnection, openConnection } from './open-connection.ts';

/** Told on the database when something waits, so that it need not wait for the next look. */
export const DELIVERIES_SIGNAL = 'passaparola_deliveries';

/** Deliveries of one connection that may wait: more are refused until these are read. */
export const MOST_WAITING = 10_000;

export type TakenDelivery =
  | { readonly kind: 'answered'; readonly answer: PushAnswer; readonly channel: string }
  | {
      readonly kind: 'kept';
      readonly answer: PushAnswer;
      readonly channel: string;
      readonly id: string;
      readonly tellEnd: ((end: PushEnd) => PushAnswer) | undefined;
    }
  /** The host that it names is named too often. */
  | { readonly kind: 'besieging'; readonly answer: PushAnswer; readonly channel: string }
  | { readonly kind: 'full'; readonly channel: string }
  | { readonly kind: 'paused'; readonly channel: string };

type Outside = Pick<Platform, 'config' | 'database' | 'sealer' | 'http' | 'clock' | 'log'>;

/** A connection that a key opens; undefined alike for keys that never were, have ended, or whose connection was removed. */
export const openDoor = async (
  platform: Outside,
  key: string,
): Promise<{ readonly whose: Waiting; readonly opened: OpenConnection } | undefined> => {
  const whose = await platform.database.asInstallation((tx) =>
    findDoorByHash(tx, hashOfKey(key), platform.clock.now()),
  );
  if (!whose) return undefined;
  const opened = await openConnection(platform, whose.workspaceId, whose.connectionId);
  return opened.ok && opened.value.channel.receive.push ? { whose, opened: opened.value } : undefined;
};

/** Lets the channel judge a request, and keeps what is to be kept before anybody is told that we have it. */
export const takeDelivery = async (
  platform: Outside,
  { whose, opened }: { readonly whose: Waiting; readonly opened: OpenConnection },
  request: PushRequest,
  mayAsk: (host: string, connectionId: string) => boolean = () => true,
): Promise<TakenDelivery> => {
  const channel = opened.channel.manifest.id;
  if (opened.row.state === 'paused') return { kind: 'paused', channel };
  const verdict = judge(platform, opened, request);
  if (verdict.kind === 'answer') return { kind: 'answered', answer: verdict.answer, channel };
  if (verdict.asks !== undefined && !mayAsk(verdict.asks, whose.connectionId)) {
    const answer = verdict.tellEnd?.('too-many') ?? { status: 429, headers: { 'retry-after': '60' } };
    return { kind: 'besieging', answer, channel };
  }
  const kept = await platform.database.inWorkspace(whose.workspaceId, (tx) =>
    keep(tx, platform, whose, request, verdict.note ?? {}),
  );
  if (kept === 'full') return { kind: 'full', channel };
  const answer = answerOf(verdict, kept, opened.context.door?.url ?? '');
  return { kind: 'kept', answer, channel, id: kept, tellEnd: verdict.tellEnd };
};

const judge = (platform: Outside, opened: OpenConnection, request: PushRequest): PushVerdict => {
  try {
    return opened.channel.receive.push?.accept(opened.context, request) ?? notFoundVerdict;
  } catch (error) {
    const facts = { channel: opened.channel.manifest.id, error: error instanceof Error ? error.name : '' };
    platform.log.error(facts, 'a channel could not judge what was brought to its door');
    return { kind: 'answer', answer: { status: 400 } };
  }
};

const notFoundVerdict: PushVerdict = { kind: 'answer', answer: { status: 404 } };

const keep = async (
  tx: Transaction,
  { clock }: Outside,
  { workspaceId, connectionId }: Waiting,
  request: PushRequest,
  note: Readonly<Record<string, string>>,
): Promise<string | 'full'> => {
  if ((await countWaiting(tx, workspaceId, connectionId, MOST_WAITING)) >= MOST_WAITING) return 'full';
  const { rawBody, ...head } = request;
  const now = clock.now();
  const id = await insertDelivery(tx, {
    workspaceId,
    id: newId(),
    connectionId,
    receivedAt: now,
    request: storable({ ...head, note }),
    body: Buffer.from(rawBody),
    digest: digestOf(request),
    nextAttemptAt: now,
  });
  await tx.execute(sql`select pg_notify(${DELIVERIES_SIGNAL}, '')`);
  return id;
};

/** PostgreSQL's jsonb takes no NUL and no half surrogates. */
const storable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'string' ? inner.replaceAll('\0', '').toWellFormed() : inner,
    ),
  );

export const digestOf = ({ method, path, query, rawBody }: PushRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([method, path, Object.entries(query)]))
    .update('\n')
    .update(rawBody)
    .digest('base64url');

const answerOf = (
  verdict: Extract<PushVerdict, { kind: 'keep' }>,
  id: string,
  doorAddress: string,
): PushAnswer => {
  const answer = verdict.answer ?? { status: 200 };
  if (!verdict.statusPage) return answer;
  return { ...answer, headers: { ...answer.headers, location: `${doorAddress}/status/${id}` } };
};
