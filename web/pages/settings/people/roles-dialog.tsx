import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import type { MemberView, Role } from '../../../app/views.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { RoleChoices } from './role-choices.tsx';
import { words } from './words.ts';

type RolesDialogProps = { readonly member: MemberView; readonly onClose: () => void };

export const RolesDialog = ({ member, onClose }: RolesDialogProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const save = useMutation({
    mutationFn: () =>
      read(
        company.members[':personId'].$patch({
          param: { workspaceId: id, personId: member.personId },
          json: { roles: [...roles] },
        }),
      ),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.members(id) }),
        client.invalidateQueries({ queryKey: keys.me, exact: true }),
      ]);
      showToast({ text: w.rolesSaved, tone: 'good' });
      onClose();
    },
  });
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={member.name}>
      <Form onSubmit={() => roles.length > 0 && save.mutate()} problem={save.error}>
        <RoleChoices value={roles} onChange={setRoles} />
        <FormActions>
          <Button type="submit" weight="primary" isPending={save.isPending}>
            {w.saveRoles}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
