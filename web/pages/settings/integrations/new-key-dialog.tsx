import { useState } from 'react';
import { type Scope, scopeWords } from '../../../../src/people/model/scopes.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { toggled } from './toggled.ts';
import { useDoing } from './use-integrations.ts';
import { words } from './words.ts';

type Days = '30' | '90' | '180' | '365';
const lengths: readonly Days[] = ['30', '90', '180', '365'];

/** A key for one program, with what it may do and when it ends. */
export const NewKeyDialog = ({
  scopes,
  onMade,
  onClose,
}: {
  readonly scopes: readonly Scope[];
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<readonly Scope[]>([]);
  const [days, setDays] = useState<Days>('90');
  const doing = useDoing<{ secret: string }>();
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.newKey}>
      <Form
        problem={doing.error}
        onSubmit={({ name = '' }) =>
          doing.mutate(
            { method: 'POST', path: ['keys'], body: { name, scopes: chosen, days: Number(days) } },
            { onSuccess: ({ secret }) => onMade(secret) },
          )
        }
      >
        <TextField name="name" label={w.name} help={w.keyNameHelp} isRequired autoFocus maxLength={80} />
        <fieldset>
          <legend className="mb-1 font-medium">{w.mayDo}</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              isSelected={chosen.includes(scope)}
              onChange={() => setChosen(toggled(chosen, scope))}
            >
              {scopeWords[scope][language]}
            </Checkbox>
          ))}
        </fieldset>
        <Select
          label={w.lasts}
          value={days}
          onChange={setDays}
          choices={lengths.map((value) => ({ value, label: w.days[value] }))}
        />
        <FormActions>
          <Button type="submit" weight="primary" isPending={doing.isPending} isDisabled={chosen.length === 0}>
            {w.make}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
