import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import {
  addPasskey,
  listPasskeys,
  type PasskeyView,
  passkeysWork,
  removePasskey,
  wasDismissed,
} from '../../../app/passkeys.ts';
import { installationQuery } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Section } from '../../../components/page/page.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './words.ts';

export const PasskeysSection = () => {
  const w = useWords(words);
  const client = useQueryClient();
  const list = useQuery({ queryKey: keys.passkeys, queryFn: listPasskeys });
  const here = useQuery(installationQuery).data?.passkeys !== false && passkeysWork();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<PasskeyView | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: keys.passkeys });
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      setAdding(false);
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: removePasskey,
    onSuccess: async () => {
      setRemoving(null);
      showToast({ text: w.removed });
      await refresh();
    },
  });
  return (
    <Section title={w.passkeysTitle} lead={w.passkeysLead}>
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={1} />}
      {list.data?.length === 0 && <p className="text-ink-soft">{w.noPasskeys}</p>}
      <ul className="flex flex-col">
        {list.data?.map((passkey) => (
          <li key={passkey.id} className="flex flex-wrap items-center gap-3 border-line border-b py-row">
            <KeyRound aria-hidden size={18} className="text-ink-soft" />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{passkey.name || w.unnamed}</span>
              <span className="text-ink-soft text-small">
                {w.made} <RelativeTime at={passkey.createdAt} />
              </span>
            </span>
            <Button size="small" weight="quiet" onPress={() => setRemoving(passkey)}>
              {w.removePasskey}
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        {here ? (
          <Button onPress={() => setAdding(true)}>{w.addPasskey}</Button>
        ) : (
          <p className="text-ink-soft">{w.passkeysNot}</p>
        )}
      </div>
      <Dialog isOpen={adding} onOpenChange={setAdding} title={w.addPasskey}>
        <Form
          onSubmit={({ name = '' }) => add.mutate(name)}
          problem={wasDismissed(add.error) ? null : add.error}
        >
          <TextField
            name="name"
            label={w.passkeyName}
            placeholder={w.passkeyNameExample}
            isRequired
            autoFocus
          />
          <FormActions>
            <Button type="submit" weight="primary" isPending={add.isPending}>
              {w.addIt}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
      <ConfirmDialog
        isOpen={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={w.removePasskeyTitle(removing?.name || w.unnamed)}
        action={w.removePasskey}
        onConfirm={() => removing && remove.mutate(removing.id)}
        isPending={remove.isPending}
        problem={remove.error}
      >
        <p>{w.removePasskeyText}</p>
      </ConfirmDialog>
    </Section>
  );
};
