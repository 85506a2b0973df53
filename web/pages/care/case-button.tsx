import { useNavigate } from '@tanstack/react-router';
import { HeartHandshake } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { IconButton } from '../../components/button/icon-button.tsx';
import { Menu } from '../../components/menu/menu.tsx';
import type { SaidThing } from './add-to-case-dialog.tsx';
import { words } from './case-button-words.ts';
import { words as joiningWords } from './joining-words.ts';
import { type CaseSummary, useCareChange, useCareRead } from './use-care.ts';
import { words as roomWords } from './words.ts';

const AddToCaseDialog = lazy(() =>
  import('./add-to-case-dialog.tsx').then((module) => ({ default: module.AddToCaseDialog })),
);

type CaseButtonProps = {
  readonly threadId: string;
  /** What the others said, the latest last. */
  readonly said: readonly SaidThing[];
};

/** In a conversation: the one key that makes a case of their latest words, or leads to the one that there is. */
export const CaseButton = ({ threadId, said }: CaseButtonProps) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const may = useMay();
  const navigate = useNavigate();
  const { slug } = useWorkspace();
  const change = useCareChange();
  const found = useCareRead<{ readonly case: CaseSummary | null }>('threads', threadId, 'case');
  const one = found.data?.case;
  const latest = said.at(-1)?.id;
  const [isAdding, setAdding] = useState(false);
  const j = useWords(joiningWords);
  const go = (caseId: string) => void navigate({ to: '/$slug/cura/$caseId', params: { slug, caseId } });
  const act = () => {
    if (one) return go(one.id);
    if (!latest || !may('cases.write')) return;
    change.mutate(
      { method: 'POST', path: ['cases'], body: { mentionIds: [latest] } },
      { onSuccess: ({ caseId }) => caseId && go(caseId) },
    );
  };
  const mayWrite = may('cases.write') && Boolean(latest);
  const canAct = found.isSuccess && (Boolean(one) || mayWrite);
  const add = one ? j.addHere(one.number) : j.addToCase;
  useCommands(r.title, [
    ...(canAct ? [{ id: 'case', label: w.open, keys: 'x', run: act }] : []),
    ...(canAct && mayWrite ? [{ id: 'add-to-case', label: add, run: () => setAdding(true) }] : []),
  ]);
  if (!canAct) return null;
  return (
    <>
      {mayWrite && (
        <Menu
          label={r.title}
          trigger={<IconButton label={one ? add : w.open} icon={<HeartHandshake aria-hidden size={18} />} />}
          entries={[
            ...(one ? [] : [{ id: 'open', label: w.open, keys: 'x', run: act }]),
            { id: 'add', label: add, run: () => setAdding(true) },
          ]}
        />
      )}
      <Suspense>
        {isAdding && <AddToCaseDialog said={said} one={one ?? null} onClose={() => setAdding(false)} />}
      </Suspense>
    </>
  );
};
