import type { PersonName, TeamView } from '../views.ts';

/** Who is in both teams and who in one only, in the order of the teams. */
export const compareTeams = (
  one: Pick<TeamView, 'members'>,
  other: Pick<TeamView, 'members'>,
): Readonly<Record<'inBoth' | 'onlyOne' | 'onlyOther', readonly PersonName[]>> => {
  const peopleOf = ({ members }: Pick<TeamView, 'members'>): readonly PersonName[] =>
    members.map(({ contact }) => contact);
  const [ours, theirs] = [peopleOf(one), peopleOf(other)];
  const isIn = (people: readonly PersonName[]) => (person: PersonName) =>
    people.some(({ id }) => id === person.id);
  return {
    inBoth: ours.filter(isIn(theirs)),
    onlyOne: ours.filter((person) => !isIn(theirs)(person)),
    onlyOther: theirs.filter((person) => !isIn(ours)(person)),
  };
};
