import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { read, company as routes } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import type { WorkspaceView } from '../../../app/views.ts';
import { Button } from '../../../components/button/button.tsx';
import { ChoiceRow } from '../../../components/checkbox/choice-row.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TimeZoneSelect } from '../../../components/select/time-zone-select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './words.ts';

type CompanyFormProps = { readonly company: WorkspaceView; readonly mayChange: boolean };

export const CompanyForm = ({ company, mayChange }: CompanyFormProps) => {
  const w = useWords(words);
  const client = useQueryClient();
  const [timeZone, setTimeZone] = useState(company.timeZone);
  const [register, setRegister] = useState(company.register);
  const save = useMutation({
    mutationFn: ({ name = '' }: Readonly<Record<string, string>>) =>
      read(routes.$patch({ param: { workspaceId: company.id }, json: { name, timeZone, register } })),
    onSuccess: async (changed) => {
      client.setQueryData(keys.company(company.id), changed);
      showToast({ text: w.saved, tone: 'good' });
      await client.invalidateQueries({ queryKey: keys.me, exact: true });
    },
  });
  return (
    <Form onSubmit={(values) => save.mutate(values)} problem={save.error} className="max-w-md">
      <TextField
        name="name"
        label={w.name}
        defaultValue={company.name}
        isRequired
        isReadOnly={!mayChange}
        autoComplete="organization"
      />
      <TimeZoneSelect
        label={w.timeZone}
        help={w.timeZoneHelp}
        value={timeZone}
        onChange={setTimeZone}
        isDisabled={!mayChange}
      />
      <ChoiceRow
        label={w.register}
        value={register}
        onChange={setRegister}
        isDisabled={!mayChange}
        choices={[
          { value: 'same', label: w.same },
          { value: 'tu', label: w.tu },
          { value: 'lei', label: w.lei },
          { value: 'voi', label: w.voi },
        ]}
      />
      <p className="mb-4 text-ink-soft text-small">{w.registerHelp}</p>
      {mayChange && (
        <FormActions>
          <Button type="submit" weight="primary" isPending={save.isPending}>
            {w.save}
          </Button>
        </FormActions>
      )}
    </Form>
  );
};
