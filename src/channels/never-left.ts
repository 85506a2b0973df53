import type { FetchProblem } from '../platform/fetch/index.ts';

/**
 * Whether a request that failed certainly never reached the other side: no connection, no name, no permission to go there.
 * Anything later may have been heard, and must be looked for before it is said again.
 */
export const neverLeft = (problem: FetchProblem): boolean =>
  ['dns', 'tls', 'blocked-address', 'bad-url'].includes(problem.kind) ||
  (problem.kind === 'timeout' && problem.stage === 'connect') ||
  (problem.kind === 'connection' && /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(problem.code));
