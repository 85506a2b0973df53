import type { MapView } from '../views.ts';
import { tieKey } from './threads-to-draw.ts';

export const questions = ['ponti', 'addormentati', 'vuoti', 'incontri'] as const;
export type Question = (typeof questions)[number];
export const isQuestion = (value: string | undefined): value is Question =>
  questions.includes(value as Question);

/** What stands out on the map while the rest steps back. */
export type Highlight = {
  readonly people: ReadonlySet<string>;
  /** By tieKey. */
  readonly ties: ReadonlySet<string>;
  /** Threads that are not there yet. */
  readonly missing: readonly (readonly [string, string])[];
};

/** One answer, or all the answers of a question (`place` null), as people and threads. */
export const highlightOf = (view: MapView, question: Question, place: number | null): Highlight => {
  const some = <Entry>(entries: readonly Entry[]): readonly Entry[] =>
    place === null ? entries : entries.slice(place, place + 1);
  switch (question) {
    case 'ponti':
      return some(view.answers.bridges)
        .map(({ contact, between }) => bridgeOf(view, contact.id, between))
        .reduce(together, nothing);
    case 'addormentati':
      return { ...nothing, people: new Set(some(view.answers.sleeping).map(({ contact }) => contact.id)) };
    case 'vuoti':
      return some(view.answers.holes)
        .map(({ circles, nearest }) => holeOf(view, circles, nearest?.id))
        .reduce(together, nothing);
    case 'incontri': {
      const pairs = some(view.answers.shouldMeet).map(({ a, b }) => [a.id, b.id] as const);
      return { people: new Set(pairs.flat()), ties: new Set(), missing: pairs };
    }
  }
};

/** A person, those they talk with, and the threads between. */
export const surroundingsOf = (view: MapView, person: string): Highlight => {
  const ties = view.ties.filter(({ a, b }) => a === person || b === person);
  return {
    people: new Set([person, ...ties.flatMap(({ a, b }) => [a, b])]),
    ties: new Set(ties.map(({ a, b }) => tieKey(a, b))),
    missing: [],
  };
};

const nothing: Highlight = { people: new Set(), ties: new Set(), missing: [] };

const together = (one: Highlight, other: Highlight): Highlight => ({
  people: new Set([...one.people, ...other.people]),
  ties: new Set([...one.ties, ...other.ties]),
  missing: [...one.missing, ...other.missing],
});

const bridgeOf = (view: MapView, person: string, between: readonly string[]): Highlight => {
  const circleOf = new Map(view.nodes.map(({ id, circle }) => [id, circle]));
  const isThere = (id: string): boolean => between.includes(circleOf.get(id) ?? '');
  const ties = view.ties.filter(({ a, b }) => (a === person && isThere(b)) || (b === person && isThere(a)));
  return {
    people: new Set([person, ...ties.flatMap(({ a, b }) => [a, b])]),
    ties: new Set(ties.map(({ a, b }) => tieKey(a, b))),
    missing: [],
  };
};

const holeOf = (view: MapView, circles: readonly string[], nearest: string | undefined): Highlight => ({
  ...nothing,
  people: new Set([
    ...view.nodes.filter(({ circle }) => circle !== null && circles.includes(circle)).map(({ id }) => id),
    ...(nearest ? [nearest] : []),
  ]),
});
