import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { instantOf } from '../instant-of.ts';
import { type Contact, type GiftKind, giftKinds } from '../views.ts';
import { words as shared } from '../words.ts';
import { centsOf } from './cents-of.ts';
import { useAddGift } from './use-contact.ts';
import { words } from './words.ts';

/** Something that was given goes into the ledger, and with it what must be said of it. */
export const GiftDialog = ({
  contact,
  onClose,
}: {
  readonly contact: Contact;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const s = useWords(shared);
  const times = useTimes();
  const add = useAddGift(contact.id);
  const [kind, setKind] = useState<GiftKind>('sample');
  const keep = ({ what = '', value = '', day = '' }: Readonly<Record<string, string>>) => {
    const valueCents = centsOf(value);
    add.mutate(
      {
        kind,
        what: what.trim(),
        at: instantOf(day, new Date()),
        ...(valueCents === null ? {} : { valueCents }),
      },
      {
        onSuccess: () => {
          showToast({ tone: 'good', text: w.giftKept });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.giftTitle(contact.name)}>
      <p className="mb-5 text-ink-soft">{w.giftsLead}</p>
      <Form onSubmit={keep} problem={add.error}>
        <Select
          label={w.giftKind}
          value={kind}
          onChange={setKind}
          choices={giftKinds.map((value) => ({ value, label: w.giftKinds[value] }))}
        />
        <TextField name="what" label={w.giftWhat} isRequired maxLength={300} />
        <TextField
          name="value"
          label={w.giftValue}
          help={w.giftValueHelp}
          inputMode="decimal"
          pattern="\s*\d{1,7}([.,]\d{1,2})?\s*"
          isRequired={false}
        />
        <TextField
          name="day"
          type="date"
          label={w.giftWhen}
          defaultValue={times.dayOf(new Date())}
          isRequired
        />
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
