import { CircleAlert, CircleCheck } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import type { Trial } from './use-save-and-try.ts';
import { words } from './words.ts';

/** How the trial went: it works, or what is wrong and what to do. */
export const TrialNote = ({ trial }: { readonly trial: Trial | null }) => {
  const w = useWords(words);
  return (
    <div role="status" className="mt-3">
      {trial?.ok && (
        <p className="flex items-start gap-2">
          <CircleCheck aria-hidden size={18} className="mt-px shrink-0 text-good" />
          {w.saved} {w.works(trial.milliseconds ?? 0)}
        </p>
      )}
      {trial?.problem && (
        <div className="flex items-start gap-3 rounded-md bg-bad-soft px-4 py-3">
          <CircleAlert aria-hidden size={18} className="mt-px shrink-0 text-bad" />
          <div>
            <p className="font-medium">
              {w.saved} {trial.problem.title}
            </p>
            <p className="text-ink-soft">{trial.problem.detail}</p>
          </div>
        </div>
      )}
    </div>
  );
};
