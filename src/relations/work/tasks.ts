import type { Report, Tasks } from '../../platform/work/task.ts';
import { type GatherInput, gatherWeb } from '../model/batch/gather-web.ts';
import { type StudyInput, studyBatch } from '../model/batch/study-batch.ts';
import { type CommunityOptions, findCommunities } from '../model/communities/find-communities.ts';
import type { Graph } from '../model/graph/graph.ts';
import { carriedPairs } from '../model/persons/carried-pairs.ts';
import { coreNumbers } from '../model/persons/core-numbers.ts';
import { sumDependencies } from '../model/persons/dependencies.ts';
import { pageRank } from '../model/persons/page-rank.ts';
import { participationOf } from '../model/persons/participation.ts';
import { scorePersons } from '../model/persons/score-persons.ts';
import { chooseTeam, type TeamInput, type Words } from '../model/selection/index.ts';

/** All that our workers can do, by name: one line more makes a task. */
export const tasks = {
  /** What everyone's surroundings say: overlap, constraint, effective size, clustering, core; and PageRank of answers. */
  scorePersons: ({ graph, answers }: { readonly graph: Graph; readonly answers: Graph }, report: Report) => {
    report({ done: 0, step: 'triangles' });
    const scores = scorePersons(graph);
    report({ done: 0.5, step: 'cores' });
    const core = coreNumbers(graph);
    report({ done: 0.6, step: 'answers' });
    const esteem = pageRank(answers);
    report({ done: 1, step: 'answers' });
    return { ...scores, core, esteem };
  },
  /** Communities, and who stands between them. */
  findCircles: (
    { graph, options }: { readonly graph: Graph; readonly options: CommunityOptions },
    report: Report,
  ) => {
    report({ done: 0, step: 'circles' });
    const found = findCommunities(graph, options);
    report({ done: 0.9, step: 'bridges' });
    const participation = participationOf(graph, found.labels, found.count);
    const carried = carriedPairs(graph, found.labels, found.count);
    report({ done: 1, step: 'bridges' });
    return { ...found, participation, carried };
  },
  /** A part of sampled betweenness. */
  sumDependencies: (
    { graph, pivots }: { readonly graph: Graph; readonly pivots: Uint32Array },
    report: Report,
  ) =>
    sumDependencies(graph, pivots, (done) => {
      if (done % 16 === 0 || done === pivots.length)
        report({ done: done / pivots.length, step: 'betweenness' });
    }),
  /** The web of a company from all that passed in it. */
  gatherWeb: (input: GatherInput, report: Report) => gatherWeb(input, report),
  /** What the map answers. */
  studyBatch: (input: StudyInput, report: Report) => {
    report({ done: 0, step: 'map' });
    return studyBatch(input);
  },
  /** The people who together reach a field best; circles by their names. */
  chooseTeam: (
    { input, circleNames }: { readonly input: TeamInput; readonly circleNames: readonly Words[] },
    report: Report,
  ) => {
    const unnamed: Words = { it: 'senza nome', en: 'without a name' };
    const onProgress = (done: number) => report({ done, step: 'team' });
    return chooseTeam(input, { onProgress }, { circleName: (circle) => circleNames[circle] ?? unnamed });
  },
} as const satisfies Tasks;

export type OurTasks = typeof tasks;
