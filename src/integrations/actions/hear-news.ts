import type { Transaction } from '../../platform/db/database.ts';
import type { DomainEvent, Subscription } from '../../platform/events/events.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { type News, newsOf, sources } from '../model/news.ts';
import { readBegan } from '../store/began.ts';
import { selectEndpoints, takeNumbers } from '../store/endpoints.ts';
import { insertMessages, type NewMessage } from '../store/messages.ts';
import type { Context } from './context.ts';
import { askForDelivery } from './lanes.ts';

/** Hears what happens and sets messages out for whoever wants to be told, in the transaction that takes the events off the outbox. */
export const newsSubscription = (context: Context): Subscription => ({
  name: 'integrations.news',
  kinds: Object.keys(sources),
  handle: async (tx, workspaceId, events) => {
    const wanted = await context.wants.of(workspaceId);
    if (wanted.size === 0) return;
    const of = events.filter(({ kind }) => sources[kind]?.some((type) => wanted.has(type)));
    if (of.length > 0) await tellNews(context, tx, workspaceId, of);
  },
});

const tellNews = async (
  context: Context,
  tx: Transaction,
  workspaceId: WorkspaceId,
  events: readonly DomainEvent[],
): Promise<void> => {
  const began = await readBegan(tx, workspaceId, events);
  const news = events.flatMap((event) => newsOf(event, began));
  if (news.length === 0) return;
  for (const { id, kinds, state } of await selectEndpoints(tx, workspaceId)) {
    const told = state === 'active' ? news.filter(({ kind }) => kinds.includes(kind)) : [];
    await sendTo(context, tx, workspaceId, id, told);
  }
};

const sendTo = async (
  context: Context,
  tx: Transaction,
  workspaceId: WorkspaceId,
  endpointId: string,
  news: readonly News[],
): Promise<void> => {
  if (news.length === 0) return;
  const taken = await takeNumbers(tx, workspaceId, endpointId, news.length);
  if (!taken) return;
  const messages = news.map(
    (one, index): NewMessage => ({ ...one, id: newId(), endpointId, number: taken.first + index }),
  );
  await insertMessages(tx, workspaceId, messages, context.clock.now());
  await askForDelivery(context, tx, { workspaceId, id: endpointId, isSlow: taken.isSlow });
};
