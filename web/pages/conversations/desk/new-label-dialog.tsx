import { useState } from 'react';
import { type LabelColour, labelColours } from '../../../../src/conversation/model/label.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { type Label, useAddLabel } from './use-desk.ts';
import { words } from './words.ts';

type NewLabelDialogProps = { readonly onClose: () => void; readonly onAdded?: (label: Label) => void };

/** A new word for what conversations are about. */
export const NewLabelDialog = ({ onClose, onAdded }: NewLabelDialogProps) => {
  const w = useWords(words);
  const [colour, setColour] = useState<LabelColour>('clay');
  const add = useAddLabel();
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.newLabelTitle}>
      <Form
        problem={add.error}
        onSubmit={({ name = '' }) =>
          add.mutate(
            { name, colour },
            {
              onSuccess: (label) => {
                onAdded?.(label);
                onClose();
              },
            },
          )
        }
      >
        <TextField name="name" label={w.labelName} isRequired autoFocus maxLength={60} autoComplete="off" />
        <Select
          label={w.labelColour}
          value={colour}
          onChange={setColour}
          choices={labelColours.map((value) => ({ value, label: w.colours[value] }))}
        />
        <FormActions>
          <Button type="submit" weight="primary" isPending={add.isPending}>
            {w.add}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
