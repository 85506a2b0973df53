import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';

export type Retention = {
  readonly rawDays: number;
  readonly overheardMonths: number | null;
  readonly addressedMonths: number | null;
  readonly noticeContact: string;
};
export type PrivacyRequest = {
  readonly id: string;
  readonly kind: 'object' | 'erase' | 'access';
  readonly accounts: string | null;
  readonly contact: string | null;
  readonly message: string | null;
  readonly receivedAt: string;
  readonly state: 'open' | 'done' | 'refused';
  readonly closedAt: string | null;
  readonly closedBy: string | null;
};
type Receipt = { readonly what: { readonly mentions: number } };

export const useRetention = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const queryKey = [...keys.privacy(id), 'retention'];
  const retention = useQuery({
    queryKey,
    queryFn: ({ signal }) => call<Retention>('GET', inWorkspace(id, 'retention'), undefined, signal),
  });
  const save = useMutation({
    mutationFn: (wanted: Retention) => call<Retention>('PUT', inWorkspace(id, 'retention'), wanted),
    onSuccess: (saved) => client.setQueryData(queryKey, saved),
  });
  return { retention, save };
};

export const usePrivacyRequests = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.privacy(id), 'requests'],
    queryFn: ({ signal }) =>
      call<{ requests: readonly PrivacyRequest[] }>(
        'GET',
        inWorkspace(id, 'privacy-requests'),
        undefined,
        signal,
      ),
  });
};

export const useHandleRequest = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.workspace(id) });
  const close = useMutation({
    mutationFn: ({ requestId, state }: { readonly requestId: string; readonly state: 'done' | 'refused' }) =>
      call('POST', inWorkspace(id, 'privacy-requests', requestId, 'closing'), { state }),
    onSuccess: refresh,
  });
  const erase = useMutation({
    mutationFn: (asked: { readonly accounts: readonly string[]; readonly requestId?: string }) =>
      call<Receipt>('POST', inWorkspace(id, 'erasures'), asked),
    onSuccess: refresh,
  });
  return { close, erase };
};

/** One account a line, blanks left out. */
export const accountsIn = (text: string): readonly string[] =>
  text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line.length >= 3)
    .slice(0, 50);
