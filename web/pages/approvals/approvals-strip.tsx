import { Link } from '@tanstack/react-router';
import { Stamp } from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { type ApprovalCounts, useApprovalCounts } from './use-approvals.ts';
import { words } from './words.ts';

/** Where answers are kept: that some wait for this person's word, or came back to them. */
export const ApprovalsStrip = () => <ApprovalsLine counts={useApprovalCounts()} />;

type LineProps = { readonly counts: ApprovalCounts; readonly className?: string };

/** The same of counts that somebody has read already. */
export const ApprovalsLine = ({ counts, className = '' }: LineProps) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { waiting, late, returned } = counts;
  if (waiting === 0 && returned === 0) return null;
  return (
    <Link
      to="/$slug/da-approvare"
      params={{ slug }}
      className={`flex min-h-control items-center gap-2 rounded-md px-3 py-2 text-body text-ink no-underline ${late > 0 ? 'bg-warn-soft' : 'bg-accent-soft'} ${className}`}
    >
      <Stamp aria-hidden size={16} className="shrink-0 text-accent" />
      <span className="min-w-0">
        {[
          ...(waiting > 0 ? [w.strip(waiting)] : []),
          ...(returned > 0 ? [w.stripReturned(returned)] : []),
        ].join(' · ')}
      </span>
    </Link>
  );
};
