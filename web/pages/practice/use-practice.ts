import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWorkspace } from '../../app/session.ts';

export type Both = { readonly it: string; readonly en: string };
export type Criterion =
  | 'acknowledges'
  | 'no-excuses'
  | 'next-step'
  | 'when'
  | 'personal'
  | 'tone'
  | 'register'
  | 'no-bargain'
  | 'not-in-kind'
  | 'privacy'
  | 'place'
  | 'length';
export type Ending = 'reconciled' | 'calmer' | 'unmoved' | 'worse';
export type Scenario = {
  readonly id: string;
  readonly sector: 'winery' | 'hotel' | 'restaurant' | 'shop' | 'online' | 'services' | 'association';
  readonly place: 'review' | 'social' | 'forum' | 'mail' | 'direct';
  readonly gravity: 1 | 2 | 3 | 4;
  readonly who: string;
  readonly title: Both;
  readonly facts: Both;
  readonly said: Both;
};
export type Listed = {
  readonly id: string;
  readonly scenarioId: string;
  readonly ending: Ending | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly sharedAt: string | null;
};
export type Gym = {
  readonly scenarios: readonly Scenario[];
  readonly attempts: readonly Listed[];
  readonly progress: {
    readonly steady: readonly Criterion[];
    readonly learnt: readonly Criterion[];
    readonly next: readonly Criterion[];
  } | null;
  readonly examples: readonly string[];
  readonly overseen: {
    readonly done: readonly { readonly name: string; readonly finished: number; readonly lastAt: string }[];
    readonly shared: readonly (Listed & { readonly byName: string })[];
  } | null;
};
export type Prompt = {
  readonly kind: 'answer' | 'follow' | 'outcome';
  readonly said: Both;
  readonly isPublic: boolean;
  readonly longest: number;
};
export type Mark = {
  readonly criterion: Criterion;
  readonly verdict: 'met' | 'missed';
  readonly start: number;
  readonly end: number;
  readonly because: Both | null;
};
export type Turn = { readonly prompt: Prompt; readonly text: string; readonly marks: readonly Mark[] };
export type Attempt = {
  readonly id: string;
  readonly scenario: Scenario;
  readonly language: 'it' | 'en';
  readonly byName: string;
  readonly isMine: boolean;
  readonly startedAt: string;
  readonly sharedAt: string | null;
  readonly turns: readonly Turn[];
  readonly next: Prompt | null;
  readonly ending: Ending | null;
  readonly goodbye: Both | null;
  readonly model: Both | null;
};

export const useGym = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.practice(id), 'gym'],
    queryFn: ({ signal }) => call<Gym>('GET', inWorkspace(id, 'practice'), undefined, signal),
  });
};

export const useAttempt = (attemptId: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.practice(id), 'one', attemptId],
    queryFn: ({ signal }) => call<Attempt>('GET', inWorkspace(id, 'practice', attemptId), undefined, signal),
  });
};

type Change = {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: readonly string[];
  readonly body?: unknown;
};

/** Changes something of the practice; what is shown of it is then read again. */
export const usePracticeChange = <Read = unknown>() => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      call<Read>(method, inWorkspace(id, 'practice', ...path), body),
    onSettled: () => client.invalidateQueries({ queryKey: keys.practice(id) }),
  });
};
