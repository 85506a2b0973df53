import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReplyLook } from '../../../src/conversation/actions/check-reply.ts';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWorkspace } from '../../app/session.ts';
import { stillThere } from './tone/tone-view.ts';

const PAUSE_MS = 500;

type Asked = {
  readonly threadId: string;
  readonly mentionId: string;
  readonly text: string;
  readonly options: Readonly<Record<string, string>>;
};

type Look = ReplyLook & { readonly text: string };

/** What is looked at before these words leave, a moment after each pause in the writing, and whether they will wait for an approver. */
export const useChecks = ({ threadId, mentionId, text, options }: Asked): ReplyLook => {
  const { id } = useWorkspace();
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery({
    queryKey: [...keys.approvals(id), 'checks', threadId, mentionId, options.visibility ?? '', paused],
    retry: false,
    gcTime: 60_000,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Look> => ({
      ...(await call<ReplyLook>('POST', inWorkspace(id, 'threads', threadId, 'replies', 'checks'), {
        mentionId,
        body: paused,
        options,
      })),
      text: paused,
    }),
  });
  if (!data) return none;
  const standing = data.checks.filter(({ level }) => level !== 'ok');
  const there = new Set(
    stillThere(
      standing.flatMap(({ where }) => where ?? []),
      data.text,
      text,
    ),
  );
  return { waits: data.waits, checks: standing.filter(({ where }) => where !== null && there.has(where)) };
};

const none: ReplyLook = { checks: [], waits: [] };
