/** What the server tells us as it happens (API: /live). */
export type LiveChange =
  | {
      readonly kind: 'thread.changed';
      readonly threadId: string;
      /** Given when so many changed at once that they are told in one. */
      readonly threadIds?: readonly string[];
      readonly reason: string;
    }
  | {
      readonly kind: 'mention.received';
      readonly mentionIds: readonly string[];
      readonly watchIds: readonly string[];
    }
  | { readonly kind: 'mention.removed' | 'mention.hidden'; readonly mentionIds: readonly string[] }
  | { readonly kind: 'reply.changed'; readonly replyId: string; readonly threadId: string }
  | {
      readonly kind: 'approval.changed';
      readonly replyId: string;
      readonly threadId: string;
      /** Who wrote it. */
      readonly personId: string;
      readonly outcome: 'asked' | 'approved' | 'returned' | 'withdrawn' | 'reconsidered' | 'late';
      readonly byId: string | null;
      readonly byName: string | null;
    }
  | { readonly kind: 'crisis.changed'; readonly crisisId: string; readonly what: string }
  | { readonly kind: 'connection.changed'; readonly connectionId: string }
  | { readonly kind: 'note.added'; readonly threadId: string }
  | {
      readonly kind: 'note.called';
      readonly threadId: string;
      readonly personId: string;
      readonly byName: string;
    }
  | {
      readonly kind: 'presence.changed';
      readonly threadId: string;
      readonly personId: string;
      readonly doing: 'reading' | 'writing' | null;
      readonly until: string;
    }
  | { readonly kind: 'bulk.changed'; readonly bulkId: string }
  | { readonly kind: 'thread.overdue'; readonly threadId: string; readonly personIds: readonly string[] }
  | { readonly kind: 'desk.changed'; readonly what: string }
  | { readonly kind: 'watch.changed' }
  | { readonly kind: 'held.changed' }
  | { readonly kind: 'alert.changed'; readonly alertIds: readonly string[] }
  | { readonly kind: 'member.changed' | 'member.left'; readonly personId: string }
  | { readonly kind: 'workspace.changed' }
  | { readonly kind: 'understanding.changed'; readonly what: string }
  | { readonly kind: 'contact.changed'; readonly contactIds: readonly string[] }
  | { readonly kind: 'relations.changed'; readonly what: string }
  | { readonly kind: 'field.changed'; readonly fieldId: string; readonly progress?: number }
  | { readonly kind: 'case.changed'; readonly caseIds: readonly string[] }
  | { readonly kind: 'care.changed'; readonly what: string }
  | { readonly kind: 'protection.changed'; readonly reportId: string }
  | { readonly kind: 'shield.changed'; readonly threadId: string }
  | { readonly kind: 'afterwards.changed'; readonly what: string }
  | { readonly kind: 'webhook.changed'; readonly endpointId: string }
  | { readonly kind: 'rules.changed'; readonly what: string }
  | { readonly kind: 'rule-run.changed'; readonly runId: string }
  | { readonly kind: 'reset' };

export const liveKinds = [
  'thread.changed',
  'mention.received',
  'mention.removed',
  'mention.hidden',
  'reply.changed',
  'approval.changed',
  'crisis.changed',
  'connection.changed',
  'note.added',
  'note.called',
  'presence.changed',
  'bulk.changed',
  'thread.overdue',
  'desk.changed',
  'watch.changed',
  'held.changed',
  'alert.changed',
  'member.changed',
  'member.left',
  'workspace.changed',
  'understanding.changed',
  'contact.changed',
  'relations.changed',
  'field.changed',
  'case.changed',
  'care.changed',
  'protection.changed',
  'shield.changed',
  'afterwards.changed',
  'webhook.changed',
  'rules.changed',
  'rule-run.changed',
  'reset',
] as const satisfies readonly LiveChange['kind'][];
