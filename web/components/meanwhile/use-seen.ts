import { ApiProblem } from '../../app/problems.ts';

type Versioned = { readonly id: string; readonly version: number };

/**
 * Which version of a thing a person changes: the one that they opened, and once they were told that somebody was quicker, the
 * one that they are shown instead (`meanwhile`). `all` is the list as it is now.
 */
export const seenOf = <Thing extends Versioned>(
  opened: Thing | undefined,
  all: readonly Thing[],
  problem: unknown,
): { readonly version: number | undefined; readonly meanwhile: Thing | undefined } => {
  const isQuicker = problem instanceof ApiProblem && problem.code === 'changed-meanwhile';
  const now = isQuicker ? all.find(({ id }) => id === opened?.id) : undefined;
  const meanwhile = now && now.version !== opened?.version ? now : undefined;
  return { version: meanwhile?.version ?? opened?.version, meanwhile };
};
