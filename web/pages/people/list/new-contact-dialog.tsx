import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { filled } from '../filled.ts';
import { useAddContact } from '../use-contacts.ts';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

/** Somebody we know who has not written to us. */
export const NewContactDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const w = useWords(words);
  const s = useWords(shared);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const add = useAddContact();
  const save = ({ name = '', ...rest }: Readonly<Record<string, string>>) =>
    add.mutate(
      { name: name.trim(), ...filled(rest, ['company', 'role', 'place', 'note']) },
      {
        onSuccess: ({ id: contactId }) => {
          showToast({ tone: 'good', text: w.added(name.trim()) });
          onClose();
          void navigate({ to: '/$slug/relazioni/persone/$contactId', params: { slug, contactId } });
        },
      },
    );
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.newTitle}>
      <p className="mb-5 text-ink-soft">{w.newLead}</p>
      <Form onSubmit={save} problem={add.error}>
        <TextField name="name" label={w.name} isRequired maxLength={200} autoFocus />
        <TextField name="company" label={w.company} isRequired={false} maxLength={200} />
        <TextField name="role" label={w.role} isRequired={false} maxLength={200} />
        <TextField name="place" label={w.place} isRequired={false} maxLength={200} />
        <TextArea name="note" label={w.note} isRequired={false} maxLength={2_000} />
        <FormActions>
          <Button type="submit" weight="primary" isPending={add.isPending}>
            {s.save}
          </Button>
          <Button weight="quiet" onPress={onClose}>
            {s.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
