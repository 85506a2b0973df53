import { useRef, useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { type Decision, type HeldView, useDecide } from './use-held.ts';
import { words } from './words.ts';

/** Which of the list is at hand, which are chosen together, and what is decided of them. */
export const useChoice = (held: readonly HeldView[]) => {
  const w = useWords(words);
  const decide = useDecide();
  const [atHand, setAtHand] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = useRef(new Map<string, HTMLElement>());
  const there = held.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const goTo = (id: string | undefined) => {
    setAtHand(id);
    if (id) rows.current.get(id)?.focus();
  };
  const step = (by: number) => {
    const at = held.findIndex(({ id }) => id === atHand);
    goTo(held[Math.min(held.length - 1, Math.max(0, at + by))]?.id);
  };
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const take = (ids: readonly string[], decision: Decision) => {
    if (ids.length === 0) return;
    const at = held.findIndex(({ id }) => ids.includes(id));
    const after =
      held.slice(at).find(({ id }) => !ids.includes(id)) ?? held.find(({ id }) => !ids.includes(id));
    decide.mutate(
      { ids, decision },
      {
        onSuccess: ({ changed }) => {
          setChosen(new Set());
          goTo(after?.id);
          const undo = () => take(ids, { verb: 'put-back' });
          const isBack = decision.verb === 'put-back';
          showToast({
            tone: changed > 0 ? 'good' : 'plain',
            text: sayOf(w, decision)(changed),
            ...(isBack || changed === 0 ? {} : { action: { label: w.undo, run: undo } }),
          });
        },
      },
    );
  };
  return {
    atHand,
    chosen: there,
    isChosen: (id: string) => chosen.has(id),
    toggle,
    chooseAll: () => setChosen(new Set(there.length === held.length ? [] : held.map(({ id }) => id))),
    step,
    take,
    /** Those chosen together, else the one at hand. */
    meant: () => (there.length > 0 ? there : atHand && held.some(({ id }) => id === atHand) ? [atHand] : []),
    setAtHand,
    keepRow: (id: string) => (element: HTMLElement | null) => {
      if (element) rows.current.set(id, element);
      else rows.current.delete(id);
    },
    error: decide.error,
    isPending: decide.isPending,
  };
};

export type Choice = ReturnType<typeof useChoice>;

const sayOf = (w: typeof words.it, { verb }: Decision): ((count: number) => string) => {
  if (verb === 'approve') return w.approved;
  return verb === 'refuse' ? w.turnedAway : w.waitAgain;
};
