import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useWords } from '../../app/language.tsx';
import { useLiveChanges } from '../../app/live.ts';
import type { LiveChange } from '../../app/live-changes.ts';
import { useMay, useMe, useWorkspace } from '../../app/session.ts';
import { showToast } from '../../components/toast/toast.ts';
import { words } from './words.ts';

/** Whoever wrote an answer hears at once what became of it, and approvers that one waits. Mounted once, by the shell. */
export const useApprovalNews = (): void => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { person } = useMe();
  const mayApprove = useMay()('replies.approve');
  const navigate = useNavigate();
  useLiveChanges(
    useCallback(
      (change: LiveChange) => {
        if (change.kind !== 'approval.changed' || change.byId === person.id) return;
        const text = newsOf(change, change.personId === person.id, mayApprove, w);
        if (text === undefined) return;
        const { replyId } = change;
        showToast({
          text,
          lasting: 15_000,
          action: {
            label: w.open,
            run: () => void navigate({ to: '/$slug/da-approvare/$replyId', params: { slug, replyId } }),
          },
        });
      },
      [w, slug, person.id, mayApprove, navigate],
    ),
  );
};

const newsOf = (
  { outcome, byName }: Extract<LiveChange, { kind: 'approval.changed' }>,
  isMine: boolean,
  mayApprove: boolean,
  w: (typeof words)['it'],
): string | undefined => {
  if (isMine && outcome === 'approved') return w.newsApproved(byName ?? '');
  if (isMine && outcome === 'returned') return w.newsReturned(byName ?? '');
  if (isMine || !mayApprove) return undefined;
  if (outcome === 'asked' && byName) return w.newsAsked(byName);
  return outcome === 'late' ? w.newsLate : undefined;
};
