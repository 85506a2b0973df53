import { useEffect, useRef } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import type { DailyPerson } from './daily-query.ts';
import { dayLook } from './day-look.ts';
import { Note } from './note.tsx';
import { type Gesture, useChoose } from './use-choose.ts';
import { words } from './words.ts';

/** The people to speak with; what is done leaves, and the keyboard goes on to the next. */
export const DailyPeople = ({ people }: { readonly people: readonly DailyPerson[] }) => {
  const w = useWords(words);
  const mayChoose = useMay()('relations.manage');
  const list = useRef<HTMLOListElement>(null);
  const choose = useChoose();
  const focusNext = useFocusAfter(people, list);
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>('article') ?? [])];
  const here = () => cards().findIndex((card) => card.contains(document.activeElement));
  const go = (step: 1 | -1) => {
    const all = cards();
    all[Math.min(Math.max(here() + step, 0), all.length - 1)]?.focus();
  };
  const act = (place: number, gesture: Gesture) => {
    const person = people[place];
    if (!person) return;
    focusNext(place);
    choose(person, place, gesture);
  };
  const onKey = (gesture: Gesture) => act(Math.max(here(), 0), gesture);
  useCommands(
    w.title,
    people.length === 0
      ? []
      : [
          { id: 'next-person', label: w.keys.next, keys: 'j', keysOnly: true, run: () => go(1) },
          { id: 'previous-person', label: w.keys.previous, keys: 'k', keysOnly: true, run: () => go(-1) },
          ...(mayChoose
            ? [
                { id: 'done', label: w.keys.done, keys: 'e', keysOnly: true, run: () => onKey('done') },
                { id: 'later', label: w.keys.later, keys: 'l', keysOnly: true, run: () => onKey('later') },
                { id: 'never', label: w.keys.never, keys: 'x', keysOnly: true, run: () => onKey('never') },
              ]
            : []),
        ],
  );
  if (people.length === 0) return null;
  return (
    <ol ref={list} aria-label={w.list} className={dayLook.people}>
      {people.map((person, place) => (
        <li key={person.contact.id} className={dayLook.person}>
          <Note
            person={person}
            isFirst={place === 0}
            {...(mayChoose ? { onGesture: (gesture: Gesture) => act(place, gesture) } : {})}
          />
        </li>
      ))}
    </ol>
  );
};

/** Once the list is shorter, the card that took the place of the one that left has the focus. */
const useFocusAfter = (
  people: readonly DailyPerson[],
  list: { readonly current: HTMLOListElement | null },
): ((place: number) => void) => {
  const place = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the shorter list that is waited for
  useEffect(() => {
    if (place.current === null) return;
    const cards = list.current?.querySelectorAll<HTMLElement>('article');
    cards?.[Math.min(place.current, cards.length - 1)]?.focus({ preventScroll: true });
    place.current = null;
  }, [people, list]);
  return (next) => {
    place.current = next;
  };
};
