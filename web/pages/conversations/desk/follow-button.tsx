import { useMutation } from '@tanstack/react-query';
import { Bell, BellRing } from 'lucide-react';
import { call, inWorkspace } from '../../../app/api.ts';
import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useMe, useWorkspace } from '../../../app/session.ts';
import { useCommands } from '../../../app/shortcuts.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useRefresh } from '../use-thread.ts';
import type { ThreadDetail } from '../views.ts';
import { words } from './words.ts';

/** To know how it goes on without having it in hand. */
export const FollowButton = ({ detail }: { readonly detail: ThreadDetail }) => {
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
  const toggle = () => follow.mutate();
  useCommands(w.follow, [{ id: 'follow', label: w.keys.follow, keys: 'f', run: toggle }]);
  return (
    <IconButton
      label={isFollowing ? w.unfollow : w.follow}
      keys="f"
      icon={
        isFollowing ? (
          <BellRing aria-hidden size={18} className="text-accent" />
        ) : (
          <Bell aria-hidden size={18} />
        )
      }
      onPress={toggle}
    />
  );
};
