import { Link, useNavigate } from '@tanstack/react-router';
import { HeartHandshake } from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { IconButton } from '../../components/button/icon-button.tsx';
import { words } from './case-button-words.ts';
import { type CaseSummary, useCareChange, useCareRead } from './use-care.ts';
import { words as roomWords } from './words.ts';

type CaseButtonProps = {
  readonly threadId: string;
  /** What the others said, the latest last. */
  readonly mentionIds: readonly string[];
};

/** In a conversation: its case, or the one key that makes one of their latest words. */
export const CaseButton = ({ threadId, mentionIds }: CaseButtonProps) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const may = useMay();
  const navigate = useNavigate();
  const { slug } = useWorkspace();
  const change = useCareChange();
  const found = useCareRead<{ readonly case: CaseSummary | null }>('threads', threadId, 'case');
  const one = found.data?.case;
  const latest = mentionIds.at(-1);
  const go = (caseId: string) => void navigate({ to: '/$slug/cura/$caseId', params: { slug, caseId } });
  const act = () => {
    if (one) return go(one.id);
    if (!latest || !may('cases.write')) return;
    change.mutate(
      { method: 'POST', path: ['cases'], body: { mentionIds: [latest] } },
      { onSuccess: ({ caseId }) => caseId && go(caseId) },
    );
  };
  const canAct = found.isSuccess && (Boolean(one) || (Boolean(latest) && may('cases.write')));
  useCommands(r.title, canAct ? [{ id: 'case', label: w.open, keys: 'x', run: act }] : []);
  if (!canAct) return null;
  if (one)
    return (
      <Link
        to="/$slug/cura/$caseId"
        params={{ slug, caseId: one.id }}
        className="link whitespace-nowrap text-small"
      >
        {r.caseNumber(one.number)} · {r.states[one.state]}
      </Link>
    );
  return <IconButton label={w.open} icon={<HeartHandshake aria-hidden size={18} />} onPress={act} />;
};
