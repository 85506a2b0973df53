import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { company, read } from '../../../../app/client.ts';
import { keys } from '../../../../app/keys.ts';
import { useWords } from '../../../../app/language.tsx';
import { describeProblem } from '../../../../app/problems.ts';
import { useWorkspace } from '../../../../app/session.ts';
import type { ConnectionView } from '../../../../app/views.ts';
import { showToast } from '../../../../components/toast/toast.ts';
import { words } from './words.ts';

export type Places = Readonly<Record<string, string>>;

/** What is being tried. `places` null: guessed by names. */
export type Draft = { readonly list: string; readonly places: Places | null; readonly form: string | null };

const LOOK_AGAIN_MS = 3_000;

/** The mapping as it is kept, as far as it reads. */
const draftOf = ({ list, mapping }: ConnectionView['settings']): Draft => {
  const kept = parse(typeof mapping === 'string' ? mapping : '');
  const places = kept?.places && typeof kept.places === 'object' ? (kept.places as Places) : null;
  const form = typeof kept?.form === 'string' ? kept.form : null;
  return { list: typeof list === 'string' ? list : '', places, form };
};

const parse = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    return text === '' ? null : (JSON.parse(text) as Readonly<Record<string, unknown>>);
  } catch {
    return null;
  }
};

/** The last delivery, a mapping under work, and what it makes of it. */
export const useMapping = (connection: ConnectionView, onSaved: () => void) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(connection.settings));
  const routes = company.connections[':id'];
  const param = { workspaceId: id, id: connection.id };
  const key = [...keys.connections(id), connection.id, 'last-delivery'];
  const last = useQuery({
    queryKey: key,
    queryFn: () => read(routes['last-delivery'].$get({ param })),
    refetchInterval: ({ state }) => (state.data?.delivery ? false : LOOK_AGAIN_MS),
  });
  const mapping = writeMapping(connection.settings, draft);
  const { source, zone } = connection.settings;
  const json = {
    list: draft.list.startsWith('/') ? draft.list : '',
    mapping,
    ...(typeof source === 'string' ? { source } : {}),
    ...(typeof zone === 'string' ? { zone } : {}),
  };
  const tried = useQuery({
    queryKey: [...key, last.data?.delivery?.receivedAt ?? '', json],
    queryFn: () => read(routes['last-delivery'].try.$post({ param, json })),
    enabled: last.data?.delivery?.text !== undefined && last.data.delivery.text !== null,
    placeholderData: keepPreviousData,
  });
  const save = useMutation({
    mutationFn: () => read(routes.$patch({ param, json: { values: { list: json.list, mapping } } })),
    onSuccess: () => {
      showToast({ text: w.saved, tone: 'good' });
      onSaved();
    },
    onError: (error) => showToast({ text: describeProblem(error).title, tone: 'bad' }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.connections(id) }),
  });
  return { draft, setDraft, last, tried, save };
};

/** What was kept besides stays as it is. */
const writeMapping = ({ mapping }: ConnectionView['settings'], { places, form }: Draft): string => {
  if (places === null) return '';
  const kept = parse(typeof mapping === 'string' ? mapping : '') ?? {};
  return JSON.stringify({ ...kept, places, ...(form ? { form } : {}) });
};
