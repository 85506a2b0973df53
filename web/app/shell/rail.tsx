import { Link } from '@tanstack/react-router';
import { ApprovalsBadge } from '../../pages/approvals/approvals-badge.tsx';
import { useWords } from '../language.tsx';
import { useWorkspace } from '../session.ts';
import { CompanyMenu } from './company-menu.tsx';
import { frameLook } from './frame-look.ts';
import { PersonMenu } from './person-menu.tsx';
import { rooms } from './rooms.ts';
import { words } from './words.ts';

/** At the desk: the rooms in a narrow column, the company above, the person below. */
export const Rail = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <div className={frameLook.rail}>
      <CompanyMenu />
      <nav aria-label={w.main} className={frameLook.railRooms}>
        {rooms.map(({ to, name, icon: Icon }) => (
          <Link key={to} to={to} params={{ slug }} className={frameLook.railRoom}>
            <span className="relative flex">
              <Icon aria-hidden size={20} strokeWidth={1.75} />
              {name === 'conversations' && <ApprovalsBadge />}
            </span>
            {w[name]}
          </Link>
        ))}
      </nav>
      <div className={frameLook.railPerson}>
        <PersonMenu />
      </div>
    </div>
  );
};
