import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LabelColour } from '../../../../src/conversation/model/label.ts';
import type { DeskHours } from '../../../../src/platform/time/desk-hours.ts';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';

export type Label = {
  readonly id: string;
  readonly name: string;
  readonly colour: LabelColour;
  readonly version: number;
};
export type Team = {
  readonly id: string;
  readonly name: string;
  readonly memberIds: readonly string[];
  /** Null: the company's. */
  readonly hours: DeskHours | null;
  readonly version: number;
};

const noLabels: readonly Label[] = [];
const noTeams: readonly Team[] = [];

/** The company's labels, by name. */
export const useLabels = (): readonly Label[] => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: [...keys.desk(id), 'labels'],
    queryFn: ({ signal }) =>
      call<{ labels: readonly Label[] }>('GET', inWorkspace(id, 'labels'), undefined, signal),
    staleTime: 60_000,
  });
  return data?.labels ?? noLabels;
};

/** The company's teams, by name. */
export const useTeams = (): readonly Team[] => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: [...keys.desk(id), 'teams'],
    queryFn: ({ signal }) =>
      call<{ teams: readonly Team[] }>('GET', inWorkspace(id, 'teams'), undefined, signal),
    staleTime: 60_000,
  });
  return data?.teams ?? noTeams;
};

export const useTeamNames = (): ReadonlyMap<string, string> => {
  const teams = useTeams();
  return useMemo(() => new Map(teams.map(({ id, name }) => [id, name])), [teams]);
};

export const useAddLabel = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (label: Omit<Label, 'id' | 'version'>) =>
      call<Label>('POST', inWorkspace(id, 'labels'), label),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.desk(id) }),
  });
};
