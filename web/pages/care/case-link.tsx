import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { type CaseSummary, useCareRead } from './use-care.ts';
import { words } from './words.ts';

/** The case that a conversation belongs to, and how far it is; nothing where there is none. */
export const CaseLink = ({ threadId }: { readonly threadId: string }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data } = useCareRead<{ readonly case: CaseSummary | null }>('threads', threadId, 'case');
  if (!data?.case) return null;
  return (
    <Link
      to="/$slug/cura/$caseId"
      params={{ slug, caseId: data.case.id }}
      className="link shrink-0 whitespace-nowrap text-small"
    >
      {w.caseNumber(data.case.number)} · {w.states[data.case.state]}
    </Link>
  );
};
