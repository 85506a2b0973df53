import { useQueryClient } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { describeProblem } from '../../app/problems.ts';
import { useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { showToast } from '../../components/toast/toast.ts';
import type { MentionView } from './views.ts';

const it = {
  hide: 'Nascondi là',
  show: 'Mostra di nuovo',
  hidden: 'Nascosto da noi: là lo vede solo chi l’ha scritto, con i suoi amici.',
  done: 'Nascosto: lo vede solo chi l’ha scritto, con i suoi amici.',
  back: 'Ora lo vedono di nuovo tutti.',
};
const en: typeof it = {
  hide: 'Hide there',
  show: 'Show again',
  hidden: 'Hidden by us: over there only its author and their friends see it.',
  done: 'Hidden: only its author and their friends see it.',
  back: 'Everybody sees it again.',
};
export const words = { it, en };

type HideCommentProps = { readonly mention: MentionView };

/** Another's comment beneath ours, hidden on its channel and shown again: quieter than an answer, and never in place of one. */
export const HideComment = ({ mention }: HideCommentProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const isHidden = mention.hiddenAt !== null;
  const [isBusy, setBusy] = useState(false);
  if (!mention.mayHide || mention.removedAt) return null;
  const change = async () => {
    setBusy(true);
    try {
      await call('PUT', inWorkspace(id, 'mentions', mention.id, 'hidden'), { hidden: !isHidden });
      await client.invalidateQueries({ queryKey: keys.allThreads(id) });
      showToast({ text: isHidden ? w.back : w.done });
    } catch (error) {
      showToast({ tone: 'bad', text: describeProblem(error).title });
    }
    setBusy(false);
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 text-ink-soft text-small">
      {isHidden && (
        <span className="flex items-center gap-1">
          <EyeOff aria-hidden className="size-3.5 shrink-0" />
          {w.hidden}
        </span>
      )}
      <Button size="small" weight="quiet" isDisabled={isBusy} onPress={() => void change()}>
        {isHidden ? w.show : w.hide}
      </Button>
    </div>
  );
};
