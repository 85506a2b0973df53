import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useAssistant } from '../../../app/assistant.ts';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import type { Begun } from './use-suggested.ts';
import { words } from './words.ts';

type SuggestDraftProps = {
  readonly threadId: string;
  readonly mentionId: string;
  /** What is written so far. */
  readonly now: Begun;
  readonly onTake: (begun: Begun) => void;
};

/** Where the company lets a language model help: puts its draft in the place of what was written, which can come back. */
export const SuggestDraft = ({ threadId, mentionId, now, onTake }: SuggestDraftProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const { data } = useAssistant();
  const param = { workspaceId: id, threadId };
  const suggest = useMutation({
    mutationFn: () =>
      read(company.assistant.threads[':threadId']['draft-suggestion'].$post({ param, json: { mentionId } })),
    onSuccess: ({ id: suggestionId, text, masked }) => {
      onTake({ body: text, suggestionId });
      showToast({
        text: masked > 0 ? `${w.written} ${w.masked(masked)}` : w.written,
        // Long only where there is something to put back: it lies over the buttons.
        ...(now.body.trim() === ''
          ? {}
          : { lasting: 15_000, action: { label: w.back, run: () => onTake(now) } }),
      });
      void client.invalidateQueries({ queryKey: keys.assistant(id) });
    },
    onError: (error) => {
      const { title, detail } = describeProblem(error);
      showToast({ tone: 'bad', text: [title, detail].filter(Boolean).join(' ') });
    },
  });
  if (!data?.drafts) return null;
  return (
    <Button weight="quiet" isPending={suggest.isPending} onPress={() => suggest.mutate()}>
      <Sparkles aria-hidden size={18} />
      {suggest.isPending ? w.writing : w.suggest}
    </Button>
  );
};
