import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { useCareRead } from '../care/use-care.ts';
import { useMembers } from '../conversations/use-members.ts';
import { type Crisis, useCrisisChange } from './use-crisis.ts';
import { words } from './words.ts';

/** With a cool head: the figures, what worked, what to change and who sees to it. */
export const ReviewPart = ({ crisis }: { readonly crisis: Crisis }) => {
  const w = useWords(words);
  const mayManage = useMay()('crisis.manage');
  const change = useCrisisChange();
  const { id, version, worked, toChange, figures } = crisis;
  return (
    <Section title={w.review} lead={w.reviewLead}>
      {figures && <Figures figures={figures} />}
      <Form
        problem={change.error}
        onSubmit={({ worked: good = '', toChange: other = '' }) =>
          change.mutate(
            { method: 'PUT', path: [id, 'review'], body: { version, worked: good, toChange: other } },
            { onSuccess: () => showToast({ text: w.saved }) },
          )
        }
      >
        <TextArea name="worked" label={w.worked} defaultValue={worked} isDisabled={!mayManage} />
        <TextArea name="toChange" label={w.toChange} defaultValue={toChange} isDisabled={!mayManage} />
        {mayManage && (
          <FormActions>
            <Button type="submit" weight="primary" isPending={change.isPending}>
              {w.save}
            </Button>
          </FormActions>
        )}
      </Form>
      <h3 className="mt-4 font-medium">{w.changes}</h3>
      <ul className="flex flex-col">
        {crisis.changes.map((one) => (
          <Change key={one.id} crisisId={id} one={one} />
        ))}
      </ul>
      <NewChange key={crisis.changes.length} crisisId={id} />
    </Section>
  );
};

const Figures = ({ figures }: { readonly figures: NonNullable<Crisis['figures']> }) => {
  const w = useWords(words);
  const times = useTimes();
  const minutes = (value: number | null) => (value === null ? null : times.number(Math.round(value)));
  const all = [
    [times.number(figures.heard), w.figures.heard],
    [times.number(figures.answered), w.figures.answered(figures.conversations)],
    [minutes(figures.medianFirst), w.figures.medianFirst],
    [times.number(figures.approved), w.figures.approved],
    [minutes(figures.medianApproval), w.figures.medianApproval],
  ] as const;
  return (
    <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-3">
      {all.map(([value, label]) =>
        value === null ? null : (
          <div key={label} className="flex flex-col-reverse">
            <dt className="text-ink-soft text-small">{label}</dt>
            <dd className="font-semibold text-title tabular-nums">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
};

type ChangeProps = { readonly crisisId: string; readonly one: Crisis['changes'][number] };

const Change = ({ crisisId, one }: ChangeProps) => {
  const w = useWords(words);
  const may = useMay();
  const change = useCrisisChange();
  const [isChoosing, setChoosing] = useState(false);
  const path = [crisisId, 'changes', one.id];
  return (
    <li className="border-line border-t py-2">
      <Checkbox
        isSelected={one.doneAt !== null}
        isDisabled={!may('crisis.write')}
        onChange={(isDone) => change.mutate({ method: 'POST', path: [...path, 'done'], body: { isDone } })}
        help={`${one.ownerName ?? ''} · ${one.dueOn}`}
      >
        {one.what}
      </Checkbox>
      {change.error && <ErrorNote error={change.error} />}
      {one.improvementId && <p className="text-ink-soft text-small">{w.improved}</p>}
      {!one.improvementId && may('causes.manage') && !isChoosing && (
        <Button size="small" weight="quiet" onPress={() => setChoosing(true)}>
          {w.improve}
        </Button>
      )}
      {!one.improvementId && isChoosing && (
        <Cause
          onChoose={(causeId) =>
            change.mutate({ method: 'POST', path: [...path, 'improvement'], body: { causeId } })
          }
        />
      )}
    </li>
  );
};

const Cause = ({ onChoose }: { readonly onChoose: (causeId: string) => void }) => {
  const w = useWords(words);
  const { data } = useCareRead<{
    readonly causes: readonly { readonly id: string; readonly name: string }[];
  }>('causes');
  return (
    <Select
      label={w.cause}
      className="w-64"
      value={null}
      onChange={onChoose}
      choices={(data?.causes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
};

const NewChange = ({ crisisId }: { readonly crisisId: string }) => {
  const w = useWords(words);
  const members = useMembers();
  const change = useCrisisChange();
  const [ownerId, setOwner] = useState<string | null>(null);
  if (!useMay()('crisis.write')) return null;
  return (
    <Form
      problem={change.error}
      onSubmit={({ what = '', dueOn = '' }) =>
        ownerId &&
        change.mutate({ method: 'POST', path: [crisisId, 'changes'], body: { what, dueOn, ownerId } })
      }
    >
      <div className="mt-2 grid gap-x-4 tablet:grid-cols-3">
        <TextField name="what" label={w.newChange} isRequired maxLength={500} />
        <Select
          label={w.owner}
          value={ownerId}
          onChange={setOwner}
          choices={members.map(({ personId, name }) => ({ value: personId as string, label: name }))}
        />
        <TextField name="dueOn" label={w.due} type={'date' as never} isRequired />
      </div>
      <FormActions>
        <Button type="submit" isDisabled={ownerId === null} isPending={change.isPending}>
          {w.addChange}
        </Button>
      </FormActions>
    </Form>
  );
};
