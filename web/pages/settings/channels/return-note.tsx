import { useSearch } from '@tanstack/react-router';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { words } from './words.ts';

/** How the journey to a channel's own page ended (`?esito=`). */
export const ReturnNote = () => {
  const w = useWords(words);
  const { esito } = useSearch({ from: '/$slug/impostazioni/canali' });
  if (!esito) return null;
  return esito === 'collegato' ? (
    <p role="status" className="mb-6 flex items-center gap-3 rounded-md bg-good-soft px-4 py-3">
      <CircleCheck aria-hidden size={18} className="shrink-0 text-good" />
      {w.authorised}
    </p>
  ) : (
    <div role="alert" className="mb-6 flex items-start gap-3 rounded-md bg-bad-soft px-4 py-3">
      <CircleAlert aria-hidden size={18} className="mt-px shrink-0 text-bad" />
      <div>
        <p className="font-medium">{w.refused}</p>
        <p className="text-ink-soft">{w.refusedText}</p>
      </div>
    </div>
  );
};
