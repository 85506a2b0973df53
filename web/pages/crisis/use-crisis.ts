import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../app/api.ts';
import { type Answer, company, read } from '../../app/client.ts';
import { keys } from '../../app/keys.ts';
import { useMay, useWorkspace } from '../../app/session.ts';

type One = (typeof company)['crises'][':crisisId'];
export type Crisis = Answer<One['$get']>;
export type Current = Answer<(typeof company)['crisis']['$get']>;

/** Whether one is on, for whatever shows it; asked once, and again when it changes. */
export const useCurrentCrisis = (): Current | undefined => {
  const { id } = useWorkspace();
  const mayRead = useMay()('crisis.read');
  const { data } = useQuery({
    queryKey: [...keys.crisis(id), 'current'],
    queryFn: () => read(company.crisis.$get({ param: { workspaceId: id } })),
    enabled: mayRead,
    staleTime: 60_000,
  });
  return data;
};

export const useCrises = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.crisis(id), 'list'],
    queryFn: () => read(company.crises.$get({ param: { workspaceId: id } })),
  });
};

export const useCrisis = (crisisId: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.crisis(id), 'one', crisisId],
    queryFn: () => read(company.crises[':crisisId'].$get({ param: { workspaceId: id, crisisId } })),
  });
};

type Change = { readonly method: 'POST' | 'PUT'; readonly path: readonly string[]; readonly body: unknown };

/** Changes something of this room; whatever is shown of it is then read again, also after a refusal. */
export const useCrisisChange = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      call<{ readonly id: string } | undefined>(method, inWorkspace(id, 'crises', ...path), body),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.crisis(id) });
    },
  });
};
