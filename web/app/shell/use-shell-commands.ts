import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../language.tsx';
import { useMay, useMe, useWorkspace } from '../session.ts';
import { type Command, useCommands } from '../shortcuts.ts';
import { signOut } from '../sign-out.ts';
import { rooms } from './rooms.ts';
import { words } from './words.ts';

/** What can be done from anywhere in a workspace. */
export const useShellCommands = (showKeys: () => void): void => {
  const w = useWords(words);
  const { workspaces } = useMe();
  const { slug, id } = useWorkspace();
  const may = useMay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const params = { slug };
  const relations = [
    { id: 'contacts', label: w.contacts, to: '/$slug/relazioni/persone' },
    { id: 'map', label: w.map, to: '/$slug/relazioni/mappa' },
    { id: 'finder', label: w.finder, to: '/$slug/relazioni/trova' },
  ] as const;
  const places = [
    { id: 'approvals', label: w.approvals, to: '/$slug/da-approvare' },
    { id: 'crisis', label: w.crisis, to: '/$slug/crisi' },
    { id: 'profile', label: w.profile, to: '/$slug/impostazioni/profilo' },
    { id: 'security', label: w.security, to: '/$slug/impostazioni/sicurezza' },
    { id: 'company', label: w.company, to: '/$slug/impostazioni/azienda' },
    { id: 'people', label: w.people, to: '/$slug/impostazioni/persone' },
    { id: 'channels', label: w.channels, to: '/$slug/impostazioni/canali' },
    ...(may('audit.read')
      ? [{ id: 'audit', label: w.audit, to: '/$slug/impostazioni/registro' } as const]
      : []),
    { id: 'reference', label: w.reference, to: '/$slug/impostazioni/api' },
  ] as const;
  const commands: Command[] = [
    ...rooms.map(({ to, name, keys }) => ({
      id: name,
      label: w[name],
      keys,
      run: () => void navigate({ to, params }),
    })),
    ...relations.map((place) => ({
      id: place.id,
      label: place.label,
      also: w.relations,
      run: () => void navigate({ to: place.to, params }),
    })),
    ...places.map((place) => ({
      id: place.id,
      label: place.label,
      also: w.settings,
      run: () => void navigate({ to: place.to, params }),
    })),
    ...workspaces
      .filter((workspace) => workspace.id !== id)
      .map((workspace) => ({
        id: workspace.id,
        label: workspace.name,
        also: w.changeCompany,
        run: () => void navigate({ to: '/$slug/oggi', params: { slug: workspace.slug } }),
      })),
    { id: 'keys', label: w.keys, keys: '?', run: showKeys },
    { id: 'out', label: w.signOut, run: () => void signOut(client).then(() => navigate({ to: '/entra' })) },
  ];
  useCommands(w.go, commands);
};
