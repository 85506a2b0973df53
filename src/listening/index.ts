export { type MentionView, MentionViewSchema } from './model/mention-view.ts';
