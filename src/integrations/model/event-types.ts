/** What a company can be told of by program. Data of the API: a name here never changes its meaning. */
export const eventTypes = [
  'mention.received',
  'thread.opened',
  'thread.assigned',
  'thread.closed',
  'thread.reopened',
  'threads.organised',
  'reply.sent',
  'reply.failed',
  'case.opened',
  'case.changed',
  'alert.opened',
] as const;
export type EventType = (typeof eventTypes)[number];

/** Sent when somebody asks for a trial, to any address. */
export const TRIAL = 'webhook.test';
export type MessageKind = EventType | typeof TRIAL;
