import { useQuery } from '@tanstack/react-query';
import { type Answer, company, read } from './client.ts';
import { keys } from './keys.ts';
import { useWorkspace } from './session.ts';

export type AssistantState = Answer<typeof company.assistant.$get>;

/** Whether a language model helps here; what it may and has cost, for whoever manages it. */
export const useAssistant = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: keys.assistant(id),
    queryFn: () => read(company.assistant.$get({ param: { workspaceId: id } })),
    staleTime: 60_000,
  });
};
