import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import type { ContactsSearch } from '../../app/routes/relations.ts';
import { useWorkspace } from '../../app/session.ts';
import type { CircleLink, Contact, ContactList, Suggestion } from './views.ts';

const PAGE = 40;

/** The people that the address asks for, page by page. */
export const useContacts = (search: ContactsSearch) => {
  const { id } = useWorkspace();
  const filter = {
    q: search.cerca,
    circle: search.cerchia,
    stage: search.fase,
    consent: search.consenso,
    sleeping: search.addormentate,
  };
  const result = useInfiniteQuery({
    queryKey: [...keys.contacts(id), 'list', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<ContactList>(
        'GET',
        inWorkspace(id, 'contacts') + query({ ...filter, before: pageParam, limit: PAGE }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const contacts = useMemo(() => result.data?.pages.flatMap((page) => page.contacts) ?? [], [result.data]);
  return { ...result, contacts, count: result.data?.pages[0]?.count };
};

/** Every circle that has a name, the largest first. */
export const useCircles = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.relations(id), 'circles'],
    queryFn: ({ signal }) =>
      call<{ circles: readonly CircleLink[] }>(
        'GET',
        inWorkspace(id, 'relations', 'map') + query({ limit: 10 }),
        undefined,
        signal,
      ),
    select: ({ circles }) => circles,
    staleTime: 5 * 60_000,
  });
};

/** A few people by a name that is being typed. */
export const useFoundContacts = (typed: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.contacts(id), 'list', { q: typed, limit: 6 }],
    queryFn: ({ signal }) =>
      call<ContactList>(
        'GET',
        inWorkspace(id, 'contacts') + query({ q: typed, limit: 6 }),
        undefined,
        signal,
      ),
    enabled: typed.trim().length > 1,
    placeholderData: keepPreviousData,
  });
};

/** Pairs who may be one person. */
export const useSuggestions = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.contacts(id), 'suggestions'],
    queryFn: ({ signal }) =>
      call<{ suggestions: readonly Suggestion[] }>(
        'GET',
        inWorkspace(id, 'contacts', 'suggestions'),
        undefined,
        signal,
      ),
  });
};

/** After a change: lists, pages and the day are asked again. */
export const useRefreshContacts = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.contacts(id) }),
      client.invalidateQueries({ queryKey: keys.daily(id) }),
    ]);
};

export type NewContact = { readonly name: string } & Partial<
  Pick<Contact, 'company' | 'role' | 'place' | 'note'>
>;

export const useAddContact = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  return useMutation({
    mutationFn: (contact: NewContact) => call<{ id: string }>('POST', inWorkspace(id, 'contacts'), contact),
    onSuccess: refresh,
  });
};
