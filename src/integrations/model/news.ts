import { z } from 'zod';
import type { DomainEvent } from '../../platform/events/events.ts';
import type { EventType } from './event-types.ts';

/** What happened, ids alone: texts are looked up when it is told, so that what was erased since is not. */
export type News = {
  readonly kind: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly happenedAt: Date;
};

/** Which events of the rooms below may become which news. */
export const sources: Readonly<Record<string, readonly EventType[]>> = {
  'mentions.received': ['mention.received'],
  'threads.changed': ['thread.opened'],
  'thread.assigned': ['thread.assigned'],
  'thread.closed': ['thread.closed'],
  'thread.reopened': ['thread.reopened'],
  'threads.organised': ['threads.organised'],
  'reply.sent': ['reply.sent'],
  'reply.failed': ['reply.failed'],
  'cases.changed': ['case.opened', 'case.changed'],
  'alerts.opened': ['alert.opened'],
};

const Received = z.object({
  connectionId: z.string(),
  channel: z.string(),
  past: z.literal(true).optional(),
  mentions: z.array(
    z.object({
      id: z.string(),
      isNew: z.boolean(),
      ours: z.boolean(),
      addressed: z.boolean(),
      automatic: z.string().nullable(),
      removed: z.boolean(),
    }),
  ),
});
const Threads = z.object({ threadIds: z.array(z.string()), past: z.literal(true).optional() });
const Cases = z.object({
  cases: z.array(z.object({ caseId: z.string(), state: z.string(), version: z.number() })),
});
const Alerts = z.object({
  alerts: z.array(z.object({ alertId: z.string(), kind: z.string(), watchId: z.string() })),
});
const threadId = z.string();
const personId = z.string().nullish();
const told = {
  'thread.assigned': z.object({ threadId, from: z.string().nullable(), to: z.string().nullable(), personId }),
  'thread.closed': z.object({ threadId, personId }),
  'thread.reopened': z.object({ threadId, personId }),
  'threads.organised': z.object({ threadIds: z.array(z.string()), personId }),
  'reply.sent': z.object({ replyId: z.string(), threadId, mentionId: z.string().nullish(), personId }),
  'reply.failed': z.object({ replyId: z.string(), threadId, mentionId: z.string().nullish(), personId }),
} as const;

/** What only the database knows of an event: which of its threads and cases began with it. */
export type Began = { readonly threads: ReadonlySet<string>; readonly cases: ReadonlySet<string> };

/** The news in one event, in its order. What was brought in from long ago is none. PURE. */
export const newsOf = (
  { id, kind, payload, createdAt }: DomainEvent,
  began: ReadonlyMap<string, Began>,
): readonly News[] => {
  const news = (type: EventType, data: News['data']): News => ({ kind: type, data, happenedAt: createdAt });
  switch (kind) {
    case 'mentions.received': {
      const { past, mentions, connectionId, channel } = Received.parse(payload);
      if (past) return [];
      return mentions
        .filter(({ isNew, ours, automatic, removed }) => isNew && !ours && automatic === null && !removed)
        .map((one) =>
          news('mention.received', { mentionId: one.id, connectionId, channel, addressed: one.addressed }),
        );
    }
    case 'threads.changed': {
      const { past, threadIds } = Threads.parse(payload);
      const fresh = threadIds.filter((one) => began.get(id)?.threads.has(one));
      return past ? [] : fresh.map((one) => news('thread.opened', { threadId: one }));
    }
    case 'cases.changed':
      return Cases.parse(payload).cases.map((one) =>
        news(began.get(id)?.cases.has(one.caseId) ? 'case.opened' : 'case.changed', one),
      );
    case 'alerts.opened':
      return Alerts.parse(payload).alerts.map((one) => news('alert.opened', one));
    default:
      return kind in told
        ? [news(kind as keyof typeof told, told[kind as keyof typeof told].parse(payload))]
        : [];
  }
};
