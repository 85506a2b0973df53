import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Form } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useFigures } from '../use-figures.ts';
import { useSaveTeam } from './use-fields.ts';
import { words } from './words.ts';

/** Keeps the proposed team under a name. */
export const KeepTeam = ({ fieldId }: { readonly fieldId: string }) => {
  const w = useWords(words);
  const { month } = useFigures();
  const save = useSaveTeam(fieldId);
  const [name, setName] = useState(() => w.keepDefault(month(new Date().toISOString())));
  return (
    <Form
      problem={save.error}
      className="max-w-2xl"
      onSubmit={() => save.mutate(name, { onSuccess: () => showToast({ tone: 'good', text: w.kept }) })}
    >
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          name="name"
          label={w.keepName}
          value={name}
          onChange={setName}
          isRequired
          maxLength={120}
          className="min-w-60 flex-1"
        />
        <Button type="submit" isPending={save.isPending} className="tablet:mt-6">
          {w.keep}
        </Button>
      </div>
    </Form>
  );
};
