import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import { useRefreshContacts } from '../use-contacts.ts';
import type { Contact, ContactDetail, GiftKind, Receipt, Stage, StoryPage } from '../views.ts';

const detailKey = (id: string, contactId: string) => [...keys.openContacts(id), contactId] as const;
const PAGE = 20;

/** Whom this window is erasing or has erased: of them the server is asked nothing more, though their receipt stands on their page. */
const erased = new Set<string>();

export const useContact = (contactId: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: detailKey(id, contactId),
    queryFn: ({ signal }) =>
      call<ContactDetail>('GET', inWorkspace(id, 'contacts', contactId), undefined, signal),
    enabled: () => !erased.has(contactId),
  });
};

/** What happened, the latest first, page by page. */
export const useStory = (contactId: string) => {
  const { id } = useWorkspace();
  const result = useInfiniteQuery({
    queryKey: [...detailKey(id, contactId), 'story'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<StoryPage>(
        'GET',
        inWorkspace(id, 'contacts', contactId, 'story') + query({ before: pageParam, limit: PAGE }),
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.next,
    enabled: () => !erased.has(contactId),
  });
  const entries = useMemo(() => result.data?.pages.flatMap((page) => page.entries) ?? [], [result.data]);
  return { ...result, entries };
};

export type ContactChange = {
  readonly [Name in
    | 'name'
    | 'company'
    | 'role'
    | 'place'
    | 'note'
    | 'tags'
    | 'consent'
    | 'consentNote']?: Contact[Name];
} & { readonly stage?: Stage };

/** A change that shows at once and is taken back if the server refuses it. */
export const useChangeContact = (contactId: string) => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const refresh = useRefreshContacts();
  const queryKey = detailKey(id, contactId);
  return useMutation({
    mutationFn: (change: ContactChange) => call('PATCH', inWorkspace(id, 'contacts', contactId), change),
    onMutate: async ({ stage, ...change }) => {
      await client.cancelQueries({ queryKey, exact: true });
      const before = client.getQueryData<ContactDetail>(queryKey);
      if (before) client.setQueryData(queryKey, { ...before, contact: { ...before.contact, ...change } });
      return { before };
    },
    onError: (_error, _change, context) => client.setQueryData(queryKey, context?.before),
    onSettled: () => void refresh(),
  });
};

export type Meeting = {
  readonly at: string;
  readonly note: string;
  readonly place?: string;
  readonly withContactIds?: readonly string[];
};

export const useAddMeeting = (contactId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  return useMutation({
    mutationFn: (meeting: Meeting) => addMeeting(id, contactId, meeting),
    onSuccess: refresh,
  });
};

export const addMeeting = (workspaceId: string, contactId: string, meeting: Meeting) =>
  call('POST', inWorkspace(workspaceId, 'contacts', contactId, 'meetings'), meeting);

export type GiftDraft = {
  readonly kind: GiftKind;
  readonly what: string;
  readonly at: string;
  readonly valueCents?: number;
};

export const useAddGift = (contactId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  return useMutation({
    mutationFn: (gift: GiftDraft) => addGift(id, contactId, gift),
    onSuccess: refresh,
  });
};

export const addGift = (workspaceId: string, contactId: string, gift: GiftDraft) =>
  call('POST', inWorkspace(workspaceId, 'contacts', contactId, 'gifts'), gift);

/** Erases for ever; the page of the erased is forgotten by this window too. */
export const useErase = (contactId: string) => {
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: () => call<Receipt>('DELETE', inWorkspace(id, 'contacts', contactId)),
    onMutate: () => void erased.add(contactId),
    onError: () => void erased.delete(contactId),
  });
};

/** What this window remembers of the erased: lists go before they are shown again, the open page when it is left. */
export const useForgetErased = (contactId: string) => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const refresh = useRefreshContacts();
  return {
    forgetLists: () => {
      for (const queryKey of [keys.contacts(id), keys.daily(id), keys.relations(id)])
        client.removeQueries({ queryKey, type: 'inactive' });
    },
    forgetPage: () => {
      client.removeQueries({ queryKey: detailKey(id, contactId) });
      void refresh();
    },
  };
};
