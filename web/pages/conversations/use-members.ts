import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWorkspace } from '../../app/session.ts';
import type { MemberView } from '../../app/views.ts';

export const useMembers = (): readonly MemberView[] => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: keys.members(id),
    queryFn: ({ signal }) =>
      call<{ members: readonly MemberView[] }>('GET', inWorkspace(id, 'members'), undefined, signal),
    staleTime: 60_000,
  });
  return data?.members ?? none;
};

const none: readonly MemberView[] = [];

/** First names by id: colleagues call each other so. */
export const useMemberNames = (): ReadonlyMap<string, string> => {
  const members = useMembers();
  return useMemo(() => new Map(members.map(({ personId, name }) => [personId, firstName(name)])), [members]);
};

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
