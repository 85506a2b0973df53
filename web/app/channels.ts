import { useQuery } from '@tanstack/react-query';
import { api, company, read } from './client.ts';
import { keys } from './keys.ts';

/** All the channels that this installation knows, as their manifests. */
export const useChannels = () =>
  useQuery({
    queryKey: keys.channels,
    queryFn: () => read(api.channels.$get()),
    select: ({ channels }) => channels,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The channels that this company has joined up. */
export const useConnections = (workspaceId: string) =>
  useQuery({
    queryKey: keys.connections(workspaceId),
    queryFn: () => read(company.connections.$get({ param: { workspaceId } })),
    select: ({ connections }) => connections,
  });
