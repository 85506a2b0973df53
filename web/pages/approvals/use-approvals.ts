import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ApprovalDetail,
  Approvals,
  WaitingAnswer,
} from '../../../src/conversation/actions/read-approvals.ts';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useMay, useWorkspace } from '../../app/session.ts';
import type { ReplyView } from '../conversations/views.ts';

export type { ApprovalDetail, WaitingAnswer };
export type ApprovalCounts = { readonly waiting: number; readonly late: number; readonly returned: number };

const useApprovalRead = <Read>(path: readonly string[], isEnabled = true) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.approvals(id), ...path],
    queryFn: ({ signal }) => call<Read>('GET', inWorkspace(id, ...path), undefined, signal),
    enabled: isEnabled,
  });
};

export const useApprovals = () => useApprovalRead<Approvals>(['approvals']);

export const useApproval = (replyId: string) =>
  useApprovalRead<ApprovalDetail>(['replies', replyId, 'approval']);

/** How many wait for this person; nothing until it is known. */
export const useApprovalCounts = (): ApprovalCounts => {
  const may = useMay();
  const { data } = useApprovalRead<ApprovalCounts>(['approvals', 'count'], may('replies.propose'));
  return data ?? none;
};

const none: ApprovalCounts = { waiting: 0, late: 0, returned: 0 };

/** Does something with an answer that waits; whatever is shown of it is then read again, also after a refusal. */
export const useApprovalAct = (replyId: string) => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      act,
      body,
    }: {
      readonly act: 'approve' | 'give-back' | 'propose' | 'undo';
      readonly body: unknown;
    }) => call<ReplyView>('POST', inWorkspace(id, 'replies', replyId, act), body),
    // Not waited for: what was asked is done, and who asked must hear of it before the page is another.
    onSettled: () => {
      void Promise.all([
        client.invalidateQueries({ queryKey: keys.approvals(id) }),
        client.invalidateQueries({ queryKey: keys.today(id) }),
        client.invalidateQueries({ queryKey: keys.allThreads(id) }),
      ]);
    },
  });
};
