import type { Platform } from '../platform/platform.ts';
import type { Room } from '../platform/room.ts';
import { listeningSubscription } from './actions/hear-listening.ts';
import { deadlinesSubscription } from './actions/set-deadlines.ts';
import { sweepReplies } from './actions/sweep-replies.ts';
import { takeOverAttempts } from './actions/take-over-attempts.ts';
import { deskOf, type RoomOptions } from './desk.ts';
import { conversationJobs } from './jobs.ts';

export { addNote, writeNote } from './actions/add-note.ts';
export { deliverReply } from './actions/deliver-reply.ts';
export { markGravity } from './actions/mark-gravity.ts';
export { markThreadRead } from './actions/mark-thread.ts';
export { organiseThread } from './actions/organise-thread.ts';
export { readRules as deskRulesOf, readWorkingTime } from './actions/set-deadlines.ts';
export { sweepReplies } from './actions/sweep-replies.ts';
export { takeBackTraces } from './actions/take-back-traces.ts';
export { threadMentions } from './actions/thread-mentions.ts';
export { type NewReply, type WriteFailure, writeReply } from './actions/write-reply.ts';
export { deskOf, type RoomOptions } from './desk.ts';
export type { Correspondent, Desk, EverythingWaits, OpenCorrespondent } from './model/correspondent.ts';
export { fillSnippet } from './model/fill-snippet.ts';
export { threadChanges } from './model/live-changes.ts';
export { changesBetween, decidePlace, type PlaceWish, type ThreadPlace } from './model/organise.ts';
export {
  type NoteView,
  type ReplyView,
  type ThreadDetail,
  type ThreadSummary,
  ThreadSummarySchema,
} from './model/views.ts';
export { problemOf as sayConversationProblem } from './problems.ts';
export { conversationRoutes } from './routes.ts';
export { saveAnswerWithin } from './store/answer-within.ts';
export { beginDrafts } from './store/draft-rows.ts';
export { type Following, followAll, unfollowAll } from './store/follower-rows.ts';
export { movedThreads, withFormerThreads } from './store/former-threads.ts';
export { readLabels } from './store/label-rows.ts';
export { type LockedPlace, lockPlaces, type NewPlace, savePlaces } from './store/place-rows.ts';
export { readThreadFacts as threadFactsOf, type ThreadFacts } from './store/read-thread-facts.ts';
export { currentThreadOf } from './store/redirect-rows.ts';
export { readThreadsOf as threadsOf } from './store/search-threads.ts';
export { readSnippets, type Snippet } from './store/snippet-rows.ts';
export { readTeams, type Team } from './store/team-rows.ts';
export { hasThread, readThreadMentionIds } from './store/thread-rows.ts';
export { threadThere } from './store/thread-there.ts';
export { countThreadsOfGroups, readSpeakers, readThreadsOfAuthors } from './store/threads-of-authors.ts';

/** What this room does by itself: hears of mentions, delivers answers, and at the start finishes what was cut short. */
export const conversationRoom = (platform: Platform, options: RoomOptions = {}): Room => {
  const desk = deskOf(platform, options);
  const startedAt = platform.clock.now();
  return {
    name: 'conversation',
    subscriptions: [listeningSubscription(platform), deadlinesSubscription(platform)],
    jobs: conversationJobs(desk),
    start: async () => {
      if (platform.isAlone) await takeOverAttempts(desk, startedAt);
      const sweeping = sweepReplies(desk).catch((error: unknown) =>
        desk.log.warn({ error: String(error) }, 'the first sweep failed: the next is in a minute'),
      );
      return {
        stop: async () => {
          await sweeping;
        },
      };
    },
  };
};
