import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Effect } from '../../../../src/rules/model/effect.ts';
import type { Reason } from '../../../../src/rules/model/judge.ts';
import type { RuleBody } from '../../../../src/rules/model/rule.ts';
import type { PauseReason } from '../../../../src/rules/model/rule-state.ts';
import type { RunState } from '../../../../src/rules/model/run.ts';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';

export type RuleWish = {
  readonly name: string;
  readonly body: RuleBody;
  readonly stops: boolean;
  readonly mostPerHour: number;
};
export type RuleView = RuleWish & {
  readonly id: string;
  readonly state: 'on' | 'off' | 'paused';
  readonly version: number;
  readonly pause: PauseReason | null;
  readonly week: { readonly deeds: number; readonly threads: number; readonly lastAt: string | null };
};
export type TemplateView = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly taken: boolean;
};
export type RunView = {
  readonly id: string;
  readonly kind: 'try' | 'apply' | 'undo';
  readonly state: RunState;
  readonly total: number;
  readonly seen: number;
  readonly met: number;
  readonly acted: number;
  readonly kept: number;
  readonly createdAt: string;
  readonly examples: readonly {
    readonly threadId: string;
    readonly name: string | null;
    readonly preview: string;
    readonly why: readonly Reason[];
    readonly would: readonly Effect[];
  }[];
};
export type DeedView = {
  readonly id: string;
  readonly ruleName: string | null;
  readonly threadId: string;
  readonly authorName: string | null;
  readonly runId: string | null;
  readonly at: string;
  readonly why: readonly Reason[];
  readonly did: readonly Effect[];
  readonly undone: 'undone' | 'kept' | 'gone' | null;
};

type Listed = { readonly rules: readonly RuleView[]; readonly templates: readonly TemplateView[] };

export const useRules = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: keys.rules(id),
    queryFn: ({ signal }) => call<Listed>('GET', inWorkspace(id, 'rules'), undefined, signal),
  });
};

/** Something asked of the server, after which the list is asked for again. */
const useAsk = <Wish, Answer>(ask: (workspaceId: string, wish: Wish) => Promise<Answer>) => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => ask(id, wish),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.rules(id) }),
  });
};

export const useKeepRule = () =>
  useAsk((id, { rule, wish }: { readonly rule: RuleView | undefined; readonly wish: RuleWish }) =>
    rule
      ? call<RuleView>('PUT', inWorkspace(id, 'rules', rule.id), { ...wish, version: rule.version })
      : call<RuleView>('POST', inWorkspace(id, 'rules'), wish),
  );
export const useSetRule = () =>
  useAsk((id, { ruleId, state }: { readonly ruleId: string; readonly state: 'on' | 'off' }) =>
    call<RuleView>('PUT', inWorkspace(id, 'rules', ruleId, 'state'), { state }),
  );
export const useRemoveRule = () =>
  useAsk((id, ruleId: string) => call<void>('DELETE', inWorkspace(id, 'rules', ruleId)));
export const useOrderRules = () =>
  useAsk((id, ids: readonly string[]) => call<void>('PUT', inWorkspace(id, 'rules', 'order'), { ids }));
export const useTakeTemplate = () =>
  useAsk((id, templateId: string) =>
    call<RuleView>('POST', inWorkspace(id, 'rules', 'templates', templateId)),
  );
export const useTryRule = () =>
  useAsk((id, body: RuleBody) => call<RunView>('POST', inWorkspace(id, 'rules', 'trials'), { body }));
export const useApplyRule = (ruleId: string) =>
  useAsk((id, wish: { readonly days: number | null; readonly open: boolean }) =>
    call<RunView>('POST', inWorkspace(id, 'rules', ruleId, 'applications'), wish),
  );
export const useUndoRule = (ruleId: string) =>
  useAsk((id, of: { readonly runId: string } | { readonly from: string; readonly to: string }) =>
    call<RunView>('POST', inWorkspace(id, 'rules', ruleId, 'undo'), of),
  );
export const useOrderRun = () =>
  useAsk((id, { runId, order }: { readonly runId: string; readonly order: 'pause' | 'resume' | 'stop' }) =>
    call<RunView>('POST', inWorkspace(id, 'rule-runs', runId, 'orders'), { order }),
  );

const LOOK_AGAIN_MS = 1_000;

/** A run as it goes on; it is asked again until it rests. */
export const useRun = (begun: RunView | undefined) => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: [...keys.rules(id), 'run', begun?.id ?? ''],
    queryFn: ({ signal }) =>
      call<RunView>('GET', inWorkspace(id, 'rule-runs', begun?.id ?? ''), undefined, signal),
    enabled: begun !== undefined && begun.state !== 'done',
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : LOOK_AGAIN_MS),
  });
  return data ?? begun;
};

export const useRuns = (ruleId: string) => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: [...keys.rules(id), 'runs', ruleId],
    queryFn: ({ signal }) =>
      call<{ runs: readonly RunView[] }>('GET', inWorkspace(id, 'rules', ruleId, 'runs'), undefined, signal),
    refetchInterval: ({ state }) =>
      state.data?.runs.some((run) => run.state === 'running') ? LOOK_AGAIN_MS : false,
  });
  return data?.runs ?? [];
};

/** What a rule did, or what was done to a conversation. */
export const useDeeds = (of: { readonly rule: string } | { readonly thread: string }, before?: string) => {
  const { id } = useWorkspace();
  const parts = 'rule' in of ? ['rules', of.rule, 'deeds'] : ['threads', of.thread, 'deeds'];
  return useQuery({
    queryKey: [...keys.rules(id), ...parts, before ?? ''],
    queryFn: ({ signal }) =>
      call<{ deeds: readonly DeedView[]; next: string | null }>(
        'GET',
        `${inWorkspace(id, ...parts)}${query({ before })}`,
        undefined,
        signal,
      ),
  });
};
