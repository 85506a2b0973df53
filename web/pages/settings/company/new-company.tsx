import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Section } from '../../../components/page/page.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { words } from './words.ts';

/** One more company on this installation, for whoever coordinates one already. */
export const NewCompany = () => {
  const w = useWords(words);
  const client = useQueryClient();
  const navigate = useNavigate();
  const add = useMutation({
    mutationFn: ({ name = '' }: Readonly<Record<string, string>>) =>
      read(api.workspaces.$post({ json: { name } })),
    onSuccess: async ({ slug }) => {
      await client.refetchQueries({ queryKey: keys.me, exact: true });
      await navigate({ to: '/$slug/benvenuto', params: { slug } });
    },
  });
  return (
    <Section title={w.newTitle} lead={w.newLead}>
      <Form onSubmit={(values) => add.mutate(values)} problem={add.error} className="max-w-md">
        <TextField name="name" label={w.newName} isRequired autoComplete="off" />
        <FormActions>
          <Button type="submit" isPending={add.isPending}>
            {w.add}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
};
