import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useRemovePack } from './use-packs.ts';
import { words } from './words.ts';

export const RemovePack = ({ packId }: { readonly packId: string }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const remove = useRemovePack(packId);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button weight="quiet" onPress={() => setAsking(true)}>
        {w.remove}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={w.removeTitle}
        action={w.remove}
        isPending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              showToast({ text: w.removed });
              void navigate({ to: '/$slug/impostazioni/parole', params: { slug }, search: {} });
            },
          })
        }
      >
        <p>{w.removeText}</p>
      </ConfirmDialog>
    </>
  );
};
