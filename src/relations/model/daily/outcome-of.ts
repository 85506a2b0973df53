import { type Choice, daysBetween, type History, type Shown } from './history.ts';

/** What became of an entry: `answered` is what was done without pressing anything, `nothing` what nobody did. */
export type Outcome = 'done' | 'answered' | 'nothing' | 'later' | 'never';

/** A `done` stands; otherwise contact of ours on that day or the next tells more than `later`. */
export const outcomeOf = (
  entry: Shown,
  { choices, contacted }: Pick<History, 'choices' | 'contacted'>,
): Outcome => {
  const said = lastOf(
    choices.filter((choice) => choice.contactId === entry.contactId && choice.day === entry.day),
  );
  if (said?.state === 'done' || said?.state === 'never') return said.state;
  const spoke = contacted.some(({ contactId, at }) => {
    const late = daysBetween(entry.day, at.toISOString().slice(0, 10));
    return contactId === entry.contactId && late >= 0 && late <= 1;
  });
  return spoke ? 'answered' : (said?.state ?? 'nothing');
};

const lastOf = (choices: readonly Choice[]): Choice | undefined =>
  choices.reduce<Choice | undefined>(
    (last, choice) => (last && last.at > choice.at ? last : choice),
    undefined,
  );
