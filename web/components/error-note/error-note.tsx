import { CircleAlert } from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import { describeProblem } from '../../app/problems.ts';
import { buttonLook } from '../button/button-look.ts';

const it = { again: 'Riprova' };
const en: typeof it = { again: 'Try again' };
export const words = { it, en };

type ErrorNoteProps = { readonly error: unknown; readonly onRetry?: () => void; readonly className?: string };

/** What happened, what is safe, what to do. */
export const ErrorNote = ({ error, onRetry, className = '' }: ErrorNoteProps) => {
  const w = useWords(words);
  const { title, detail } = describeProblem(error);
  return (
    <div
      role="alert"
      className={`flex items-start gap-3 rounded-md bg-bad-soft px-4 py-3 text-body ${className}`}
    >
      <CircleAlert aria-hidden size={18} className="mt-px shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {detail && <p className="text-ink-soft">{detail}</p>}
      </div>
      {onRetry && (
        <button type="button" onClick={onRetry} className={buttonLook('plain', 'small')}>
          {w.again}
        </button>
      )}
    </div>
  );
};
