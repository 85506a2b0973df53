import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { call } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { words } from './words.ts';

/** Chooses the new password with the link of the mail. */
export const ChoosePage = () => {
  const w = useWords(words);
  const { token } = useParams({ from: '/nuova-password/$token' });
  const navigate = useNavigate();
  const choose = useMutation({
    mutationFn: ({ newPassword }: Readonly<Record<string, string>>) =>
      call('POST', '/api/auth/reset-password', { newPassword, token }),
    onSuccess: async () => {
      showToast({ text: w.done, tone: 'good' });
      await navigate({ to: '/entra', replace: true });
    },
  });
  return (
    <OutsideFrame title={w.newTitle} lead={w.newLead}>
      <Form onSubmit={(values) => choose.mutate(values)} problem={choose.error}>
        <TextField
          name="newPassword"
          type="password"
          label={w.password}
          help={w.passwordHelp}
          isRequired
          minLength={10}
          autoFocus
          autoComplete="new-password"
        />
        <FormActions>
          <Button type="submit" weight="primary" isPending={choose.isPending}>
            {w.save}
          </Button>
        </FormActions>
      </Form>
    </OutsideFrame>
  );
};
