import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import { stillThere, type ToneView } from './tone-view.ts';

const PAUSE_MS = 400;

type Read = ToneView & { readonly text: string };

/** What a careful colleague would say of a draft (an answer to `mentionId`, or words to be used in many), a moment after each pause in the writing. Says nothing when it cannot. */
export const useTone = (text: string, mentionId?: string): ToneView => {
  const { id } = useWorkspace();
  const paused = usePaused(text);
  const { data } = useQuery({
    queryKey: [...keys.understanding(id), 'tone', mentionId, paused],
    enabled: paused.trim() !== '',
    retry: false,
    gcTime: 60_000,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Read> => ({
      ...(await read(
        company.tone.$post({
          param: { workspaceId: id },
          json: { text: paused, kind: 'reply', ...(mentionId ? { mentionId } : {}) },
        }),
      )),
      text: paused,
    }),
  });
  if (!data || text.trim() === '') return { findings: [], personalData: [] };
  return {
    findings: stillThere(data.findings, data.text, text),
    personalData: stillThere(data.personalData, data.text, text),
  };
};

const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
};
