export { backfillWatch } from './actions/backfill-watch.ts';
export { changeReadings, type MentionsReread } from './actions/change-readings.ts';
export { changeWatch, createWatch, removeWatch } from './actions/change-watches.ts';
export { eraseHeard, holdTakingIn, whoIsMeant } from './actions/erase-heard.ts';
export { closeRequest, listRequests } from './actions/handle-requests.ts';
export { hashesBy } from './actions/hash-account.ts';
export { ingest } from './actions/ingest.ts';
export {
  type Ingested,
  type IngestInput,
  LeaseLost,
  type ReaderOf,
  type ReadText,
  type Taken,
} from './actions/ingest-input.ts';
export { sweep as sweepOldContent } from './actions/sweep.ts';
export type {
  MentionsReceived,
  MentionsRemoved,
  MessageUndelivered,
  ReactionReceived,
} from './actions/tell-of-batch.ts';
export type { ThreadsOf } from './actions/threads-of.ts';
export { type MentionsWithdrawn, withdrawMentions } from './actions/withdraw-mentions.ts';
export { compileWatches } from './model/all-watches.ts';
export type { CompiledWatches } from './model/match-watch.ts';
export { type MentionView, MentionViewSchema } from './model/mention-view.ts';
export { saysWhere, spokenKey } from './model/person-keys.ts';
export { parseQuery } from './model/query/parse-query.ts';
export { type QueryProblem, tellQueryProblem } from './model/query/query-problem.ts';
export { marksWanted, type ReadingFilter } from './model/reading-marks.ts';
export { ReadingQuery } from './model/reading-query.ts';
export { type StoredReading, StoredReadingSchema, storableReading } from './model/stored-reading.ts';
export type { NewWatch, WatchChange, WatchView } from './model/watch-view.ts';
export { startReceiver } from './receiver/receiver.ts';
export { startTakingDeliveries } from './receiver/take-deliveries.ts';
export { listeningRoom } from './room.ts';
export { type ListeningOptions, listeningRoutes } from './routes.ts';
export { connectionOfMention } from './store/connection-of-mention.ts';
export { findMentionByNative, type MentionFilter, searchMentions } from './store/find-mentions.ts';
export { type KeptMention, readEverythingKept } from './store/read-evidence.ts';
export { readMentions } from './store/read-mentions.ts';
export {
  holdUncorrected,
  latestMarked,
  latestTexts,
  latestUnread,
  type ReadableText,
  readTexts,
} from './store/readings.ts';
export { type ReplyTarget, replyTarget } from './store/reply-target.ts';
export { hasSuppressions, readSuppressedSince } from './store/suppressions.ts';
