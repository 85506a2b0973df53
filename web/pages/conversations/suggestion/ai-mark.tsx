import { Sparkles } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { words } from './words.ts';

type AiMarkProps =
  | { readonly kind: 'draft' }
  /** An answer, sent or about to be, by the person named. */
  | { readonly kind: 'answer'; readonly name: string };

/** Says of one draft, or of one answer, that a machine wrote it first, and who answers for it. */
export const AiMark = (props: AiMarkProps) => {
  const w = useWords(words);
  return (
    <p className="mt-2 flex items-center gap-2 text-ink-soft text-small">
      <Sparkles aria-hidden size={14} className="shrink-0" />
      {props.kind === 'draft' ? w.draftMark : w.answerMark(props.name)}
    </p>
  );
};
