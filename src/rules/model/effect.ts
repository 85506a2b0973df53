import type { PersonId } from '../../platform/ids.ts';

/** One thing that a rule did to a conversation. */
export type Effect =
  | { readonly did: 'assigned'; readonly personId: PersonId | null }
  | { readonly did: 'entrusted'; readonly teamId: string | null }
  | { readonly did: 'labelled'; readonly put: readonly string[]; readonly took: readonly string[] }
  | { readonly did: 'closed' | 'reopened' }
  /** `until` is ISO 8601. */
  | { readonly did: 'snoozed'; readonly until: string }
  | { readonly did: 'followed'; readonly personIds: readonly PersonId[] }
  | { readonly did: 'noted'; readonly noteId: string | null }
  | { readonly did: 'told'; readonly noteId: string | null; readonly personIds: readonly PersonId[] }
  | { readonly did: 'case'; readonly caseId: string | null }
  | { readonly did: 'within'; readonly minutes: number }
  | { readonly did: 'drafted'; readonly personId: PersonId; readonly snippetId: string };
