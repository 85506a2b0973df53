import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, Settings } from 'lucide-react';
import { OnDemandMenu } from '../../components/menu/on-demand-menu.tsx';
import { useWords } from '../language.tsx';
import { useMe, useWorkspace } from '../session.ts';
import { frameLook } from './frame-look.ts';
import { Mark } from './mark.tsx';
import { words } from './words.ts';

/** Says which company we are in and changes it. */
export const CompanyMenu = ({ wide = false }: { readonly wide?: boolean }) => {
  const w = useWords(words);
  const me = useMe();
  const current = useWorkspace();
  const navigate = useNavigate();
  return (
    <OnDemandMenu
      label={w.changeCompany}
      trigger={{
        label: `${w.changeCompany}: ${current.name}`,
        className: wide
          ? 'flex min-h-control max-w-full items-center gap-2 rounded-md px-2 hover:bg-sunk'
          : frameLook.railCompany,
        children: (
          <>
            <Mark className={wide ? 'size-7 shrink-0' : 'size-8'} />
            <span
              className={
                wide
                  ? 'truncate font-semibold text-body'
                  : 'line-clamp-2 max-w-full text-center font-medium text-[0.6875rem] leading-tight'
              }
            >
              {current.name}
            </span>
            {wide && <ChevronsUpDown aria-hidden size={14} className="shrink-0 text-ink-faint" />}
          </>
        ),
      }}
      entries={[
        ...me.workspaces.map((workspace) => ({
          id: workspace.id,
          label: workspace.name,
          isCurrent: workspace.id === current.id,
          run: () => void navigate({ to: '/$slug/oggi', params: { slug: workspace.slug } }),
        })),
        { id: 'line', separator: true as const },
        {
          id: 'settings',
          label: w.company,
          icon: <Settings aria-hidden size={16} />,
          run: () => void navigate({ to: '/$slug/impostazioni/azienda', params: { slug: current.slug } }),
        },
      ]}
    />
  );
};
