import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { ContactPicker } from '../contact-picker.tsx';
import { instantOf } from '../instant-of.ts';
import type { Contact, ContactRow } from '../views.ts';
import { words as shared } from '../words.ts';
import { useAddMeeting } from './use-contact.ts';
import { words } from './words.ts';

/** A meeting in person: part of the story like every word. */
export const MeetingDialog = ({
  contact,
  onClose,
}: {
  readonly contact: Pick<Contact, 'id' | 'name'>;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const s = useWords(shared);
  const times = useTimes();
  const add = useAddMeeting(contact.id);
  const [others, setOthers] = useState<readonly ContactRow[]>([]);
  const today = times.dayOf(new Date());
  const keep = ({ day = '', place = '', note = '' }: Readonly<Record<string, string>>) =>
    add.mutate(
      {
        at: instantOf(day, new Date()),
        note: note.trim(),
        ...(place.trim() ? { place: place.trim() } : {}),
        ...(others.length > 0 ? { withContactIds: others.map(({ id }) => id) } : {}),
      },
      {
        onSuccess: () => {
          showToast({ tone: 'good', text: w.meetingKept });
          onClose();
        },
      },
    );
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.meetingTitle(contact.name)}>
      <p className="mb-5 text-ink-soft">{w.meetingLead}</p>
      <Form onSubmit={keep} problem={add.error}>
        <TextArea name="note" label={w.meetingNote} letter isRequired maxLength={5_000} autoFocus />
        <TextField name="day" type="date" label={w.meetingWhen} defaultValue={today} isRequired />
        <TextField name="place" label={w.meetingWhere} isRequired={false} maxLength={200} />
        <ContactPicker label={w.meetingWith} chosen={others} onChange={setOthers} except={contact.id} />
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
