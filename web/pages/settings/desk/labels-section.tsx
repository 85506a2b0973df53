import { useState } from 'react';
import { type LabelColour, labelColours } from '../../../../src/conversation/model/label.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Meanwhile } from '../../../components/meanwhile/meanwhile.tsx';
import { seenOf } from '../../../components/meanwhile/use-seen.ts';
import { Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { LabelMark } from '../../conversations/desk/label-mark.tsx';
import { NewLabelDialog } from '../../conversations/desk/new-label-dialog.tsx';
import { type Label, useLabels } from '../../conversations/desk/use-desk.ts';
import { words as deskWords } from '../../conversations/desk/words.ts';
import { useKeeping } from './use-keeping.ts';
import { words } from './words.ts';

/** The company's own words for what its conversations are about. */
export const LabelsSection = () => {
  const w = useWords(words);
  const labels = useLabels();
  const may = useMay();
  const [open, setOpen] = useState<Label | 'new' | null>(null);
  return (
    <Section
      title={w.labels}
      lead={w.labelsLead}
      actions={may('threads.organise') && <Button onPress={() => setOpen('new')}>{w.addLabel}</Button>}
    >
      {labels.length === 0 && <p className="text-ink-soft">{w.noLabels}</p>}
      <ul className="flex flex-col">
        {labels.map((label) => (
          <li key={label.id} className="flex items-center gap-3 border-line border-b py-row last:border-b-0">
            <span className="min-w-0 flex-1">
              <LabelMark label={label} />
            </span>
            {may('desk.manage') && (
              <Button size="small" weight="quiet" onPress={() => setOpen(label)}>
                {w.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' && <NewLabelDialog onClose={() => setOpen(null)} />}
      {open && open !== 'new' && <LabelDialog label={open} onClose={() => setOpen(null)} />}
    </Section>
  );
};

const LabelDialog = ({ label, onClose }: { readonly label: Label; readonly onClose: () => void }) => {
  const w = useWords(words);
  const d = useWords(deskWords);
  const { keep, remove } = useKeeping<Label>('labels');
  const { version, meanwhile } = seenOf(label, useLabels(), keep.error);
  const [colour, setColour] = useState<LabelColour>(label.colour);
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <Dialog
        isOpen={!removing}
        onOpenChange={(isOpen) => !isOpen && !removing && onClose()}
        title={w.editLabel}
      >
        <Form
          problem={keep.error}
          onSubmit={({ name = '' }) =>
            keep.mutate(
              { id: label.id, ...(version ? { version } : {}), name, colour },
              { onSuccess: onClose },
            )
          }
        >
          {meanwhile && (
            <Meanwhile>
              <LabelMark label={meanwhile} />
            </Meanwhile>
          )}
          <TextField
            name="name"
            label={w.name}
            defaultValue={label.name}
            isRequired
            autoFocus
            maxLength={60}
          />
          <Select
            label={w.colour}
            value={colour}
            onChange={setColour}
            choices={labelColours.map((value) => ({ value, label: d.colours[value] }))}
          />
          <FormActions>
            <Button type="submit" weight="primary" isPending={keep.isPending}>
              {w.save}
            </Button>
            <Button weight="danger" onPress={() => setRemoving(true)}>
              {w.removeLabel}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
      <ConfirmDialog
        isOpen={removing}
        onOpenChange={setRemoving}
        title={w.removeLabelTitle(label.name)}
        action={w.removeLabel}
        onConfirm={() => remove.mutate(label.id, { onSuccess: onClose })}
        isPending={remove.isPending}
        problem={remove.error}
      >
        <p>{w.removeLabelText}</p>
      </ConfirmDialog>
    </>
  );
};
