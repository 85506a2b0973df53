import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { MentionView } from '../use-listening.ts';

export type AlertKind = 'spike' | 'polarity' | 'aspect' | 'silence' | 'reach' | 'phrase';
export type FalseAlarms = 'week' | 'month' | 'quarter';
export type Moment = 'now' | 'digest' | 'never';

export type AlertView = {
  readonly id: string;
  readonly watchName: string;
  readonly kind: AlertKind;
  readonly measure: string;
  readonly beganAt: string;
  readonly openedAt: string;
  readonly grewAt: string;
  readonly endedAt: string | null;
  readonly acknowledged: { readonly at: string; readonly by: string } | null;
  readonly title: string;
  readonly explanation: string;
  readonly caution: string;
};

export type AlertHour = {
  readonly at: string;
  readonly heard: number;
  readonly marked: number | null;
  readonly usual: number | null;
  readonly isStory: boolean;
};

export type AlertStory = AlertView & {
  readonly words: readonly { readonly word: string; readonly now: number; readonly before: number }[];
  readonly hours: readonly AlertHour[];
  readonly mentions: readonly MentionView[];
  readonly deliveries: readonly {
    readonly way: 'mail' | 'telegram' | 'push' | 'webhook';
    readonly state: 'waiting' | 'sent' | 'failed';
  }[];
};

export type AlertRule = {
  readonly id: string;
  readonly watchId: string;
  readonly watchName: string;
  readonly kind: AlertKind;
  readonly falseAlarms: FalseAlarms;
  readonly leastReach: number;
  readonly state: 'on' | 'off';
  readonly canChoose: boolean;
};

type Page = { readonly alerts: readonly AlertView[]; readonly next: string | null };

export const useAlerts = () => {
  const { id } = useWorkspace();
  const result = useInfiniteQuery({
    queryKey: [...keys.alerts(id), 'list'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<Page>('GET', inWorkspace(id, 'alerts') + query({ before: pageParam }), undefined, signal),
    getNextPageParam: (page) => page.next,
  });
  return { ...result, alerts: result.data?.pages.flatMap(({ alerts }) => alerts) ?? [] };
};

export const useAlert = (alertId: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.alerts(id), 'one', alertId],
    queryFn: ({ signal }) => call<AlertStory>('GET', inWorkspace(id, 'alerts', alertId), undefined, signal),
  });
};

export const useRules = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.alerts(id), 'rules'],
    queryFn: ({ signal }) =>
      call<{ rules: readonly AlertRule[] }>('GET', inWorkspace(id, 'alert-rules'), undefined, signal),
  });
};

type Preview = { readonly days: number; readonly told: Readonly<Record<FalseAlarms, number>> | null };

export const useRulePreview = (ruleId: string, isWanted: boolean) => {
  const { id } = useWorkspace();
  return useQuery({
    enabled: isWanted,
    staleTime: 600_000,
    // Not with the alerts: a new one must not compute all previews again.
    queryKey: [...keys.watches(id), 'alert-preview', ruleId],
    queryFn: ({ signal }) =>
      call<Preview>('GET', inWorkspace(id, 'alert-rules', ruleId, 'preview'), undefined, signal),
  });
};

/** Anything that changes what the server says of alerts. */
const useChange = <Given>(change: (workspaceId: string, given: Given) => Promise<unknown>) => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => change(id, given),
    onSettled: () => client.invalidateQueries({ queryKey: keys.alerts(id) }),
  });
};

export const useAcknowledge = () =>
  useChange((id, alertId: string) => call<void>('POST', inWorkspace(id, 'alerts', alertId, 'acknowledge')));

export const useChangeRule = () =>
  useChange(
    (
      id,
      {
        ruleId,
        ...change
      }: { ruleId: string } & Partial<Pick<AlertRule, 'state' | 'falseAlarms' | 'leastReach'>>,
    ) => call<void>('PATCH', inWorkspace(id, 'alert-rules', ruleId), change),
  );

export type Preferences = {
  readonly mail: Moment;
  readonly telegram: Moment;
  readonly push: Moment;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly digestHour: number;
};

export type MyWays = {
  readonly preferences: Preferences;
  readonly hasMailServer: boolean;
  readonly telegram: { readonly bot: string | null; readonly isJoined: boolean; readonly code: string };
  readonly push: {
    readonly serverKey: string;
    readonly devices: readonly { readonly id: string; readonly name: string; readonly createdAt: string }[];
  };
};

export const useMyWays = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.alerts(id), 'ways'],
    queryFn: ({ signal }) => call<MyWays>('GET', inWorkspace(id, 'alert-preferences'), undefined, signal),
  });
};

export const useChangePreferences = () =>
  useChange((id, preferences: Preferences) =>
    call<void>('PUT', inWorkspace(id, 'alert-preferences'), preferences),
  );

export type Trial = { readonly arrived: number; readonly problems: readonly string[] };

export const useTrial = () => {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: (way: 'mail' | 'telegram' | 'push') =>
      call<Trial>('POST', inWorkspace(id, 'alert-preferences', 'trial'), { way }),
  });
};

export const useJoinTelegram = () =>
  useChange((id, _: undefined) => call<void>('POST', inWorkspace(id, 'alert-preferences', 'telegram')));

export const useChangeBot = () =>
  useChange((id, token: string | null) => call<void>('PUT', inWorkspace(id, 'alert-bot'), { token }));

export const useAddDevice = () =>
  useChange(async (id, serverKey: string) =>
    call<void>('POST', inWorkspace(id, 'alert-devices'), await subscribeThisBrowser(serverKey)),
  );

export const useRemoveDevice = () =>
  useChange((id, deviceId: string) => call<void>('DELETE', inWorkspace(id, 'alert-devices', deviceId)));

export const canTakeNotices = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** Asks the person, then the browser's own service (W3C Push API). */
const subscribeThisBrowser = async (applicationServerKey: string) => {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('not granted');
  const worker = await navigator.serviceWorker.ready;
  const before = await worker.pushManager.getSubscription();
  await before?.unsubscribe();
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { endpoint, keys: secret } = subscription.toJSON();
  const name = /Firefox|Edg|Chrome|Safari/.exec(navigator.userAgent)?.[0] ?? 'Browser';
  return { name, endpoint, p256dh: secret?.p256dh, auth: secret?.auth };
};

export type WebhookView = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly lastAt: string | null;
  readonly lastProblem: string | null;
};

export const useWebhooks = (isWanted: boolean) => {
  const { id } = useWorkspace();
  return useQuery({
    enabled: isWanted,
    queryKey: [...keys.alerts(id), 'webhooks'],
    queryFn: ({ signal }) =>
      call<{ webhooks: readonly WebhookView[] }>('GET', inWorkspace(id, 'alert-webhooks'), undefined, signal),
  });
};

export const useAddWebhook = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (webhook: { name: string; url: string }) =>
      call<{ id: string; secret: string }>('POST', inWorkspace(id, 'alert-webhooks'), webhook),
    onSettled: () => client.invalidateQueries({ queryKey: keys.alerts(id) }),
  });
};

export const useRemoveWebhook = () =>
  useChange((id, webhookId: string) => call<void>('DELETE', inWorkspace(id, 'alert-webhooks', webhookId)));

export const useTryWebhook = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (webhookId: string) =>
      call<Trial>('POST', inWorkspace(id, 'alert-webhooks', webhookId, 'trial')),
    onSettled: () => client.invalidateQueries({ queryKey: keys.alerts(id) }),
  });
};
