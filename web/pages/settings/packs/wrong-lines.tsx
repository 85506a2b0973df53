import { useWords } from '../../../app/language.tsx';
import { ApiProblem } from '../../../app/problems.ts';
import { words } from './words.ts';

/** The lines that the server could not understand, each with its number and why. */
export const WrongLines = ({ error }: { readonly error: unknown }) => {
  const w = useWords(words);
  const lines = error instanceof ApiProblem ? error.errors.filter(({ path }) => path === 'text') : [];
  if (lines.length === 0) return null;
  return (
    <section aria-label={w.problems} className="rounded-md bg-bad-soft px-4 py-3">
      <ul className="flex flex-col gap-1">
        {lines.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </section>
  );
};
