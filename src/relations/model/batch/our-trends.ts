import { gatherTies } from '../ties/gather-ties.ts';
import { strengthOf, trendOf } from '../ties/intensity.ts';
import type { Events } from './event-columns.ts';
import type { OurTies } from './split-ties.ts';

const QUARTER_MS = 90 * 86_400_000;

/** How the strength of each tie with us moved in the last quarter: what it was then, by what had happened until then, and what it is. */
export const ourTrends = (
  events: Events,
  halfLifeDays: Float64Array,
  { inward, outward }: Pick<OurTies, 'inward' | 'outward'>,
  now: number,
): Float64Array => {
  const us = inward.length;
  const then = now - QUARTER_MS;
  const wasThere = (_: number, event: number): boolean =>
    (events.at[event] ?? 0) <= then && (events.from[event] === us || events.to[event] === us);
  const before = gatherTies(
    {
      people: us + 1,
      from: events.from.filter(wasThere),
      to: events.to.filter(wasThere),
      at: events.at.filter(wasThere),
      value: events.value.filter(wasThere),
      halfLifeDays: halfLifeDays.filter(wasThere),
    },
    then,
  );
  const strengths = new Float64Array(us);
  before.a.forEach((person, tie) => {
    strengths[person] = strengthOf(before.intensityAb[tie] ?? 0, before.intensityBa[tie] ?? 0);
  });
  return strengths.map((strength, person) =>
    trendOf(strength, strengthOf(inward[person] ?? 0, outward[person] ?? 0)),
  );
};
