import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Section } from '../../../components/page/page.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './words.ts';

export const PasswordSection = () => {
  const w = useWords(words);
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  const change = useMutation({
    mutationFn: (values: Readonly<Record<string, string>>) =>
      call('POST', '/api/auth/change-password', { ...values, revokeOtherSessions: true }),
    onSuccess: () => {
      showToast({ text: w.changed, tone: 'good' });
      setRound(round + 1);
      void client.invalidateQueries({ queryKey: keys.sessions });
    },
  });
  return (
    <Section title={w.passwordTitle} lead={w.passwordLead}>
      <Form
        key={round}
        onSubmit={(values) => change.mutate(values)}
        problem={change.error}
        className="max-w-md"
      >
        <TextField
          name="currentPassword"
          type="password"
          label={w.current}
          isRequired
          autoComplete="current-password"
        />
        <TextField
          name="newPassword"
          type="password"
          label={w.next}
          help={w.nextHelp}
          isRequired
          minLength={10}
          autoComplete="new-password"
        />
        <FormActions>
          <Button type="submit" isPending={change.isPending}>
            {w.change}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
};
