import { LinkButton } from '../../components/button/link-button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { useTitle } from '../../components/page/page.tsx';
import { useWords } from '../language.tsx';
import { words } from './words.ts';

export const Missing = () => {
  const w = useWords(words);
  useTitle(w.missingTitle);
  return (
    <main className="pt-[12vh]">
      <EmptyState title={w.missingTitle} action={<LinkButton to="/">{w.toStart}</LinkButton>}>
        <p>{w.missingText}</p>
      </EmptyState>
    </main>
  );
};
