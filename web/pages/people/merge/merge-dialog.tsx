import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { ContactPicker } from '../contact-picker.tsx';
import type { Contact, ContactRow } from '../views.ts';
import { words as shared } from '../words.ts';
import { useMerge } from './use-merge.ts';
import { words } from './words.ts';

/** Another entry of the same person comes into this one. */
export const MergeDialog = ({
  contact,
  onClose,
}: {
  readonly contact: Contact;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const s = useWords(shared);
  const merge = useMerge();
  const [chosen, setChosen] = useState<readonly ContactRow[]>([]);
  const [other] = chosen;
  const save = ({ reason = '' }: Readonly<Record<string, string>>) =>
    other &&
    merge.mutate({ keptId: contact.id, otherId: other.id, reason: reason.trim() }, { onSuccess: onClose });
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.dialogTitle(contact.name)}>
      <p className="mb-5 text-ink-soft">{w.dialogLead}</p>
      <Form onSubmit={save} problem={merge.error}>
        <ContactPicker label={w.which} chosen={chosen} onChange={setChosen} except={contact.id} most={1} />
        <TextField name="reason" label={w.reason} help={w.reasonHint} isRequired maxLength={500} />
        <FormActions>
          <Button type="submit" weight="primary" isPending={merge.isPending} isDisabled={!other}>
            {w.merge}
          </Button>
          <Button weight="quiet" onPress={onClose}>
            {s.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
