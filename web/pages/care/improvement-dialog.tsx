import { X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/button/icon-button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Meanwhile } from '../../components/meanwhile/meanwhile.tsx';
import { seenOf } from '../../components/meanwhile/use-seen.ts';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { useMembers } from '../conversations/use-members.ts';
import { CasePicker } from './case-picker.tsx';
import { words } from './causes-words.ts';
import { useCareChange } from './use-care.ts';
import type { Cause, Improvement } from './use-causes.ts';
import { words as roomWords } from './words.ts';

const NOBODY = 'nobody';

type DialogProps = {
  readonly one: Improvement | null;
  readonly all: readonly Improvement[];
  readonly causes: readonly Cause[];
  readonly onClose: () => void;
};

/** What was or shall be changed because of complaints: by whom, from what to what, because of which cases. */
export const ImprovementDialog = ({ one, all, causes, onClose }: DialogProps) => {
  const w = useWords(words);
  const members = useMembers();
  const change = useCareChange();
  const { version, meanwhile } = seenOf(one ?? undefined, all, change.error);
  const [cases, setCases] = useState(one?.cases ?? []);
  const [ownerId, setOwner] = useState<string>(one?.ownerId ?? NOBODY);
  const states = (['planned', 'doing', 'done', 'given-up'] as const).map((value) => ({
    value,
    label: w.states[value],
  }));
  const save = ({ title, causeId, before = '', after = '', italian = '', english = '', state }: Fields) => {
    const wish = { title, causeId, before, after, italian, english, state };
    const kept = { ownerId: ownerId === NOBODY ? null : ownerId, caseIds: cases.map(({ id }) => id) };
    change.mutate(
      {
        method: one ? 'PUT' : 'POST',
        path: one ? ['improvements', one.id] : ['improvements'],
        body: { ...wish, ...kept, ...(version === undefined ? {} : { version }) },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={one ? w.change : w.addOne} wide>
      <Form problem={change.error} onSubmit={save}>
        {meanwhile && (
          <Meanwhile>
            {[meanwhile.title, meanwhile.before, meanwhile.after].filter(Boolean).join('\n')}
          </Meanwhile>
        )}
        <TextField
          label={w.what}
          name="title"
          isRequired
          maxLength={120}
          defaultValue={one?.title ?? ''}
          autoFocus
        />
        <Select
          label={w.cause}
          name="causeId"
          defaultValue={one?.causeId ?? causes[0]?.id ?? ''}
          choices={causes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label={w.owner}
          value={ownerId}
          onChange={setOwner}
          choices={[
            { value: NOBODY, label: w.nobody },
            ...members.map(({ personId, name }) => ({ value: personId as string, label: name })),
          ]}
        />
        <TextArea label={w.before} name="before" rows={2} defaultValue={one?.before ?? ''} />
        <TextArea label={w.after} name="after" rows={2} defaultValue={one?.after ?? ''} />
        <CasesField cases={cases} onChange={setCases} />
        <Select label={w.state} name="state" defaultValue={one?.state ?? 'planned'} choices={states} />
        <TextArea label={w.italian} name="italian" rows={2} letter defaultValue={one?.italian ?? ''} />
        <TextArea label={w.english} name="english" rows={2} letter defaultValue={one?.english ?? ''} />
        <FormActions>
          <Button type="submit" weight="primary" isPending={change.isPending}>
            {w.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};

type Fields = Readonly<Record<string, string>>;
type NumberedCase = Improvement['cases'][number];
type CasesFieldProps = {
  readonly cases: readonly NumberedCase[];
  readonly onChange: (cases: readonly NumberedCase[]) => void;
};

/** The cases that led to it. */
const CasesField = ({ cases, onChange }: CasesFieldProps) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const [isPicking, setPicking] = useState(false);
  return (
    <fieldset>
      <legend className="text-body">{w.cases}</legend>
      <ul className="flex flex-wrap gap-x-3">
        {cases.map(({ id, number }) => (
          <li key={id} className="flex items-center">
            {r.caseNumber(number)}
            <IconButton
              label={w.takeCase(r.caseNumber(number))}
              icon={<X aria-hidden size={16} />}
              onPress={() => onChange(cases.filter((one) => one.id !== id))}
            />
          </li>
        ))}
      </ul>
      {isPicking ? (
        <CasePicker
          without={cases.map(({ id }) => id)}
          onChoose={({ id, number }) => {
            onChange([...cases, { id, number }]);
            setPicking(false);
          }}
        />
      ) : (
        <Button size="small" onPress={() => setPicking(true)}>
          {w.addCase}
        </Button>
      )}
    </fieldset>
  );
};
