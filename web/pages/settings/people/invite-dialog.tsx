import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import type { Role } from '../../../app/views.ts';
import { Button } from '../../../components/button/button.tsx';
import { CopyLine } from '../../../components/copy-line/copy-line.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { RoleChoices } from './role-choices.tsx';
import { words } from './words.ts';

type InviteDialogProps = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

/** Offers a place: to whom and for what; then the link, shown this once. */
export const InviteDialog = ({ isOpen, onOpenChange }: InviteDialogProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const [roles, setRoles] = useState<readonly Role[]>(['author']);
  const invite = useMutation({
    mutationFn: (email: string) =>
      read(company.invitations.$post({ param: { workspaceId: id }, json: { email, roles: [...roles] } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.invitations(id) }),
  });
  const change = (open: boolean) => {
    onOpenChange(open);
    if (!open) invite.reset();
  };
  const email = invite.variables ?? '';
  return (
    <Dialog isOpen={isOpen} onOpenChange={change} title={invite.data ? w.inviteMade : w.invite}>
      {invite.data ? (
        <div className="flex flex-col gap-5">
          <p className="text-ink-soft">{invite.data.mailed ? w.mailed(email) : w.notMailed(email)}</p>
          <CopyLine text={invite.data.link} label={w.inviteLink} />
          <FormActions>
            <Button weight="primary" onPress={() => change(false)}>
              {w.done}
            </Button>
          </FormActions>
        </div>
      ) : (
        <Form onSubmit={({ email: to = '' }) => roles.length > 0 && invite.mutate(to)} problem={invite.error}>
          <p className="text-ink-soft">{w.inviteLead}</p>
          <TextField name="email" type="email" label={w.email} isRequired autoFocus autoComplete="off" />
          <RoleChoices value={roles} onChange={setRoles} />
          <FormActions>
            <Button type="submit" weight="primary" isPending={invite.isPending}>
              {w.makeInvite}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
};
