import { z } from 'zod';
import type { ChannelProblem } from '../contract.ts';

/** A problem as a connection keeps it. */
const KeptProblemSchema = z.object({
  kind: z.string(),
  detail: z.string(),
  field: z.string().optional(),
  at: z.string(),
});

export type KeptProblem = {
  readonly kind: ChannelProblem['kind'];
  readonly detail: string;
  readonly field?: string | undefined;
  readonly at: string;
};

/** `since`: the time of the first failure of this kind in a row is kept, so that people see how long it lasts. */
export const keepProblem = (problem: ChannelProblem, before: unknown, now: Date): KeptProblem => {
  const kept = readProblem(before);
  return {
    kind: problem.kind,
    detail: problem.detail.slice(0, 500),
    ...(problem.kind === 'misconfigured' ? { field: problem.field } : {}),
    at: kept?.kind === problem.kind ? kept.at : now.toISOString(),
  };
};

export const readProblem = (value: unknown): KeptProblem | null =>
  (KeptProblemSchema.safeParse(value).data as KeptProblem | undefined) ?? null;
