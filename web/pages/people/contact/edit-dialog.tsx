import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { type ContactDetail, stages } from '../views.ts';
import { words as shared } from '../words.ts';
import { useChangeContact } from './use-contact.ts';
import { words } from './words.ts';

const orNull = (value = ''): string | null => value.trim() || null;

/** Who they are, as we would tell a colleague. */
export const EditDialog = ({
  detail: { contact, stage },
  onClose,
}: {
  readonly detail: ContactDetail;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const s = useWords(shared);
  const change = useChangeContact(contact.id);
  const [step, setStep] = useState(stage.now);
  const save = ({ name = '', company, role, place, note, tags = '' }: Readonly<Record<string, string>>) =>
    change.mutate(
      {
        name: name.trim(),
        company: orNull(company),
        role: orNull(role),
        place: orNull(place),
        note: orNull(note),
        tags: [...new Set(tags.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== ''),
        ...(step === stage.now ? {} : { stage: step }),
      },
      {
        onSuccess: () => {
          showToast({ tone: 'good', text: w.saved });
          onClose();
        },
      },
    );
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.editTitle}>
      <Form onSubmit={save} problem={change.error}>
        <TextField
          name="name"
          label={w.name}
          defaultValue={contact.name}
          isRequired
          maxLength={200}
          autoFocus
        />
        <TextField name="company" label={w.company} defaultValue={contact.company ?? ''} maxLength={200} />
        <TextField name="role" label={w.role} defaultValue={contact.role ?? ''} maxLength={200} />
        <TextField name="place" label={w.place} defaultValue={contact.place ?? ''} maxLength={200} />
        <TextArea name="note" label={w.note} defaultValue={contact.note ?? ''} maxLength={2_000} />
        <TextField name="tags" label={w.tagsLabel} defaultValue={contact.tags.join(', ')} maxLength={500} />
        <Select
          label={w.stage}
          value={step}
          onChange={setStep}
          choices={stages.map((value) => ({ value, label: s.stages[value] }))}
        />
        <FormActions>
          <Button type="submit" weight="primary" isPending={change.isPending}>
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
