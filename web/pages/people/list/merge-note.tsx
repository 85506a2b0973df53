import { Link } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useSuggestions } from '../use-contacts.ts';
import { words } from './words.ts';

/** Says that some may be one and the same; only a person decides. */
export const MergeNote = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const count = useSuggestions().data?.suggestions.length ?? 0;
  if (count === 0) return null;
  return (
    <p className="mb-4 border-accent border-l-2 pl-3 text-ink-soft">
      {w.merge(count)}{' '}
      <Link to="/$slug/relazioni/persone/unisci" params={{ slug }} className="link">
        {w.mergeLook}
      </Link>
    </p>
  );
};
