import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { words } from './words.ts';

type PasswordFormProps = {
  readonly onPassword: (password: string) => void;
  readonly isPending: boolean;
  readonly problem: unknown;
};

/** The password once more, before what touches the account's safety. */
export const PasswordForm = ({ onPassword, isPending, problem }: PasswordFormProps) => {
  const w = useWords(words);
  return (
    <Form onSubmit={({ password = '' }) => onPassword(password)} problem={problem}>
      <TextField
        name="password"
        type="password"
        label={w.confirmPassword}
        isRequired
        autoFocus
        autoComplete="current-password"
      />
      <FormActions>
        <Button type="submit" weight="primary" isPending={isPending}>
          {w.goOn}
        </Button>
      </FormActions>
    </Form>
  );
};
