import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { words } from './words.ts';

export const marksKey = (workspaceId: string, threadId: string) =>
  [...keys.thread(workspaceId, threadId), 'ai-marks'] as const;

/** Says of a conversation that a machine proposed words in it, to whom and when, and goes on saying it. */
export const AiMarks = ({ threadId }: { readonly threadId: string }) => {
  const w = useWords(words);
  const times = useTimes();
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: marksKey(id, threadId),
    queryFn: () =>
      read(
        company.assistant.threads[':threadId']['draft-suggestions'].$get({
          param: { workspaceId: id, threadId },
        }),
      ),
    staleTime: 60_000,
  });
  const [latest] = data?.suggestions ?? [];
  if (!latest) return null;
  return (
    <p className="mb-2 flex items-center gap-2 text-ink-soft text-small">
      <Sparkles aria-hidden size={14} className="shrink-0" />
      {w.mark(latest.personName, times.full(latest.createdAt))}
    </p>
  );
};
