import { Bell, BellRing } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { useCommands } from '../../../app/shortcuts.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import type { ThreadDetail } from '../views.ts';
import { useFollow } from './use-follow.ts';
import { words } from './words.ts';

type FollowButtonProps = { readonly detail: ThreadDetail; readonly className?: string };

/** To know how it goes on without having it in hand. */
export const FollowButton = ({ detail, className = '' }: FollowButtonProps) => {
  const w = useWords(words);
  const { isFollowing, label, toggle } = useFollow(detail);
  useCommands(w.follow, [{ id: 'follow', label: w.keys.follow, keys: 'f', run: toggle }]);
  return (
    <IconButton
      label={label}
      keys="f"
      icon={
        isFollowing ? (
          <BellRing aria-hidden size={18} className="text-accent" />
        ) : (
          <Bell aria-hidden size={18} />
        )
      }
      onPress={toggle}
      className={className}
    />
  );
};
