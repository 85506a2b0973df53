import { useMutation, useQueryClient } from '@tanstack/react-query';
import { company, done } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import type { ConnectionView } from '../../../app/views.ts';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './words.ts';

type RemoveDialogProps = {
  readonly connection: ConnectionView;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

export const RemoveDialog = ({ connection, isOpen, onOpenChange }: RemoveDialogProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      done(company.connections[':id'].$delete({ param: { workspaceId: id, id: connection.id } })),
    onSuccess: async () => {
      showToast({ text: w.removed });
      onOpenChange(false);
      await client.invalidateQueries({ queryKey: keys.connections(id) });
    },
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={w.removeTitle(connection.name)}
      action={w.remove}
      onConfirm={() => remove.mutate()}
      isPending={remove.isPending}
      problem={remove.error}
    >
      <p>{w.removeText}</p>
    </ConfirmDialog>
  );
};
