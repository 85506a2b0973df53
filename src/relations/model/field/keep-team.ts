import type { Says } from '../map/web.ts';
import type { Comparison, Stability, TeamFigures, TeamOutcome } from '../selection/index.ts';
import type { Alternative, ChosenTeam, TeamComparison } from './chosen-team.ts';

/** A team as it was chosen becomes one that can be kept: people by their ids, shares of the whole. */
export const keepTeam = (outcome: TeamOutcome, ids: readonly string[]): ChosenTeam => {
  const whole = outcome.members.reduce((sum, { gain }) => sum + gain, 0);
  const idOf = (node: number): string => ids[node] ?? '';
  return {
    method: outcome.method,
    methodSays: outcome.methodSays,
    certificate: outcome.certificate,
    certificateSays: outcome.certificateSays,
    cost: outcome.hours,
    members: outcome.members.map(({ node, gain, hours, isPinned, reasons, substitute }) => ({
      contactId: idOf(node),
      gain: whole > 0 ? gain / whole : 0,
      hours,
      isPinned,
      reasons,
      substitute: substitute && {
        contactId: idOf(substitute.node),
        lossPercent: Math.round(substitute.loss * 100),
      },
    })),
    comparison: outcome.comparison && keepComparison(outcome.comparison),
    stability: outcome.stability && keepStability(outcome.stability),
  };
};

const keepComparison = ({ chosen, biggest, oneByOne, says }: Comparison): TeamComparison => ({
  ours: alternativeOf(chosen),
  biggest: alternativeOf(biggest),
  oneByOne: alternativeOf(oneByOne),
  says,
});

const alternativeOf = ({ team, people, hours, peoplePerHour, circles }: TeamFigures): Alternative => ({
  people: team.length,
  hours,
  reach: people,
  reachPerHour: peoplePerHour,
  circles: circles ?? 0,
});

const keepStability = ({
  kept,
  least,
  draws,
}: Stability): { readonly share: number; readonly says: Says } => ({
  share: kept,
  says: sayStability(kept, least, draws),
});

const STEADY = 0.8;

const sayStability = (kept: number, least: number, draws: number): Says => {
  const [mean, worst] = [Math.round(kept * 100), Math.round(least * 100)];
  const advice =
    kept >= STEADY
      ? { it: 'Una scelta che tiene.', en: 'A choice that holds.' }
      : {
          it: 'Alcuni sono intercambiabili: guardate anche chi potrebbe sostituirli.',
          en: 'Some could be exchanged: look at who could take their place, too.',
        };
  return {
    it: `Togliendo un decimo dei dati (${draws} prove) resta in media il ${mean} % della squadra, nel caso peggiore il ${worst} %. ${advice.it}`,
    en: `With a tenth of the data gone (${draws} tries) ${mean} % of the team stays on average, ${worst} % at worst. ${advice.en}`,
  };
};
