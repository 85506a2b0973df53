import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { inWorkspace, send } from '../../../../app/api.ts';
import type { Answer, company } from '../../../../app/client.ts';
import { keys } from '../../../../app/keys.ts';
import { useWords } from '../../../../app/language.tsx';
import { describeProblem, problemOf } from '../../../../app/problems.ts';
import { useWorkspace } from '../../../../app/session.ts';
import { showToast } from '../../../../components/toast/toast.ts';
import { words } from './words.ts';

type FeedList = Answer<(typeof company)['feed-list']['$post']>;
export type FeedLine = FeedList['lines'][number];

/** A list of feeds: read first, joined up when asked, again and again until nothing waits. */
export const useFeedList = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [lines, setLines] = useState<readonly FeedLine[] | null>(null);
  const onError = (error: unknown) => showToast({ text: describeProblem(error).title, tone: 'bad' });
  const bring = async (
    list: File,
    { add, after = 0 }: { readonly add: boolean; readonly after?: number },
  ): Promise<readonly FeedLine[]> => {
    const answer = await send(`${inWorkspace(id, 'feed-list')}?add=${add}&after=${after}`, {
      method: 'POST',
      body: list,
      headers: { 'content-type': 'text/x-opml' },
    });
    if (!answer.ok) throw await problemOf(answer);
    return ((await answer.json()) as FeedList).lines;
  };
  const look = useMutation({
    mutationFn: (list: File) => bring(list, { add: false }),
    onMutate: () => setLines(null),
    onSuccess: (found, list) => {
      setFile(list);
      setLines(found);
    },
    onError,
  });
  const add = useMutation({
    mutationFn: async (list: File) => {
      const known = new Map<number, FeedLine>();
      for (let after = 0; ; ) {
        const round = await bring(list, { add: true, after });
        for (const line of round) if (line.at > after && line.state !== 'waiting') known.set(line.at, line);
        setLines(round.map((line) => known.get(line.at) ?? line));
        const next = round.find(({ at, state }) => at > after && state === 'waiting');
        if (!next || next.at - 1 <= after) break;
        after = next.at - 1;
      }
      return [...known.values()].filter(({ state }) => state === 'added').length;
    },
    onSuccess: (count) => showToast({ text: w.done(count), tone: 'good' }),
    onError,
    onSettled: () => client.invalidateQueries({ queryKey: keys.connections(id) }),
  });
  return { file, lines, look, add, downloadAddress: inWorkspace(id, 'feed-list') };
};
