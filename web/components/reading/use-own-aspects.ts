import { useQuery } from '@tanstack/react-query';
import { company, read } from '../../app/client.ts';
import { keys } from '../../app/keys.ts';
import { useWorkspace } from '../../app/session.ts';

const none: readonly string[] = [];

/** What the company's own words give a name to; none until it is known. */
export const useOwnAspects = (): readonly string[] => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: [...keys.understanding(id), 'aspects'],
    queryFn: () => read(company.packs.aspects.$get({ param: { workspaceId: id } })),
    staleTime: 60_000,
  });
  return data?.aspects ?? none;
};
