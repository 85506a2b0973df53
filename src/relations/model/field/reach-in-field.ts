import type { Says } from '../map/web.ts';
import { reachExponent } from '../standing/reach-exponent.ts';
import type { Cascade } from './cascades.ts';
import type { ChosenTeam } from './chosen-team.ts';
import type { FieldCandidate } from './team-input.ts';

/** How reach grows with the audience in this field, by who began each conversation and how many joined; null with too little. */
export const exponentOf = (
  cascades: readonly Cascade[],
  people: readonly Pick<FieldCandidate, 'id' | 'followers'>[],
): number | null => {
  const audienceOf = new Map(people.map(({ id, followers }) => [id, followers]));
  return reachExponent(
    cascades.flatMap((cascade) => {
      const audience = audienceOf.get(cascade[0]?.person ?? '') ?? 0;
      return audience > 0 ? [{ audience, reached: cascade.length - 1 }] : [];
    }),
  );
};

/** The same team, its comparison with the biggest told with what audiences are worth in this field, where that is known. */
export const withReach = (team: ChosenTeam, exponent: number | null): ChosenTeam => {
  if (exponent === null || team.comparison === null) return team;
  const told = sayExponent(exponent);
  const { says } = team.comparison;
  return {
    ...team,
    comparison: { ...team.comparison, says: { it: `${says.it} ${told.it}`, en: `${says.en} ${told.en}` } },
  };
};

/** With ten times the audience, 10^(1 + x) times the reach. */
const sayExponent = (exponent: number): Says => {
  const times = 10 ** (1 + exponent);
  const [it, en] = [times.toFixed(1).replace('.', ','), times.toFixed(1)];
  if (Math.abs(exponent) < 0.1)
    return {
      it: 'In questo campo chi ha un pubblico dieci volte più grande raggiunge circa dieci volte tanto.',
      en: 'In this field ten times the audience reaches about ten times as many.',
    };
  return exponent < 0
    ? {
        it: `In questo campo un pubblico dieci volte più grande raggiunge solo ${it} volte tanto: ogni seguace in più conta meno.`,
        en: `In this field ten times the audience reaches only ${en} times as many: each follower more counts for less.`,
      }
    : {
        it: `In questo campo un pubblico dieci volte più grande raggiunge ${it} volte tanto: chi è grande conta più della sua misura.`,
        en: `In this field ten times the audience reaches ${en} times as many: the big count for more than their size.`,
      };
};
