import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, ShieldCheck, User } from 'lucide-react';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { OnDemandMenu } from '../../components/menu/on-demand-menu.tsx';
import { useWords } from '../language.tsx';
import { useMe, useWorkspace } from '../session.ts';
import { signOut } from '../sign-out.ts';
import { words } from './words.ts';

export const PersonMenu = () => {
  const w = useWords(words);
  const { person } = useMe();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const go = (
    to: '/$slug/impostazioni/profilo' | '/$slug/impostazioni/sicurezza' | '/$slug/impostazioni/scorciatoie',
  ) => void navigate({ to, params: { slug } });
  return (
    <OnDemandMenu
      label={w.person}
      placement="right bottom"
      trigger={{
        label: `${w.person}: ${person.name}`,
        className: 'flex size-control items-center justify-center rounded-full hover:bg-sunk',
        children: <Avatar name={person.name} />,
      }}
      entries={[
        {
          id: 'profile',
          label: person.name,
          description: person.email,
          icon: <User aria-hidden size={16} />,
          run: () => go('/$slug/impostazioni/profilo'),
        },
        {
          id: 'security',
          label: w.security,
          icon: <ShieldCheck aria-hidden size={16} />,
          run: () => go('/$slug/impostazioni/sicurezza'),
        },
        {
          id: 'keys',
          label: w.keys,
          icon: <Keyboard aria-hidden size={16} />,
          run: () => go('/$slug/impostazioni/scorciatoie'),
        },
        { id: 'line', separator: true },
        {
          id: 'out',
          label: w.signOut,
          icon: <LogOut aria-hidden size={16} />,
          run: () => void signOut(client).then(() => navigate({ to: '/entra' })),
        },
      ]}
    />
  );
};
