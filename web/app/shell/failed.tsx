import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { buttonLook } from '../../components/button/button-look.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { useTitle } from '../../components/page/page.tsx';
import { useWords } from '../language.tsx';
import { ApiProblem, describeProblem } from '../problems.ts';
import { words } from './words.ts';

/** A page that broke: what is safe and what to do. The cause goes to the browser's console for whoever helps. */
export const Failed = ({ error }: ErrorComponentProps) => {
  const w = useWords(words);
  useTitle(w.failedTitle);
  useEffect(() => console.error(error), [error]);
  const said = error instanceof ApiProblem || error instanceof TypeError ? describeProblem(error) : null;
  return (
    <main className="pt-[12vh]">
      <EmptyState
        title={said?.title ?? w.failedTitle}
        action={
          <button type="button" onClick={() => location.reload()} className={buttonLook()}>
            {w.reload}
          </button>
        }
      >
        <p>{said?.detail ?? w.failedText}</p>
      </EmptyState>
    </main>
  );
};
