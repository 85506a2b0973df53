import { z } from 'zod';
import { findWorkspace, listRecipients, type Recipient } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { clockIn, isDigestDue } from '../model/telling-time.ts';
import {
  type KeptPreferences,
  preferencesOf,
  readBot,
  readDevices,
  readPreferences,
  savePreferences,
} from '../store/deliveries.ts';
import { listeningWorkspaces, readNames } from '../store/rules.ts';
import { listAlerts } from '../store/stories.ts';
import { words } from '../words.ts';
import type { AlertsOptions } from './deliver.ts';
import { sayIn } from './explain.ts';
import { openDevice, openSecret } from './sealed.ts';
import { mailNotice, type Notice, pushNotice, type Sent, telegramNotice } from './send-notice.ts';
import { TELEGRAM_API } from './telegram.ts';

const DIGEST_JOB = 'alerts.digest-person';
const MOST_IN_DIGEST = 20;
const DAY_MS = 24 * 3_600_000;

const DataSchema = z.object({ workspaceId: z.uuid(), personId: z.uuid(), since: z.iso.datetime() });

/** Every ten minutes: whose hour it is has their day sent, unless nothing happened. */
export const digestJobs = (platform: Platform, options: AlertsOptions = {}): readonly JobDefinition[] => [
  {
    name: 'alerts.digests',
    cron: '*/10 * * * *',
    retries: 0,
    handle: async () => {
      const workspaces = await platform.database.asInstallation(listeningWorkspaces);
      for (const workspaceId of workspaces) await askDigests(platform, workspaceId);
    },
  },
  {
    name: DIGEST_JOB,
    handle: async (data) => {
      const { workspaceId, personId, since } = DataSchema.parse(data);
      await sendDigest(platform, { workspaceId, personId, since: new Date(since) }, options);
    },
  },
];

const wants = ({ mail, telegram, push }: KeptPreferences): boolean =>
  mail === 'digest' || telegram === 'digest' || push === 'digest';

/** The day is written down with the order to send: nobody is sent two. */
export const askDigests = (
  platform: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  workspaceId: WorkspaceId,
): Promise<void> =>
  platform.database.inWorkspace(workspaceId, async (tx) => {
    const now = platform.clock.now();
    const kept = await readPreferences(tx, workspaceId);
    for (const { personId, timeZone } of await listRecipients(tx, workspaceId)) {
      const preferences = preferencesOf(kept, personId);
      const { digestHour, digestDay } = preferences;
      if (!wants(preferences) || !isDigestDue(digestHour, digestDay, timeZone, now)) continue;
      const { day } = clockIn(timeZone, now);
      await savePreferences(tx, workspaceId, personId, { ...preferences, digestDay: day });
      const since = new Date(now.getTime() - DAY_MS).toISOString();
      await platform.jobs.send(tx, DIGEST_JOB, { workspaceId, personId, since });
    }
  });

type Asked = { readonly workspaceId: WorkspaceId; readonly personId: string; readonly since: Date };

/** Throws when a way asks to be tried again: the job comes back. */
const sendDigest = async (platform: Platform, asked: Asked, options: AlertsOptions = {}): Promise<void> => {
  const sends = await platform.database.inWorkspace(asked.workspaceId, async (tx) => {
    const person = (await listRecipients(tx, asked.workspaceId)).find(
      (one) => one.personId === asked.personId,
    );
    const notice = person && (await digestOf(platform, tx, asked, person));
    if (!person || !notice) return [];
    const preferences = preferencesOf(await readPreferences(tx, asked.workspaceId), person.personId);
    return waysFor(platform, tx, asked.workspaceId, person, preferences, notice, options);
  });
  const outcomes = await Promise.all(sends.map((send) => send()));
  if (outcomes.length > 0 && outcomes.every(({ kind }) => kind === 'again'))
    throw new Error('no way took the digest');
};

/** Null when nothing happened: no news is not sent. */
const digestOf = async (
  platform: Pick<Platform, 'config'>,
  tx: Transaction,
  { workspaceId, since }: Asked,
  { language }: Recipient,
): Promise<Notice | null> => {
  const alerts = await listAlerts(tx, workspaceId, { since, limit: MOST_IN_DIGEST });
  if (alerts.length === 0) return null;
  const company = await findWorkspace(tx, workspaceId);
  const names = await readNames(tx, workspaceId);
  const lines = alerts.map((alert) => {
    const said = sayIn(company, alert, names.get(alert.watchId) ?? '…', [], language);
    return `• ${said.title}\n  ${said.explanation}`;
  });
  return {
    title: words[language].digest(alerts.length, company?.name ?? ''),
    text: lines.join('\n\n'),
    link: `${platform.config.baseUrl}/${company?.slug ?? ''}/ascolto/avvisi`,
  };
};

/** The ways that are set to the digest, each ready to be gone. */
const waysFor = async (
  platform: Platform,
  tx: Transaction,
  workspaceId: WorkspaceId,
  person: Recipient,
  preferences: KeptPreferences,
  notice: Notice,
  { telegramApi = TELEGRAM_API }: AlertsOptions,
): Promise<readonly (() => Promise<Sent>)[]> => {
  const sends: (() => Promise<Sent>)[] = [];
  if (preferences.mail === 'digest') sends.push(() => mailNotice(platform, person, notice));
  const bot = await readBot(tx, workspaceId);
  const token = bot && openSecret(platform.sealer, workspaceId, 'bot', bot.sealedToken);
  const chat = preferences.telegramChat;
  if (preferences.telegram === 'digest' && token && chat)
    sends.push(() => telegramNotice({ http: platform.http, api: telegramApi, token }, chat, notice));
  if (preferences.push === 'digest')
    for (const device of await readDevices(tx, workspaceId)) {
      const opened = device.personId === person.personId ? openDevice(platform.sealer, device) : undefined;
      if (opened) sends.push(() => pushNotice(platform, opened, notice));
    }
  return sends;
};

/** Tells a person of something invented, by one way, to see that it arrives. */
export const sendTrial = async (
  platform: Platform,
  asked: {
    readonly workspaceId: WorkspaceId;
    readonly personId: string;
    readonly way: 'mail' | 'telegram' | 'push';
  },
  options: AlertsOptions = {},
): Promise<readonly Sent[]> => {
  const sends = await platform.database.inWorkspace(asked.workspaceId, async (tx) => {
    const person = (await listRecipients(tx, asked.workspaceId)).find(
      (one) => one.personId === asked.personId,
    );
    if (!person) return [];
    const company = await findWorkspace(tx, asked.workspaceId);
    const { title, text } = words[person.language].trial(company?.name ?? '');
    const link = `${platform.config.baseUrl}/${company?.slug ?? ''}/ascolto/avvisi`;
    const kept = preferencesOf(await readPreferences(tx, asked.workspaceId), person.personId);
    const only = { ...kept, mail: 'never', telegram: 'never', push: 'never', [asked.way]: 'digest' } as const;
    return waysFor(platform, tx, asked.workspaceId, person, only, { title, text, link }, options);
  });
  return Promise.all(sends.map((send) => send()));
};
