import { Link } from '@tanstack/react-router';
import { ApprovalsBadge } from '../../pages/approvals/approvals-badge.tsx';
import { useWords } from '../language.tsx';
import { useWorkspace } from '../session.ts';
import { frameLook } from './frame-look.ts';
import { rooms } from './rooms.ts';
import { words } from './words.ts';

/** On the phone: the rooms under the thumb. */
export const BottomBar = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <nav aria-label={w.main} className={frameLook.bottomBar}>
      {rooms.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to} params={{ slug }} className={frameLook.bottomRoom}>
          <span className="relative flex">
            <Icon aria-hidden size={22} strokeWidth={1.75} />
            {name === 'conversations' && <ApprovalsBadge />}
          </span>
          {w[name]}
        </Link>
      ))}
    </nav>
  );
};
