import type { PersonName, TeamView } from '../views.ts';

/** Whom the team shall have, and whom it shall not, whatever is worked out. */
export type Wishes = {
  readonly pins: readonly PersonName[];
  readonly exclusions: readonly PersonName[];
};

/** The wishes that a team was chosen with. */
export const wishesOf = (team: TeamView | null): Wishes => ({
  pins: (team?.members ?? []).filter(({ pinned }) => pinned).map(({ contact }) => contact),
  exclusions: team?.exclusions ?? [],
});

/** Keeping somebody takes them out of those left out, and the other way round; asked again, it is undone. */
export const wish = ({ pins, exclusions }: Wishes, kind: keyof Wishes, person: PersonName): Wishes => {
  const without = (people: readonly PersonName[]) => people.filter(({ id }) => id !== person.id);
  const toggled = (people: readonly PersonName[]) =>
    people.some(({ id }) => id === person.id) ? without(people) : [...people, person];
  return kind === 'pins'
    ? { pins: toggled(pins), exclusions: without(exclusions) }
    : { pins: without(pins), exclusions: toggled(exclusions) };
};

export const isWished = (people: readonly PersonName[], id: string): boolean =>
  people.some((person) => person.id === id);

/** How many wishes differ from those that the team was chosen with. */
export const changedWishes = (team: TeamView | null, wishes: Wishes): number => {
  const before = wishesOf(team);
  const different = (one: readonly PersonName[], other: readonly PersonName[]): number =>
    one.filter(({ id }) => !isWished(other, id)).length + other.filter(({ id }) => !isWished(one, id)).length;
  return different(before.pins, wishes.pins) + different(before.exclusions, wishes.exclusions);
};
