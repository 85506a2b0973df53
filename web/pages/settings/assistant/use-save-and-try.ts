import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { SettingsChange } from './read-form.ts';

export type Trial = Answer<typeof company.assistant.check.$post>;

/** Keeps the settings and, if there is a service to try, asks it for one word; nothing is tried while all is empty. */
export const useSaveAndTry = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const param = { workspaceId: id };
  return useMutation({
    mutationFn: async (json: SettingsChange): Promise<Trial | null> => {
      const state = await read(company.assistant.$put({ param, json }));
      client.setQueryData(keys.assistant(id), state);
      if (json.baseUrl === '' || json.model === '') return null;
      return read(company.assistant.check.$post({ param }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.assistant(id) }),
  });
};
