import { audit, type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { readingForAll } from '../../platform/db/reader.ts';
import { newId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type EventType, TRIAL } from '../model/event-types.ts';
import {
  deleteEndpoint,
  type Endpoint,
  findEndpoint,
  insertEndpoint,
  lockEndpoint,
  selectEndpoints,
  takeNumbers,
  tellWantsChanged,
  updateEndpoint,
} from '../store/endpoints.ts';
import { insertMessages, type NewMessage, type Replay, replayMessages } from '../store/messages.ts';
import type { Context } from './context.ts';
import { askForDelivery } from './lanes.ts';
import { newWebhookSecret, sealWebhookSecret } from './sealed.ts';

export const MOST_ENDPOINTS = 20;

export type EndpointWish = {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly EventType[];
  readonly withTexts: boolean;
};

type Refused<Kind extends string> = { readonly kind: Kind };
/** The secret is said when it is made, and kept sealed. */
export type Made = { readonly endpoint: Endpoint; readonly secret: string };

/** Tells an address of the company of these events from now on. */
export const addEndpoint = async (
  context: Context,
  actor: Member,
  wish: EndpointWish,
): Promise<Result<Made, Refused<'not-allowed' | 'bad-address' | 'too-many'>>> => {
  if (!may(actor, 'integrations.manage')) return err({ kind: 'not-allowed' });
  if (!(await isReachable(context, wish.url))) return err({ kind: 'bad-address' });
  const { workspaceId } = actor;
  const made = await context.database.inWorkspace(workspaceId, async (tx) => {
    if ((await selectEndpoints(tx, workspaceId)).length >= MOST_ENDPOINTS)
      return err({ kind: 'too-many' as const });
    const [id, secret] = [newId(), newWebhookSecret()];
    const sealedSecret = sealWebhookSecret(context.sealer, workspaceId, id, secret);
    await insertEndpoint(tx, {
      workspaceId,
      id,
      ...wish,
      kinds: [...wish.kinds],
      state: 'active',
      sealedSecret,
      createdBy: actor.personId,
      createdAt: context.clock.now(),
    });
    const details = { name: wish.name, kinds: wish.kinds, withTexts: wish.withTexts };
    await audit(tx, actor, { action: 'webhook.added', subjectKind: 'webhook', subjectId: id, details });
    await tellWantsChanged(tx, workspaceId);
    const endpoint = await findEndpoint(tx, workspaceId, id);
    if (!endpoint) throw new Error('an endpoint that was just made is not there');
    return ok({ endpoint, secret });
  });
  await context.wants.look(workspaceId);
  return made;
};

/** Changes what is told where, or stops and restarts it. Turned on again, it begins with a clean sheet. */
export const changeEndpoint = async (
  context: Context,
  actor: Member,
  id: string,
  { state, ...wish }: Partial<EndpointWish> & { readonly state?: 'active' | 'paused' },
): Promise<Result<Endpoint, Refused<'not-allowed' | 'not-found' | 'bad-address'>>> => {
  if (!may(actor, 'integrations.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const { url, kinds } = wish;
  if (url !== undefined && !(await isReachable(context, url))) return err({ kind: 'bad-address' });
  const changed = await context.database.inWorkspace(workspaceId, async (tx) => {
    const endpoint = await lockEndpoint(tx, workspaceId, id);
    if (!endpoint) return err({ kind: 'not-found' as const });
    const isWoken = state === 'active' && endpoint.state !== 'active';
    const fresh = isWoken || url !== undefined ? anew : {};
    await updateEndpoint(tx, workspaceId, id, {
      ...wish,
      ...(kinds ? { kinds: [...kinds] } : {}),
      ...(state ? { state, reason: null } : {}),
      ...fresh,
    } as Partial<Endpoint>);
    const details = {
      name: wish.name ?? endpoint.name,
      changed: [...Object.keys(wish), ...(state ? [state] : [])],
    };
    await audit(tx, actor, { action: 'webhook.changed', subjectKind: 'webhook', subjectId: id, details });
    await tellWantsChanged(tx, workspaceId);
    if (isWoken) await askForDelivery(context, tx, { workspaceId, id, isSlow: false });
    return ok((await findEndpoint(tx, workspaceId, id)) ?? endpoint);
  });
  await context.wants.look(workspaceId);
  return changed;
};

const anew = { failures: 0, failingSince: null, restingUntil: null, toldAt: null, isSlow: false } as const;

/** Its log goes with it. */
export const removeEndpoint = async (
  context: Context,
  actor: Member,
  id: string,
): Promise<Result<null, Refused<'not-allowed' | 'not-found'>>> => {
  if (!may(actor, 'integrations.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const removed = await context.database.inWorkspace(workspaceId, async (tx) => {
    const endpoint = await lockEndpoint(tx, workspaceId, id);
    if (!endpoint || !(await deleteEndpoint(tx, workspaceId, id))) return err({ kind: 'not-found' as const });
    const details = { name: endpoint.name };
    await audit(tx, actor, { action: 'webhook.removed', subjectKind: 'webhook', subjectId: id, details });
    await tellWantsChanged(tx, workspaceId);
    return ok(null);
  });
  await context.wants.look(workspaceId);
  return removed;
};

/** A new secret; the old one signs beside it for `overlapHours`, so that the receiver can change over without a gap. */
export const rotateSecret = (
  context: Context,
  actor: Member,
  { id, overlapHours }: { readonly id: string; readonly overlapHours: number },
): Promise<Result<Made, Refused<'not-allowed' | 'not-found'>>> =>
  context.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'integrations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const endpoint = await lockEndpoint(tx, workspaceId, id);
    if (!endpoint) return err({ kind: 'not-found' });
    const secret = newWebhookSecret();
    const change = {
      sealedSecret: sealWebhookSecret(context.sealer, workspaceId, id, secret),
      sealedPrevious: overlapHours > 0 ? endpoint.sealedSecret : null,
      previousUntil:
        overlapHours > 0 ? new Date(context.clock.now().getTime() + overlapHours * 3_600_000) : null,
    };
    await updateEndpoint(tx, workspaceId, id, change);
    const details = { name: endpoint.name, overlapHours };
    await audit(tx, actor, {
      action: 'webhook.secret-rotated',
      subjectKind: 'webhook',
      subjectId: id,
      details,
    });
    return ok({ endpoint: { ...endpoint, ...change }, secret });
  });

/** A message that says only that it is a trial, by the same road as all others. */
export const tryEndpoint = (
  context: Context,
  actor: Member,
  id: string,
): Promise<Result<{ readonly messageId: string }, Refused<'not-allowed' | 'not-found' | 'not-active'>>> =>
  context.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'integrations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const endpoint = await lockEndpoint(tx, workspaceId, id);
    if (!endpoint) return err({ kind: 'not-found' });
    const taken = await takeNumbers(tx, workspaceId, id, 1);
    if (!taken) return err({ kind: 'not-active' });
    const now = context.clock.now();
    const messageId = newId();
    const trial: NewMessage = {
      id: messageId,
      endpointId: id,
      number: taken.first,
      kind: TRIAL,
      data: { askedBy: actor.name },
      happenedAt: now,
    };
    await insertMessages(tx, workspaceId, [trial], now);
    await updateEndpoint(tx, workspaceId, id, { restingUntil: null });
    await askForDelivery(context, tx, { workspaceId, id, isSlow: false });
    await appendLive(tx, workspaceId, [{ kind: 'webhook.changed', payload: { endpointId: id } }]);
    return ok({ messageId });
  });

/** Sends one message, or all of a period, once more: same ids, same numbers. All of it, whatever a shield hides from whoever asks. */
export const replay = (
  context: Context,
  actor: Member,
  { id, which }: { readonly id: string; readonly which: Replay },
): Promise<Result<{ readonly count: number }, Refused<'not-allowed' | 'not-found' | 'not-active'>>> =>
  readingForAll(() =>
    context.database.inWorkspace(actor.workspaceId, (tx) => replayIn(context, tx, actor, { id, which })),
  );

const replayIn = async (
  context: Context,
  tx: Transaction,
  actor: Member,
  { id, which }: { readonly id: string; readonly which: Replay },
): Promise<Result<{ readonly count: number }, Refused<'not-allowed' | 'not-found' | 'not-active'>>> => {
  if (!may(actor, 'integrations.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const endpoint = await lockEndpoint(tx, workspaceId, id);
  if (!endpoint) return err({ kind: 'not-found' });
  if (endpoint.state !== 'active') return err({ kind: 'not-active' });
  const count = await replayMessages(tx, workspaceId, id, which, context.clock.now());
  if (count > 0) {
    await updateEndpoint(tx, workspaceId, id, { restingUntil: null });
    const details = { name: endpoint.name, count };
    await audit(tx, actor, { action: 'webhook.replayed', subjectKind: 'webhook', subjectId: id, details });
    await askForDelivery(context, tx, endpoint);
    await appendLive(tx, workspaceId, [{ kind: 'webhook.changed', payload: { endpointId: id } }]);
  }
  return ok({ count });
};

/** Judged again at every attempt; here only so that a mistake is said at once. Plain http is for addresses that the operator named. */
const isReachable = async ({ http, config }: Context, address: string): Promise<boolean> => {
  const url = URL.parse(address);
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username || url.password) return false;
  const host = await http.checkHost(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  if (!host.ok) return false;
  return url.protocol === 'https:' || config.allowPrivateAddresses.includes(host.value.address);
};
