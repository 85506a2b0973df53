import type { Room } from '../platform/room.ts';
import type { Assistant } from './actions/assistant.ts';
import { readingSubscription } from './actions/hear-mentions.ts';
import { readUncertainJob } from './actions/read-uncertain.ts';

/** What this room does by itself, where a company wants it: ask a language model about texts that we are unsure of. */
export const assistantRoom = (assistant: Assistant): Room => ({
  name: 'assistant',
  subscriptions: [readingSubscription(assistant)],
  jobs: [readUncertainJob(assistant)],
  start: async () => ({ stop: () => assistant.close() }),
});
