import { queryOptions } from '@tanstack/react-query';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import type { InBoth } from '../../app/language.tsx';
import type { ReplyView, ThreadCounts, ThreadSummary } from '../conversations/views.ts';

export type Today = {
  readonly failed: readonly (ReplyView & { readonly threadId: string })[];
  readonly waiting: readonly (ThreadSummary & { readonly why: InBoth })[];
  /** Notes that call me and that I have not seen. */
  readonly calls: readonly {
    readonly noteId: string;
    readonly threadId: string;
    readonly byName: string;
    readonly body: string;
    readonly at: string;
    readonly authorName: string | null;
  }[];
  /** Permissions of channels that end soon; empty for those who do not manage channels. */
  readonly ending: readonly {
    readonly connectionId: string;
    readonly name: string;
    readonly channel: string;
    readonly expiresAt: string;
  }[];
  readonly counts: ThreadCounts;
  /** Answers that wait for my word, and own ones that came back. */
  readonly approvals: { readonly waiting: number; readonly late: number; readonly returned: number };
  readonly sentYesterday: number;
  readonly receivedYesterday: number;
};

/** The day of a workspace: whom to speak with, and why. */
export const todayQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.today(workspaceId),
    queryFn: ({ signal }) => call<Today>('GET', inWorkspace(workspaceId, 'today'), undefined, signal),
  });
