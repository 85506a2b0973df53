import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useWords } from '../../../app/language.tsx';
import { useMay, useMe } from '../../../app/session.ts';
import { useCommands } from '../../../app/shortcuts.ts';
import { buttonLook } from '../../../components/button/button-look.ts';
import { Menu } from '../../../components/menu/menu.tsx';
import { firstName, useMembers } from '../use-members.ts';
import type { ThreadSummary } from '../views.ts';
import { words } from '../words.ts';
import { useTeams } from './use-desk.ts';
import type { Place } from './use-place.ts';
import { words as deskWords } from './words.ts';

type AssignMenuProps = { readonly thread: ThreadSummary; readonly place: Place };

/** In whose hands: mine, a colleague's, a team's, nobody's. */
export const AssignMenu = ({ thread, place }: AssignMenuProps) => {
  const w = useWords(words);
  const d = useWords(deskWords);
  const { person } = useMe();
  const members = useMembers();
  const teams = useTeams();
  const [opened, setOpened] = useState(0);
  const isAllowed = useMay()('threads.assign');
  useCommands(
    w.assign,
    isAllowed ? [{ id: 'assign', label: w.keys.assign, keys: 'a', run: () => setOpened(opened + 1) }] : [],
  );
  if (!isAllowed) return null;
  const assignee = members.find(({ personId }) => personId === thread.assigneeId);
  const team = teams.find(({ id }) => id === thread.teamId);
  return (
    <Menu
      key={opened}
      label={w.assignTo}
      startsOpen={opened > 0}
      trigger={
        <AriaButton className={buttonLook('quiet', 'small', 'min-w-11 max-w-40 desk:shrink-0!')}>
          <UserRound aria-hidden size={16} className="shrink-0" />
          <span className="truncate">{assignee ? firstName(assignee.name) : (team?.name ?? w.assign)}</span>
        </AriaButton>
      }
      entries={[
        { id: 'me', label: w.toMe, keys: 'm', run: () => place.change({ assigneeId: person.id }) },
        ...members
          .filter(({ personId }) => personId !== person.id)
          .map(({ personId, name }) => ({
            id: personId,
            label: name,
            isCurrent: personId === thread.assigneeId,
            run: () => place.change({ assigneeId: personId }),
          })),
        { id: 'line', separator: true as const },
        {
          id: 'nobody',
          label: w.nobody,
          isCurrent: thread.assigneeId === null,
          run: () => place.change({ assigneeId: null }),
        },
        ...(teams.length > 0 ? [{ id: 'teams', separator: true as const }] : []),
        ...teams.map(({ id, name }) => ({
          id,
          label: d.ofTeam(name),
          isCurrent: id === thread.teamId,
          run: () => place.change({ teamId: id === thread.teamId ? null : id }),
        })),
      ]}
    />
  );
};
