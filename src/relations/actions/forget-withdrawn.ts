import { z } from 'zod';
import type { Transaction } from '../../platform/db/database.ts';
import type { DomainEvent, Subscription } from '../../platform/events/events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { sourceKeys } from '../model/interactions/source-key.ts';
import { deletePeople, forgetScores } from '../store/forget.ts';
import { holdPeople } from '../store/hold-people.ts';
import { deleteInteractions } from '../store/interaction-rows.ts';
import { contactsOf, noteChanges, recomputeSummaries } from '../store/summaries.ts';
import { dropIdleIdentities, untouchedPeople } from '../store/withdrawn-people.ts';

const Withdrawn = z.object({
  mentions: z.array(z.object({ id: z.uuid(), connectionId: z.uuid(), nativeId: z.string() })),
  authorIds: z.array(z.uuid()),
});

/** What mentions that were withdrawn had left here goes: what passed, and people whom nothing else made and nobody touched. */
export const withdrawalSubscription: Subscription = {
  name: 'relations.forget-withdrawn',
  kinds: ['mentions.withdrawn'],
  handle: (tx, workspaceId, events) => forget(tx, workspaceId, events),
};

const forget = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  events: readonly DomainEvent[],
): Promise<void> => {
  const withdrawn = events.map(({ payload }) => Withdrawn.parse(payload));
  const keys = withdrawn.flatMap(({ mentions }) =>
    mentions.flatMap(({ id, connectionId, nativeId }) => [
      sourceKeys.toUs(id),
      sourceKeys.toParent(id),
      sourceKeys.ours(connectionId, nativeId),
    ]),
  );
  await holdPeople(tx, workspaceId, 'alone');
  const deleted = await deleteInteractions(tx, workspaceId, keys);
  const ends = deleted.flatMap(({ fromIdentity, toIdentity }) =>
    [fromIdentity, toIdentity].filter((id) => id !== null),
  );
  const contactIds = await contactsOf(tx, workspaceId, ends);
  const left = await dropIdleIdentities(
    tx,
    workspaceId,
    withdrawn.flatMap(({ authorIds }) => authorIds),
  );
  await recomputeSummaries(tx, workspaceId, [...new Set([...contactIds, ...left])]);
  const gone = await untouchedPeople(tx, workspaceId, left);
  await forgetScores(tx, workspaceId, gone);
  await deletePeople(tx, workspaceId, gone);
  await noteChanges(tx, workspaceId, deleted.length);
};
