import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, read } from './client.ts';
import { keys } from './keys.ts';
import { ApiProblem } from './problems.ts';
import type { Me, Permission, WorkspaceEntry } from './views.ts';

export const installationQuery = queryOptions({
  queryKey: keys.installation,
  queryFn: () => read(api.installation.$get()),
  staleTime: 60_000,
});

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await read(api.me.$get());
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The signed-in person. Only on screens behind the sign-in. */
export const useMe = (): Me => {
  const { data } = useSuspenseQuery(meQuery);
  if (!data) throw new Error('useMe on a screen that nobody is signed in to');
  return data;
};

/** The same, or null on the screens before the sign-in. */
export const useMaybeMe = (): Me | null => useQuery(meQuery).data ?? null;

/** The workspace that the address names. Only under `/$slug`. */
export const useWorkspace = (): WorkspaceEntry => {
  const me = useMe();
  const { slug } = useParams({ strict: false });
  const workspace = me.workspaces.find((one) => one.slug === slug);
  if (!workspace) throw new Error('useWorkspace outside of a workspace');
  return workspace;
};

/** Whether the person's roles here allow something: `useMay()('replies.send')`. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const { permissions } = useWorkspace();
  return (permission) => permissions.includes(permission);
};
