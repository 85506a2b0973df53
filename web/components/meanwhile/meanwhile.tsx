import type { ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';

const it = {
  now: 'Adesso è così',
  yours: 'Quello che hai scritto è ancora qui: se salvi di nuovo, vale il tuo.',
};
const en: typeof it = {
  now: 'It is now',
  yours: 'What you wrote is still here: if you save again, yours holds.',
};
const words = { it, en };

/** What somebody quicker made of it, beside what this person wrote. */
export const Meanwhile = ({ children }: { readonly children: ReactNode }) => {
  const w = useWords(words);
  return (
    <div role="status" className="rounded-md bg-warn-soft px-3 py-2">
      <p className="text-small">{w.now}:</p>
      <div className="my-1 whitespace-pre-line break-words font-serif">{children}</div>
      <p className="text-small">{w.yours}</p>
    </div>
  );
};
