import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { words } from './words.ts';

/** Asks for the mail with which a new password is chosen. Never says whether the address is known. */
export const AskPage = () => {
  const w = useWords(words);
  const ask = useMutation({
    mutationFn: ({ email }: Readonly<Record<string, string>>) =>
      call('POST', '/api/auth/request-password-reset', { email }),
  });
  if (ask.isSuccess) {
    return (
      <OutsideFrame title={w.sentTitle} lead={w.sentLead}>
        <LinkButton to="/entra">{w.back}</LinkButton>
      </OutsideFrame>
    );
  }
  return (
    <OutsideFrame title={w.askTitle} lead={w.askLead}>
      <Form onSubmit={(values) => ask.mutate(values)} problem={ask.error}>
        <TextField name="email" type="email" label={w.email} isRequired autoFocus autoComplete="username" />
        <FormActions>
          <Button type="submit" weight="primary" isPending={ask.isPending}>
            {w.send}
          </Button>
          <Link to="/entra" className="link">
            {w.back}
          </Link>
        </FormActions>
      </Form>
    </OutsideFrame>
  );
};
