import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWords } from '../../app/language.tsx';
import { describeProblem } from '../../app/problems.ts';
import { useWorkspace } from '../../app/session.ts';
import { showToast } from '../../components/toast/toast.ts';
import { type Daily, type DailyPerson, dailyPath } from './daily-query.ts';
import { words } from './words.ts';

export const gestures = ['done', 'later', 'never'] as const;
export type Gesture = (typeof gestures)[number];

/** Takes somebody off the day's list at once, says so, and puts them back where they were if asked to. */
export const useChoose = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const queryKey = keys.daily(id);
  const change = (people: (known: readonly DailyPerson[]) => readonly DailyPerson[]) =>
    client.setQueryData<Daily>(queryKey, (daily) => daily && { ...daily, people: people(daily.people) });
  const putBack = (person: DailyPerson, place: number) =>
    change((people) =>
      people.some(({ contact }) => contact.id === person.contact.id)
        ? people
        : people.toSpliced(place, 0, person),
    );
  const path = (contactId: string) => `${dailyPath(id)}/${encodeURIComponent(contactId)}`;
  const say = (problem: unknown) => showToast({ tone: 'bad', text: describeProblem(problem).title });
  const refresh = () => {
    void client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: keys.contacts(id) });
  };
  const choose = useMutation({
    // One after the other: an undo never overtakes what it takes back.
    scope: { id: 'daily' },
    mutationFn: ({ contactId, state }: { readonly contactId: string; readonly state: Gesture | 'undo' }) =>
      state === 'undo'
        ? call('POST', `${path(contactId)}/undo`, {})
        : call('POST', path(contactId), { state }),
    onSettled: refresh,
  });
  return (person: DailyPerson, place: number, state: Gesture) => {
    const contactId = person.contact.id;
    void client.cancelQueries({ queryKey });
    change((people) => people.filter(({ contact }) => contact.id !== contactId));
    const undo = () => {
      putBack(person, place);
      choose.mutate({ contactId, state: 'undo' }, { onError: say });
    };
    const close = showToast({
      text: w.chosen[state](person.contact.name),
      action: { label: w.undo, run: undo },
    });
    choose.mutate(
      { contactId, state },
      {
        onError: (problem) => {
          close();
          putBack(person, place);
          say(problem);
        },
      },
    );
  };
};
