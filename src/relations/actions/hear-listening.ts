import type { Transaction } from '../../platform/db/database.ts';
import type { DomainEvent, Subscription } from '../../platform/events/events.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { heardKinds, readEvents } from '../model/heard-events.ts';
import type { PeopleGround } from './know-people.ts';
import { recordAnswers, recordReactions } from './record-answers.ts';
import { recordMentions } from './record-mentions.ts';

/**
 * Records who speaks with whom as it comes in. It must stand before every subscription that tells the open screens: what
 * holds them back is taken after all rows of people, as in every other change of theirs, so that none waits in a ring.
 */
export const recordingSubscription = (platform: PeopleGround): Subscription => ({
  name: 'relations.record',
  kinds: heardKinds,
  handle: (tx, workspaceId, events) => record(platform, tx, workspaceId, events),
});

const record = async (
  platform: PeopleGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  events: readonly DomainEvent[],
): Promise<void> => {
  const { mentionIds, again, reactions, answers } = readEvents(events);
  await recordMentions(platform, tx, workspaceId, mentionIds, again);
  await recordReactions(platform, tx, workspaceId, reactions);
  await recordAnswers(platform, tx, workspaceId, answers);
};
