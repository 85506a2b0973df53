import type { Receipt } from '../contract.ts';
import type { GraphFailure } from './graph-problem.ts';

/** What a failed call of sending means: read and refused stays so, unheard may be tried again as it is, anything else is to be looked for first. */
export const receiptOf = ({ effect, problem }: GraphFailure): Receipt => {
  if (effect === 'unknown') return { state: 'unknown', detail: problem.detail };
  if (effect === 'none') return { state: 'not-sent', problem };
  return {
    state: 'rejected',
    problem:
      problem.kind === 'bad-response'
        ? { kind: 'misconfigured', field: 'text', detail: problem.detail }
        : problem,
  };
};
