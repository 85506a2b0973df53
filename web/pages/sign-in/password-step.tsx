import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { call } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { passkeysWork, signInWithPasskey, wasDismissed } from '../../app/passkeys.ts';
import { installationQuery } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { words } from './words.ts';

type PasswordStepProps = { readonly onEntered: () => void; readonly onCodeNeeded: () => void };

export const PasswordStep = ({ onEntered, onCodeNeeded }: PasswordStepProps) => {
  const w = useWords(words);
  const enter = useMutation({
    mutationFn: (values: Readonly<Record<string, string>>) =>
      call<{ twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/email', {
        ...values,
        rememberMe: true,
      }),
    onSuccess: ({ twoFactorRedirect }) => (twoFactorRedirect ? onCodeNeeded() : onEntered()),
  });
  const passkeys = useQuery(installationQuery).data?.passkeys !== false && passkeysWork();
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onEntered });
  const problem = enter.error ?? (wasDismissed(passkey.error) ? null : passkey.error);
  return (
    <Form
      onSubmit={(values) => {
        passkey.reset();
        enter.mutate(values);
      }}
      problem={problem}
    >
      <TextField
        name="email"
        type="email"
        label={w.email}
        isRequired
        autoFocus
        autoComplete="username webauthn"
      />
      <TextField
        name="password"
        type="password"
        label={w.password}
        isRequired
        autoComplete="current-password"
      />
      <FormActions>
        <Button type="submit" weight="primary" isPending={enter.isPending} className="w-full">
          {w.enter}
        </Button>
        {passkeys && (
          <Button
            onPress={() => {
              enter.reset();
              passkey.mutate();
            }}
            isPending={passkey.isPending}
            className="w-full"
          >
            <KeyRound aria-hidden size={16} />
            {w.orPasskey}
          </Button>
        )}
        <Link to="/nuova-password" className="link">
          {w.forgotten}
        </Link>
      </FormActions>
    </Form>
  );
};
