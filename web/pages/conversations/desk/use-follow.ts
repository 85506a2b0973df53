import { useMutation } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useMe, useWorkspace } from '../../../app/session.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { useRefresh } from '../use-thread.ts';
import type { ThreadDetail } from '../views.ts';
import { words } from './words.ts';

/** Whether I follow a conversation, and how to begin or leave off. */
export const useFollow = (detail: ThreadDetail) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const { person } = useMe();
  const refresh = useRefresh();
  const threadId = detail.thread.id;
  const isFollowing = detail.followerIds.includes(person.id);
  const follow = useMutation({
    mutationFn: () => call(isFollowing ? 'DELETE' : 'PUT', inWorkspace(id, 'threads', threadId, 'following')),
    onSuccess: () => showToast({ text: isFollowing ? w.unfollowed : w.followed }),
    onError: (error) => showToast({ tone: 'bad', text: describeProblem(error).title }),
    onSettled: () => refresh(threadId),
  });
  return { isFollowing, label: isFollowing ? w.unfollow : w.follow, toggle: () => follow.mutate() };
};
