import { useRef, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { ApiProblem } from '../../app/problems.ts';
import { Button } from '../../components/button/button.tsx';
import { Switch } from '../../components/checkbox/switch.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { words } from './case-words.ts';
import { type CaseDetail, type Step, useCareChange } from './use-care.ts';

type StepDialogProps = {
  readonly one: CaseDetail;
  readonly step: Step | 'note';
  readonly onClose: () => void;
};

/** Asks what a step needs, and takes it; when somebody was quicker, says so and keeps what was written. */
export const StepDialog = ({ one, step, onClose }: StepDialogProps) => {
  const w = useWords(words);
  const change = useCareChange();
  const [isPublic, setPublic] = useState(false);
  // As it was when the dialog opened: what changed meanwhile must be told, not overwritten.
  const seen = useRef(one.version);
  const send = (values: Readonly<Record<string, string>>) =>
    change.mutate(
      {
        method: 'POST',
        path: ['cases', one.id, 'steps'],
        body: { version: seen.current, step: bodyOf(step, values, isPublic) },
      },
      {
        onSuccess: onClose,
        onError: () => {
          seen.current = one.version;
        },
      },
    );
  const isQuicker = change.error instanceof ApiProblem && change.error.code === 'changed-meanwhile';
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={step === 'note' ? w.noteTitle : w.steps[step]}
    >
      {step !== 'note' && <p className="mb-3 text-ink-soft">{w.ask[step]}</p>}
      <Form onSubmit={send} problem={change.error}>
        {isQuicker && <p className="text-ink-soft">{w.quicker}</p>}
        <StepFields step={step} isPublic={isPublic} onPublic={setPublic} />
        <FormActions>
          <Button type="submit" weight="primary" isPending={change.isPending}>
            {w.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};

const choicesOf = <Value extends string>(said: Readonly<Record<Value, string>>) =>
  Object.entries<string>(said).map(([value, label]) => ({ value: value as Value, label }));

type FieldsProps = {
  readonly step: Step | 'note';
  readonly isPublic: boolean;
  readonly onPublic: (isPublic: boolean) => void;
};

const StepFields = ({ step, isPublic, onPublic }: FieldsProps) => {
  const w = useWords(words);
  const wordless = ['acknowledge', 'confirm', 'undo', 'restore'].includes(step);
  return (
    <>
      {step === 'acknowledge' && (
        <Switch isSelected={isPublic} onChange={onPublic}>
          {w.isPublic}
        </Switch>
      )}
      {step === 'offer' && (
        <>
          <Select label={w.offerKind} name="offer" defaultValue="refund" choices={choicesOf(w.offers)} />
          <TextField label={w.cost} name="cost" inputMode="decimal" defaultValue="0" />
        </>
      )}
      {step === 'find-unfounded' && (
        <Select
          label={w.reason}
          name="reason"
          defaultValue="did-not-happen"
          choices={choicesOf(w.unfounded)}
        />
      )}
      {step === 'undo' && (
        <Select label={w.reason} name="reason" defaultValue="no-complaint" choices={choicesOf(w.undo)} />
      )}
      {step === 'hand-over' && (
        <Select label={w.to} name="to" defaultValue="supplier" choices={choicesOf(w.handOver)} />
      )}
      {!wordless && <TextArea label={w.text} name="text" letter isRequired={step !== 'offer'} autoFocus />}
    </>
  );
};

/** "12,50" as cents; what is no number counts as nothing. */
const centsOf = (text: string): number => {
  const euros = Number(text.replace(/[^\d.,]/g, '').replace(',', '.'));
  return Number.isFinite(euros) ? Math.round(euros * 100) : 0;
};

const bodyOf = (step: Step | 'note', values: Readonly<Record<string, string>>, isPublic: boolean) => {
  const text = values.text ?? '';
  switch (step) {
    case 'acknowledge':
      return { step, isPublic };
    case 'confirm':
    case 'restore':
      return { step };
    case 'undo':
      return { step, reason: values.reason };
    case 'offer':
      return { step, offer: values.offer, costCents: centsOf(values.cost ?? ''), text };
    case 'find-unfounded':
      return { step, reason: values.reason, text };
    case 'hand-over':
      return { step, to: values.to, text };
    case 'note':
      return { step, side: 'private', text };
    default:
      return { step, text };
  }
};
