import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MoreHorizontal, UserCog, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { company, done } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useMe, useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import type { MemberView } from '../../../app/views.ts';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import { Button } from '../../../components/button/button.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words as roleWords } from './role-words.ts';
import { RolesDialog } from './roles-dialog.tsx';
import { words } from './words.ts';

type MemberRowProps = { readonly member: MemberView; readonly mayManage: boolean };

export const MemberRow = ({ member, mayManage }: MemberRowProps) => {
  const w = useWords(words);
  const r = useWords(roleWords);
  const times = useTimes();
  const { id } = useWorkspace();
  const { person } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'roles' | 'remove' | null>(null);
  const isMe = member.personId === person.id;
  const remove = useMutation({
    mutationFn: () =>
      done(company.members[':personId'].$delete({ param: { workspaceId: id, personId: member.personId } })),
    onSuccess: async () => {
      if (isMe) {
        client.clear();
        return navigate({ to: '/' });
      }
      showToast({ text: w.removed });
      await client.invalidateQueries({ queryKey: keys.members(id) });
    },
  });
  return (
    <li className="flex items-center gap-3 border-line border-b py-row">
      <Avatar name={member.name} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          {member.name}
          {isMe && <span className="font-normal text-ink-faint"> ({w.you})</span>}
        </p>
        <p className="truncate text-ink-soft text-small">
          {member.email} · {times.list(member.roles.map((role) => r[role].name.toLocaleLowerCase()))}
        </p>
      </div>
      {(mayManage || isMe) && (
        <Menu
          label={w.menu(member.name)}
          placement="bottom end"
          trigger={
            <Button weight="quiet" aria-label={w.menu(member.name)} className="w-control px-0!">
              <MoreHorizontal aria-hidden size={18} />
            </Button>
          }
          entries={[
            ...(mayManage
              ? [
                  {
                    id: 'roles',
                    label: w.changeRoles,
                    icon: <UserCog aria-hidden size={16} />,
                    run: () => setOpen('roles'),
                  },
                ]
              : []),
            {
              id: 'remove',
              label: isMe ? w.leave : w.remove,
              icon: <UserMinus aria-hidden size={16} />,
              isDanger: true,
              run: () => setOpen('remove'),
            },
          ]}
        />
      )}
      {open === 'roles' && <RolesDialog member={member} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        isOpen={open === 'remove'}
        onOpenChange={(isOpen) => !isOpen && setOpen(null)}
        title={isMe ? w.leaveTitle : w.removeTitle(member.name)}
        action={isMe ? w.leave : w.remove}
        onConfirm={() => remove.mutate()}
        isPending={remove.isPending}
        problem={remove.error}
      >
        <p>{isMe ? w.leaveText : w.removeText}</p>
      </ConfirmDialog>
    </li>
  );
};
