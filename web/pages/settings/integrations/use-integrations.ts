import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EventType, MessageKind } from '../../../../src/integrations/model/event-types.ts';
import type { Scope } from '../../../../src/people/model/scopes.ts';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';

export type KeyView = {
  readonly id: string;
  readonly name: string;
  readonly shown: string;
  readonly scopes: readonly Scope[];
  readonly personId: string;
  readonly personName: string | null;
  readonly expiresAt: string;
  readonly warned: number | null;
  readonly lastUsedAt: string | null;
  readonly previousUntil: string | null;
  readonly state: 'live' | 'ended' | 'revoked';
};

export type EndpointView = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly EventType[];
  readonly withTexts: boolean;
  readonly state: 'active' | 'paused' | 'disabled';
  readonly reason: 'gone' | 'dead' | null;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly lastAt: string | null;
};

export type MessageView = {
  readonly id: string;
  readonly number: number;
  readonly kind: MessageKind;
  readonly happenedAt: string;
  readonly state: 'waiting' | 'delivered' | 'failed' | 'dropped';
  readonly attempts: number;
  readonly dueAt: string | null;
  readonly tries: readonly {
    readonly at: string;
    readonly status: number | null;
    readonly ms: number;
    readonly problem: string | null;
    readonly excerpt: string;
  }[];
};

export const useKeys = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.integrations(id), 'keys'],
    queryFn: ({ signal }) =>
      call<{ keys: readonly KeyView[]; scopes: readonly Scope[] }>(
        'GET',
        inWorkspace(id, 'keys'),
        undefined,
        signal,
      ),
  });
};

export const useEndpoints = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.integrations(id), 'webhooks'],
    queryFn: ({ signal }) =>
      call<{ endpoints: readonly EndpointView[] }>('GET', inWorkspace(id, 'webhooks'), undefined, signal),
  });
};

export const useMessages = (endpointId: string) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.integrations(id), 'webhooks', endpointId],
    queryFn: ({ signal }) =>
      call<{ messages: readonly MessageView[]; next: number | null }>(
        'GET',
        inWorkspace(id, 'webhooks', endpointId, 'messages'),
        undefined,
        signal,
      ),
  });
};

type Doing = {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: readonly string[];
  readonly body?: unknown;
};

/** Does something to a key or an address, and looks again at what there is. */
export const useDoing = <Answer>() => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Doing) => call<Answer>(method, inWorkspace(id, ...path), body),
    onSettled: () => client.invalidateQueries({ queryKey: keys.integrations(id) }),
  });
};
