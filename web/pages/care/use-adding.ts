import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { words } from './joining-words.ts';
import { useCareChange } from './use-care.ts';

/** Choosing mentions and putting them into a case. */
export const useAdding = (atFirst: readonly string[], onDone: () => void) => {
  const w = useWords(words);
  const change = useCareChange();
  const [chosen, setChosen] = useState(atFirst);
  const flip = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  /** `had`: how many the case holds so far. */
  const add = (one: { readonly id: string; readonly mentions: number }) =>
    change.mutate(
      { method: 'POST', path: ['cases', one.id, 'mentions'], body: { mentionIds: chosen } },
      {
        onSuccess: ({ mentions = one.mentions }) => {
          showToast({ text: w.added(mentions - one.mentions) });
          onDone();
        },
      },
    );
  return { w, change, chosen, flip, add };
};
