import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { BatchGround } from './batch-load.ts';
import type { BatchScores } from './batch-score.ts';

/** What is said of each person by their place, besides where they stand in the web; null where too little is known. */
export type Standing = {
  of(place: number): {
    readonly participation: number | null;
    readonly credibility: number | null;
    readonly relevance: number | null;
    readonly responsiveness: number | null;
    readonly middle: number | null;
    readonly evidence: Readonly<Record<string, unknown>>;
  };
};

export const standingOfBatch = async (
  _platform: Pick<Platform, 'database'>,
  _workspaceId: WorkspaceId,
  _ground: BatchGround,
  scores: BatchScores,
  _now: Date,
): Promise<Standing> => ({
  of: (place) => ({
    participation: scores.graph.participation[place] ?? null,
    credibility: null,
    relevance: null,
    responsiveness: null,
    middle: null,
    evidence: {},
  }),
});
