import type { ThreadId } from '../../platform/ids.ts';
import type { Effect } from './effect.ts';
import type { Reason } from './judge.ts';
import type { Trigger } from './rule.ts';

/** Over what a run goes: conversations that moved since then (ISO 8601, null: all), those that are open or all; or deeds of a rule. */
export type RunScope =
  | {
      readonly over: 'threads';
      readonly since: string | null;
      readonly open: boolean;
      /** Only those to which this could have happened since, as far as it can be seen now. */
      readonly heard?: Trigger;
    }
  | { readonly over: 'deeds'; readonly runId: string | null; readonly from: string; readonly to: string };

export type RunExample = {
  readonly threadId: ThreadId;
  readonly why: readonly Reason[];
  readonly would: readonly Effect[];
};

/** So many are shown. */
export const EXAMPLES = 10;

export const runStates = ['running', 'paused', 'stopped', 'done', 'failed'] as const;
export type RunState = (typeof runStates)[number];
export const runOrders = ['pause', 'resume', 'stop'] as const;
export type RunOrder = (typeof runOrders)[number] | 'finish' | 'fail';

/** The whole life of a run: what is not in here is refused. */
const transitions: Readonly<Record<RunState, Partial<Record<RunOrder, RunState>>>> = {
  running: { pause: 'paused', stop: 'stopped', finish: 'done', fail: 'failed' },
  paused: { resume: 'running', stop: 'stopped' },
  failed: { resume: 'running', stop: 'stopped' },
  stopped: {},
  done: {},
};

/** The state after an order; undefined when it comes too late or too early. */
export const runAfter = (state: RunState, order: RunOrder): RunState | undefined => transitions[state][order];
