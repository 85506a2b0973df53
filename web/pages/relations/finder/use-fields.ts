import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { Band, FieldDraft, FieldView, GatheringView, MonthView, TeamView } from '../views.ts';

/** Every field that was described. */
export const useFields = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.fields(id), 'all'],
    queryFn: ({ signal }) =>
      call<{ fields: readonly FieldView[] }>('GET', inWorkspace(id, 'fields'), undefined, signal),
  });
};

const useOfField = <Body>(fieldId: string, part: string | null, isThere = true) => {
  const { id } = useWorkspace();
  return useQuery({
    enabled: isThere,
    queryKey: [...keys.field(id, fieldId), part ?? 'itself'],
    queryFn: ({ signal }) =>
      call<Body>(
        'GET',
        inWorkspace(id, 'fields', fieldId, ...(part === null ? [] : [part])),
        undefined,
        signal,
      ),
  });
};

/** `isThere`: false once it was removed, so that nobody asks for it again. */
export const useField = (fieldId: string, isThere = true) => useOfField<FieldView>(fieldId, null, isThere);
export const useGathering = (fieldId: string) => useOfField<GatheringView>(fieldId, 'gathering');
/** The team that was chosen last; null before the first. */
export const useTeam = (fieldId: string) => useOfField<TeamView | null>(fieldId, 'team');
export const useSavedTeams = (fieldId: string) =>
  useOfField<{ readonly teams: readonly TeamView[] }>(fieldId, 'teams');
export const useFollowed = (fieldId: string) =>
  useOfField<{ readonly months: readonly MonthView[] }>(fieldId, 'follow');

/** After a change: every list and field is asked again. */
export const useRefreshed = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.fields(id) });
};

export const useSaveField = (fieldId: string | undefined) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (draft: FieldDraft) =>
      fieldId
        ? call<FieldView>('PATCH', inWorkspace(id, 'fields', fieldId), draft)
        : call<FieldView>('POST', inWorkspace(id, 'fields'), draft),
    onSuccess: refresh,
  });
};

export const useRemoveField = (fieldId: string) => {
  const { id } = useWorkspace();
  return useMutation({ mutationFn: () => call('DELETE', inWorkspace(id, 'fields', fieldId)) });
};

export type Choosing = {
  readonly hours: number;
  /** Null: people of any audience. */
  readonly band: Band | null;
  readonly pins: readonly string[];
  readonly exclusions: readonly string[];
};

/** Chooses the team anew, or calls the choice off. */
export const useChooseTeam = (fieldId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (wanted: Choosing | 'stop') =>
      wanted === 'stop'
        ? call<unknown>('DELETE', inWorkspace(id, 'fields', fieldId, 'choose'))
        : call<unknown>('POST', inWorkspace(id, 'fields', fieldId, 'choose'), wanted),
    onSettled: refresh,
  });
};

export const useSaveTeam = (fieldId: string) => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (name: string) =>
      call<TeamView>('POST', inWorkspace(id, 'fields', fieldId, 'teams'), { name }),
    onSuccess: refresh,
  });
};

export const useRemoveTeam = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (teamId: string) => call('DELETE', inWorkspace(id, 'field-teams', teamId)),
    onSuccess: refresh,
  });
};
