import { useMutation, useQueryClient } from '@tanstack/react-query';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { ConnectionView } from '../../../app/views.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './words.ts';

/** Checking, pausing, resuming and renewing a connection; each says how it went. */
export const useConnectionActions = (connection: ConnectionView) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const routes = company.connections[':id'];
  const param = { workspaceId: id, id: connection.id };
  const fresh = () => client.invalidateQueries({ queryKey: keys.connections(id) });
  const onError = (error: unknown) => showToast({ text: describeProblem(error).title, tone: 'bad' });
  const check = useMutation({
    mutationFn: () => read(routes.check.$post({ param })),
    onSuccess: ({ problem }) => problem === null && showToast({ text: w.checked, tone: 'good' }),
    onError,
    onSettled: fresh,
  });
  const setState = useMutation({
    mutationFn: (state: 'active' | 'paused') => read(routes.$patch({ param, json: { state } })),
    onSuccess: (_answer, state) => showToast({ text: state === 'paused' ? w.pausedNow : w.resumed }),
    onError,
    onSettled: fresh,
  });
  /** Off to the channel's own page to give permission anew. */
  const renew = useMutation({
    mutationFn: () => read(routes.authorise.$post({ param })),
    onSuccess: ({ authorizeUrl }) => location.assign(authorizeUrl),
    onError,
  });
  return { check, setState, renew };
};
