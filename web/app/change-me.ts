import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from './client.ts';
import { keys } from './keys.ts';
import type { Me, Person } from './views.ts';

type Changes = Partial<Pick<Person, 'name' | 'language' | 'timeZone' | 'theme' | 'density'>>;

/** Changes the signed-in person's own settings; they take effect at once and are taken back if refused. */
export const useChangeMe = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: Changes) => read(api.me.$patch({ json: changes })),
    onMutate: async (changes) => {
      await client.cancelQueries({ queryKey: keys.me, exact: true });
      const before = client.getQueryData<Me | null>(keys.me);
      if (before) client.setQueryData<Me>(keys.me, { ...before, person: { ...before.person, ...changes } });
      return { before };
    },
    onError: (_error, _changes, context) => client.setQueryData(keys.me, context?.before),
    onSuccess: (me) => client.setQueryData(keys.me, me),
  });
};
