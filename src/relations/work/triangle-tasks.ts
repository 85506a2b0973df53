import type { Oriented } from '../model/persons/oriented.ts';
import { type TriangleSums, triangleSums } from '../model/persons/triangle-sums.ts';

/** Shared between the threads of one pass: 0 until the graph is oriented, then 1; and the ranks of the second thread. */
export type Beginning = Int32Array<SharedArrayBuffer>;

/** What the second thread of the pass over triangles does: few imports, because a thread that begins late is no help. */
export const triangleTasks = {
  sumTriangles: ({
    oriented,
    beginning,
  }: {
    readonly oriented: Oriented;
    readonly beginning: Beginning;
  }): TriangleSums => {
    Atomics.wait(beginning, 0, 0);
    return triangleSums(oriented, beginning[1] as number, beginning[2] as number, 1);
  },
} as const;

export type TriangleTasks = typeof triangleTasks;
