import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace, query } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWorkspace } from '../../app/session.ts';

export type Question = 'how' | 'solved';
export type Proposal = {
  readonly id: string;
  readonly threadId: string;
  readonly authorName: string | null;
  readonly channel: string;
  readonly question: Question;
  readonly body: string;
};
export type Thanks = {
  readonly mentionId: string;
  readonly threadId: string;
  readonly authorName: string | null;
  readonly preview: string;
  readonly body: string;
  readonly storyLine: string | null;
};
export type Answer = {
  readonly id: string;
  readonly question: Question;
  readonly scale: number;
  readonly score: number | null;
  readonly readFrom: string | null;
  readonly answeredAt: string;
  readonly words: string | null;
};
export type ThreadAfterwards = {
  readonly proposal: Proposal | null;
  readonly answer: Answer | null;
  readonly askedAt: string | null;
  readonly thanks: Thanks | null;
};
export type Share = {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
};
export type Results = {
  readonly questions: readonly {
    readonly question: Question;
    readonly asked: number;
    readonly answered: Share;
    readonly good: Share;
    readonly bad: Share;
    readonly inWords: number;
    readonly choices: readonly { readonly scale: number; readonly counts: readonly number[] }[];
  }[];
  readonly teams: readonly {
    readonly teamId: string;
    readonly name: string;
    readonly answered: Share;
    readonly good: Share;
  }[];
  readonly passedOver: Readonly<Record<string, number>>;
  readonly answers: readonly (Answer & {
    readonly threadId: string | null;
    readonly answeredBy: 'reply' | 'page';
    readonly authorName: string | null;
    readonly channel: string;
  })[];
};
export type AskingSettings = {
  readonly isOn: boolean;
  readonly automaticOn: readonly string[];
  readonly delayMinutes: number;
  readonly quietDays: number;
  readonly way: 'reply' | 'page';
  readonly scale: 3 | 5;
  readonly register: 'tu' | 'lei';
  readonly asksInPublic: boolean;
};

/** Something of this room that is read whole. */
const useRead = <Read>(path: readonly string[], search: Readonly<Record<string, string>> = {}) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.afterwards(id), ...path, search],
    queryFn: ({ signal }) => call<Read>('GET', inWorkspace(id, ...path) + query(search), undefined, signal),
  });
};

export const useThreadAfterwards = (threadId: string) =>
  useRead<ThreadAfterwards>(['threads', threadId, 'afterwards']);
export const useAfterwardsToday = () =>
  useRead<{ readonly proposals: readonly Proposal[]; readonly thanks: readonly Thanks[] }>(['afterwards']);
export const useResults = (days: string) => useRead<Results>(['askings', 'results'], { days });
export const useAskingSettings = () => useRead<AskingSettings>(['askings', 'settings']);

type Change = {
  readonly method: 'POST' | 'PUT';
  readonly path: readonly string[];
  readonly body?: unknown;
};

/** Changes something of this room; what is shown of it, and of the conversation, is then read again. */
export const useAfterwardsChange = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => call<unknown>(method, inWorkspace(id, ...path), body),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.afterwards(id) }),
        client.invalidateQueries({ queryKey: keys.allThreads(id) }),
      ]),
  });
};

type Draft = {
  readonly body: string;
  readonly options: Readonly<Record<string, string>>;
  readonly media: readonly { readonly uploadId: string; readonly alt: string }[];
  readonly suggestionId: string | null;
};

/** Takes the proposed thanks into the draft of their conversation, after whatever is there already. */
export const useTakeThanks = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({
      mentionId,
      storyLine,
    }: {
      readonly mentionId: string;
      readonly storyLine: string | null;
    }) => {
      const taken = await call<{ threadId: string; body: string }>(
        'POST',
        inWorkspace(id, 'thanks', mentionId, 'take'),
      );
      const { threadId } = taken;
      const thread = await call<{ draft: Draft | null }>('GET', inWorkspace(id, 'threads', threadId));
      const { body = '', options = {}, media = [], suggestionId = null } = thread.draft ?? {};
      const said = [body.trim(), withStory(taken.body, storyLine)].filter(Boolean).join('\n\n');
      const kept = media.map(({ uploadId, alt }) => ({ uploadId, alt }));
      await call('PUT', inWorkspace(id, 'threads', threadId, 'draft'), {
        body: said,
        options,
        media: kept,
        suggestionId,
      });
      return threadId;
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.afterwards(id) }),
        client.invalidateQueries({ queryKey: keys.allThreads(id) }),
      ]),
  });
};

/** The question about their story stands before the signature. */
export const withStory = (body: string, storyLine: string | null): string => {
  if (!storyLine) return body;
  const at = body.lastIndexOf('\n\n');
  return at < 0 ? `${body}\n\n${storyLine}` : `${body.slice(0, at)}\n\n${storyLine}${body.slice(at)}`;
};
