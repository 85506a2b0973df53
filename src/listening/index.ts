export { ingest } from './actions/ingest.ts';
export type { Ingested, IngestInput, ReadText } from './actions/ingest-input.ts';
export type {
  MentionsReceived,
  MentionsRemoved,
  MessageUndelivered,
  ReactionReceived,
} from './actions/tell-of-batch.ts';
export { type MentionView, MentionViewSchema } from './model/mention-view.ts';
export { readMentions } from './store/read-mentions.ts';
