import { z } from 'zod';
import { findWorkspace, listRecipients, type Recipient } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { RETRY_AFTER_S } from '../model/standard-webhook.ts';
import {
  type Delivery,
  deleteDevice,
  findDelivery,
  preferencesOf,
  readBot,
  readDevices,
  readPreferences,
  readWebhooks,
  updateDelivery,
  updateWebhook,
} from '../store/deliveries.ts';
import { type Alert, readAlert } from '../store/stories.ts';
import { explainAlert } from './explain.ts';
import { openDevice, openSecret } from './sealed.ts';
import {
  mailNotice,
  type Notice,
  pushNotice,
  type Sent,
  telegramNotice,
  webhookNotice,
} from './send-notice.ts';
import { TELEGRAM_API } from './telegram.ts';
import { DELIVER_JOB } from './tell-of-alerts.ts';

export type AlertsOptions = {
  /** Where Telegram's bots are spoken to; theirs unless told otherwise. */
  readonly telegramApi?: string;
};

const DataSchema = z.object({ workspaceId: z.uuid(), deliveryId: z.uuid() });

export const deliverJob = (platform: Platform, options: AlertsOptions = {}): JobDefinition => ({
  name: DELIVER_JOB,
  concurrency: 4,
  handle: async (data) => {
    const { workspaceId, deliveryId } = DataSchema.parse(data);
    await deliver(platform, workspaceId, deliveryId, options);
  },
});

/** One attempt. What was sent is never sent again by the way that it was; a process that dies in between sends it twice, which the id tells. */
export const deliver = async (
  platform: Platform,
  workspaceId: string,
  deliveryId: string,
  options: AlertsOptions = {},
): Promise<void> => {
  const send = await platform.database.inWorkspace(workspaceId, async (tx) => {
    const delivery = await findDelivery(tx, workspaceId, deliveryId);
    const alert = delivery && (await readAlert(tx, workspaceId, delivery.alertId));
    return delivery && alert ? { delivery, go: await prepare(platform, tx, delivery, alert, options) } : null;
  });
  if (!send) return;
  const sent: Sent = send.go ? await send.go() : { kind: 'refused', problem: 'nobody' };
  await platform.database.inWorkspace(workspaceId, (tx) => settle(platform, tx, send.delivery, sent));
};

/** All that is needed to send, so that nothing is held open meanwhile; null when there is nobody to tell any more. */
const prepare = async (
  platform: Platform,
  tx: Transaction,
  delivery: Delivery,
  alert: Alert,
  { telegramApi = TELEGRAM_API }: AlertsOptions,
): Promise<(() => Promise<Sent>) | null> => {
  const { workspaceId, way, target } = delivery;
  const now = platform.clock.now();
  if (way === 'webhook') {
    const webhook = (await readWebhooks(tx, workspaceId)).find(({ id }) => id === target);
    const secret = webhook && openSecret(platform.sealer, workspaceId, webhook.id, webhook.sealedSecret);
    if (!webhook || !secret) return null;
    const body = await webhookBody(platform, tx, alert, now);
    return () =>
      webhookNotice(platform.http, { url: webhook.url, secret }, { id: `msg_${delivery.id}`, at: now, body });
  }
  const person = (await listRecipients(tx, workspaceId)).find(
    ({ personId }) => personId === delivery.personId,
  );
  if (!person) return null;
  const notice = await noticeOf(platform, tx, alert, person);
  if (way === 'mail') return () => mailNotice(platform, person, notice);
  if (way === 'push') {
    const device = (await readDevices(tx, workspaceId)).find(({ id }) => id === target);
    const opened = device && openDevice(platform.sealer, device);
    return opened ? () => pushNotice(platform, opened, notice) : null;
  }
  const bot = await readBot(tx, workspaceId);
  const token = bot && openSecret(platform.sealer, workspaceId, 'bot', bot.sealedToken);
  const { telegramChat } = preferencesOf(await readPreferences(tx, workspaceId), person.personId);
  if (!token || !telegramChat) return null;
  return () => telegramNotice({ http: platform.http, api: telegramApi, token }, telegramChat, notice);
};

const alertLink = async (platform: Pick<Platform, 'config'>, tx: Transaction, alert: Alert) => {
  const company = await findWorkspace(tx, alert.workspaceId);
  return `${platform.config.baseUrl}/${company?.slug ?? ''}/ascolto/avvisi/${alert.id}`;
};

const noticeOf = async (
  platform: Platform,
  tx: Transaction,
  alert: Alert,
  person: Recipient,
): Promise<Notice> => {
  const now = platform.clock.now();
  const said = await explainAlert(tx, alert.workspaceId, alert, { language: person.language, now });
  const text = [said.explanation, said.caution].filter(Boolean).join('\n');
  return { title: said.title, text, link: await alertLink(platform, tx, alert) };
};

/** Figures and ids only, as they are at this attempt: what was said is read behind the guarded routes. */
const webhookBody = async (platform: Platform, tx: Transaction, alert: Alert, now: Date): Promise<string> => {
  const said = await explainAlert(tx, alert.workspaceId, alert, { language: 'it', now });
  return JSON.stringify({
    type: 'alert.opened',
    timestamp: alert.openedAt.toISOString(),
    data: {
      id: alert.id,
      kind: alert.kind,
      measure: alert.measure,
      watch: { id: alert.watchId, name: said.watchName },
      beganAt: alert.beganAt.toISOString(),
      title: said.title,
      figures: alert.facts,
      link: await alertLink(platform, tx, alert),
    },
  });
};

const settle = async (
  platform: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  delivery: Delivery,
  sent: Sent,
): Promise<void> => {
  const now = platform.clock.now();
  const attempts = delivery.attempts + 1;
  const { workspaceId, id, way, target } = delivery;
  const problem = sent.kind === 'sent' ? null : sent.problem;
  if (way === 'webhook') await updateWebhook(tx, workspaceId, target, { lastAt: now, lastProblem: problem });
  if (sent.kind === 'gone' && way === 'push') await deleteDevice(tx, workspaceId, target);
  const wait = sent.kind === 'again' ? RETRY_AFTER_S[attempts - 1] : undefined;
  if (sent.kind === 'again' && wait !== undefined) {
    const dueAt = new Date(now.getTime() + Math.max(wait, sent.afterS ?? 0) * 1000);
    await updateDelivery(tx, delivery, { attempts, dueAt, problem });
    await platform.jobs.send(tx, DELIVER_JOB, { workspaceId, deliveryId: id }, { startAfter: dueAt });
    return;
  }
  const state = sent.kind === 'sent' ? 'sent' : 'failed';
  await updateDelivery(tx, delivery, { attempts, state, settledAt: now, problem });
};
