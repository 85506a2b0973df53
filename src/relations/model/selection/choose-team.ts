import { err, ok, type Result } from '../../../platform/result.ts';
import { type ChosenNodes, chooseNodes } from './choose-nodes.ts';
import { compareTeams } from './compare-teams.ts';
import type { Comparison } from './comparison.ts';
import { decideMethod } from './decide-method.ts';
import { explainTeam } from './explain-team.ts';
import { type Choice, prepareChoice } from './prepare-choice.ts';
import { type Stability, stabilityOf } from './stability.ts';
import type { Method, TeamInput, Words } from './team-input.ts';
import { certificateWords } from './team-words.ts';
import { CalledOff, goOn, type Watch } from './watch.ts';

export type TeamMember = {
  readonly node: number;
  /** What she added when she was chosen: reactions seen (recent ones count most), or people expected to be reached. */
  readonly gain: number;
  readonly hours: number;
  readonly isPinned: boolean;
  readonly reasons: readonly Words[];
  readonly substitute: { readonly node: number; readonly loss: number } | null;
};

/** Plain data: it comes back from a worker as it is. */
export type TeamOutcome = {
  readonly method: Method;
  readonly methodSays: Words;
  /** Certainly at least this share of the best team within the same limits, as far as the data tell; null: a ranking. */
  readonly certificate: number | null;
  readonly certificateSays: Words;
  readonly hours: number;
  readonly members: readonly TeamMember[];
  readonly comparison: Comparison | null;
  readonly stability: Stability | null;
  readonly evidence: {
    readonly conversations: number;
    readonly reactions: number;
    readonly repeatedEvents: number;
    readonly lateEvents: number;
    readonly candidates: number;
    readonly band: { readonly from: number; readonly to: number } | null;
    readonly reverseSets: number;
    /** Memory gave out before the certificate was as good as asked for. */
    readonly isCutShort: boolean;
  };
};

/** How much is worked out besides the team: nothing, the reasons, or also comparison and stability. */
export type Depth = 'team' | 'reasons' | 'all';

export type TeamProblem = { readonly kind: 'called-off' };

/**
 * The people who together reach and connect a field best within a limit (docs: GRAPH, definition 8). The same input
 * gives the same team. Called off between short pieces of work, never in the middle of one longer than some tenths of a
 * second on graphs of millions of ties. Memory: 12 bytes per member of a reverse set, 40M at most per half.
 */
export const chooseTeam = (
  input: TeamInput,
  watch: Watch = {},
  { depth = 'all', circleName = numbered }: { readonly depth?: Depth; readonly circleName?: CircleName } = {},
): Result<TeamOutcome, TeamProblem> => {
  try {
    return ok(choose(input, rising(watch), depth, circleName));
  } catch (error) {
    if (error instanceof CalledOff) return err({ kind: 'called-off' });
    throw error;
  }
};

type CircleName = (circle: number) => Words;
const numbered: CircleName = (circle) => ({ it: `n. ${circle + 1}`, en: `no. ${circle + 1}` });

const choose = (input: TeamInput, watch: Watch, depth: Depth, circleName: CircleName): TeamOutcome => {
  goOn(watch);
  const choice = prepareChoice(input);
  const { method, why } = decideMethod(input.method, choice.reactions);
  const part = depth === 'all' ? 0.4 : 1;
  const chosen = chooseNodes(choice, method, inside(watch, 0, part));
  const explained =
    depth === 'team' ? null : explainTeam(choice, chosen, circleName, inside(watch, part, part));
  watch.onProgress?.(depth === 'all' ? 0.5 : 1);
  const comparison =
    depth === 'all' ? compareTeams(choice, method, chosen.team, inside(watch, 0.5, 0.7)) : null;
  const stability =
    depth === 'all' ? stabilityOf(choice, method, chosen.team, 5, inside(watch, 0.7, 1)) : null;
  watch.onProgress?.(1);
  const pins = new Set(choice.constraint.pins);
  return {
    method,
    methodSays: why,
    certificate: chosen.certificate,
    certificateSays: certificateWords(chosen.certificate),
    hours: chosen.team.reduce((sum, node) => sum + (choice.efforts[node] as number), 0),
    members: chosen.team.map((node, at) => ({
      node,
      gain: chosen.gains[at] as number,
      hours: choice.efforts[node] as number,
      isPinned: pins.has(node),
      reasons: explained?.[at]?.reasons ?? [],
      substitute: explained?.[at]?.substitute ?? null,
    })),
    comparison,
    stability,
    evidence: evidenceOf(choice, chosen),
  };
};

const evidenceOf = (
  { log, reactions, constraint, band }: Choice,
  chosen: ChosenNodes,
): TeamOutcome['evidence'] => ({
  conversations: log.cascades,
  reactions,
  repeatedEvents: log.repeated,
  lateEvents: log.late,
  candidates: constraint.candidates.length,
  band,
  reverseSets: chosen.sets?.count ?? 0,
  isCutShort: chosen.cutShort,
});

/** What is told never falls, whichever part tells it. */
const rising = (watch: Watch): Watch => {
  let told = -1;
  return {
    ...watch,
    onProgress: (share) => {
      if (share <= told) return;
      told = share;
      watch.onProgress?.(share);
    },
  };
};

/** A part of the work reports its own progress inside that of the whole. */
const inside = (watch: Watch, from: number, to: number): Watch => ({
  ...watch,
  onProgress: (share) => watch.onProgress?.(from + (to - from) * share),
});
