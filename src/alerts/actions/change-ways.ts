import { createHmac, randomBytes } from 'node:crypto';
import { audit, type Member, may } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Preferences } from '../model/preferences.ts';
import { type PushSubscription, serverKeysFrom } from '../model/web-push.ts';
import {
  deleteBot,
  deleteDevice,
  deleteWebhook,
  forgetChats,
  insertDevice,
  insertWebhook,
  preferencesOf,
  readBot,
  readDevices,
  readPreferences,
  readWebhooks,
  saveBot,
  savePreferences,
  type Webhook,
} from '../store/deliveries.ts';
import type { AlertsOptions } from './deliver.ts';
import { endpointDigest, openSecret, sealSecret } from './sealed.ts';
import { type Sent, webhookNotice } from './send-notice.ts';
import { findChat, readBotName, TELEGRAM_API } from './telegram.ts';

type Ground = Pick<Platform, 'database' | 'clock' | 'sealer' | 'http' | 'config'>;
type NotAllowed = { readonly kind: 'not-allowed' };

/** What a person chose, and what there is to choose from. */
export const readMyWays = ({ database, sealer, config }: Ground, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' as const });
    const { workspaceId, personId } = actor;
    const {
      digestDay: _day,
      telegramChat,
      ...preferences
    } = preferencesOf(await readPreferences(tx, workspaceId), personId);
    const bot = await readBot(tx, workspaceId);
    const devices = (await readDevices(tx, workspaceId)).filter((device) => device.personId === personId);
    return ok({
      preferences,
      hasMailServer: config.mail !== undefined,
      telegram: {
        bot: bot?.username ?? null,
        isJoined: telegramChat !== null,
        code: startCode(sealer, actor),
      },
      push: {
        serverKey: serverKeysFrom(sealer.deriveKey('alerts:web-push')).publicKey,
        devices: devices.map(({ id, name, createdAt }) => ({ id, name, createdAt: createdAt.toISOString() })),
      },
    });
  });

/** What a person writes to the bot, so that it knows who they are: nobody else can guess it. */
const startCode = ({ deriveKey }: Ground['sealer'], { workspaceId, personId }: Member): string =>
  createHmac('sha256', deriveKey('alerts:telegram'))
    .update(`${workspaceId}:${personId}`)
    .digest('base64url')
    .slice(0, 24);

export const changePreferences = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  change: Omit<Preferences, 'telegramChat'>,
): Promise<Result<null, NotAllowed>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' });
    const kept = preferencesOf(await readPreferences(tx, actor.workspaceId), actor.personId);
    await savePreferences(tx, actor.workspaceId, actor.personId, { ...kept, ...change });
    return ok(null);
  });

type JoinFailure = { readonly kind: 'not-allowed' | 'no-bot' | 'not-written' | 'telegram' };

/** Looks whether the person has written to the bot, and keeps where. */
export const joinTelegram = async (
  { database, sealer, http }: Ground,
  actor: Member,
  { telegramApi = TELEGRAM_API }: AlertsOptions = {},
): Promise<Result<null, JoinFailure>> => {
  if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' });
  const { workspaceId, personId } = actor;
  const bot = await database.inWorkspace(workspaceId, (tx) => readBot(tx, workspaceId));
  const token = bot && openSecret(sealer, workspaceId, 'bot', bot.sealedToken);
  if (!token) return err({ kind: 'no-bot' });
  const chat = await findChat({ http, api: telegramApi, token }, startCode(sealer, actor));
  if (!chat.ok) return err({ kind: 'telegram' });
  if (chat.value === null) return err({ kind: 'not-written' });
  await database.inWorkspace(workspaceId, async (tx) => {
    const kept = preferencesOf(await readPreferences(tx, workspaceId), personId);
    await savePreferences(tx, workspaceId, personId, { ...kept, telegramChat: chat.value });
  });
  return ok(null);
};

/** Keeps the company's bot after Telegram has said that it is one; null forgets it. */
export const changeBot = async (
  { database, sealer, http }: Ground,
  actor: Member,
  token: string | null,
  { telegramApi = TELEGRAM_API }: AlertsOptions = {},
): Promise<Result<null, { readonly kind: 'not-allowed' | 'telegram' }>> => {
  if (!may(actor, 'alerts.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const name = token === null ? ok(null) : await readBotName({ http, api: telegramApi, token });
  if (!name.ok) return err({ kind: 'telegram' });
  await database.inWorkspace(workspaceId, async (tx) => {
    const before = await readBot(tx, workspaceId);
    if (before && before.username !== name.value) await forgetChats(tx, workspaceId);
    if (token === null || name.value === null) await deleteBot(tx, workspaceId);
    else {
      const sealedToken = sealSecret(sealer, workspaceId, 'bot', token);
      await saveBot(tx, { workspaceId, sealedToken, username: name.value });
    }
    const details = { bot: name.value };
    await audit(tx, actor, { action: 'alert-bot.changed', subjectKind: 'workspace', details });
  });
  return ok(null);
};

export const addDevice = (
  { database, clock, sealer }: Ground,
  actor: Member,
  { name, ...subscription }: PushSubscription & { readonly name: string },
): Promise<Result<{ readonly id: string }, NotAllowed>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.read')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const id = newId();
    await insertDevice(tx, {
      workspaceId,
      id,
      personId,
      name,
      digest: endpointDigest(subscription.endpoint),
      sealed: sealSecret(sealer, workspaceId, id, JSON.stringify(subscription)),
      serverKey: serverKeysFrom(sealer.deriveKey('alerts:web-push')).publicKey,
      createdAt: clock.now(),
    });
    return ok({ id });
  });

export const removeDevice = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<null, { readonly kind: 'not-found' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) =>
    (await deleteDevice(tx, actor.workspaceId, id, actor.personId)) ? ok(null) : err({ kind: 'not-found' }),
  );

export const listWebhooks = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
): Promise<Result<readonly Webhook[], NotAllowed>> =>
  database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'alerts.manage')
      ? ok(await readWebhooks(tx, actor.workspaceId))
      : err({ kind: 'not-allowed' }),
  );

/** The secret is told this once. */
export const addWebhook = (
  { database, clock, sealer }: Ground,
  actor: Member,
  { name, url }: { readonly name: string; readonly url: string },
): Promise<Result<{ readonly id: string; readonly secret: string }, NotAllowed>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const id = newId();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const sealedSecret = sealSecret(sealer, workspaceId, id, secret);
    const fresh = { createdAt: clock.now(), lastAt: null, lastProblem: null };
    await insertWebhook(tx, { workspaceId, id, name, url, sealedSecret, ...fresh });
    const details = { name, host: new URL(url).host };
    await audit(tx, actor, {
      action: 'alert-webhook.added',
      subjectKind: 'alert-webhook',
      subjectId: id,
      details,
    });
    return ok({ id, secret });
  });

export const removeWebhook = (
  { database }: Pick<Ground, 'database'>,
  actor: Member,
  id: string,
): Promise<Result<null, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'alerts.manage')) return err({ kind: 'not-allowed' });
    if (!(await deleteWebhook(tx, actor.workspaceId, id))) return err({ kind: 'not-found' });
    await audit(tx, actor, { action: 'alert-webhook.removed', subjectKind: 'alert-webhook', subjectId: id });
    return ok(null);
  });

/** Sends a trial, signed like the others. */
export const tryWebhook = async (
  { database, clock, sealer, http }: Ground,
  actor: Member,
  id: string,
): Promise<Result<Sent, { readonly kind: 'not-allowed' | 'not-found' }>> => {
  if (!may(actor, 'alerts.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId } = actor;
  const webhooks = await database.inWorkspace(workspaceId, (tx) => readWebhooks(tx, workspaceId));
  const webhook = webhooks.find((one) => one.id === id);
  const secret = webhook && openSecret(sealer, workspaceId, id, webhook.sealedSecret);
  if (!webhook || !secret) return err({ kind: 'not-found' });
  const at = clock.now();
  const body = JSON.stringify({ type: 'alert.trial', timestamp: at.toISOString(), data: {} });
  return ok(await webhookNotice(http, { url: webhook.url, secret }, { id: `msg_${newId()}`, at, body }));
};
