import { useQuery } from '@tanstack/react-query';
import { call, inWorkspace } from './api.ts';
import { keys } from './keys.ts';
import type { ChannelManifest, ConnectionView } from './views.ts';

/** All the channels that this installation knows, as their manifests. */
export const useChannels = () =>
  useQuery({
    queryKey: keys.channels,
    queryFn: () => call<{ channels: readonly ChannelManifest[] }>('GET', '/api/channels'),
    select: ({ channels }) => channels,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The channels that this company has joined up. */
export const useConnections = (workspaceId: string) =>
  useQuery({
    queryKey: keys.connections(workspaceId),
    queryFn: () =>
      call<{ connections: readonly ConnectionView[] }>('GET', inWorkspace(workspaceId, 'connections')),
    select: ({ connections }) => connections,
  });
