import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import type { Accept } from './accept-as-me.tsx';
import { words } from './words.ts';

type AcceptAsNewProps = { readonly email: string; readonly hasAccount: boolean; readonly accept: Accept };

/** A new account for the invited address; who has one already is sent to the door first. */
export const AcceptAsNew = ({ email, hasAccount, accept }: AcceptAsNewProps) => {
  const w = useWords(words);
  if (hasAccount) {
    return (
      <div className="flex flex-col items-start gap-4">
        <p>{w.haveAccount}</p>
        <LinkButton to="/entra" search={{ dopo: location.pathname }} weight="primary">
          {w.signIn}
        </LinkButton>
      </div>
    );
  }
  return (
    <Form
      onSubmit={({ name = '', password = '' }) => accept.mutate({ name, password })}
      problem={accept.error}
    >
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <TextField name="name" label={w.name} help={w.nameHelp} isRequired autoFocus autoComplete="name" />
      <TextField
        name="password"
        type="password"
        label={w.password}
        help={w.passwordHelp}
        isRequired
        minLength={10}
        autoComplete="new-password"
      />
      <FormActions>
        <Button type="submit" weight="primary" isPending={accept.isPending}>
          {w.accept}
        </Button>
      </FormActions>
    </Form>
  );
};
