import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { words } from './words.ts';

/** The second factor: six figures from the phone, or a code put aside. */
export const CodeStep = ({ onEntered }: { readonly onEntered: () => void }) => {
  const w = useWords(words);
  const [kind, setKind] = useState<'totp' | 'backup-code'>('totp');
  const verify = useMutation({
    mutationFn: ({ code = '', trust }: Readonly<Record<string, string>>) =>
      call('POST', `/api/auth/two-factor/verify-${kind}`, {
        code: kind === 'totp' ? code.replace(/\s/g, '') : code.trim(),
        trustDevice: trust === 'yes',
      }),
    onSuccess: onEntered,
  });
  const swap = () => {
    verify.reset();
    setKind(kind === 'totp' ? 'backup-code' : 'totp');
  };
  const totp = kind === 'totp';
  return (
    <OutsideFrame title={w.codeTitle} lead={totp ? w.codeLead : w.backupLead}>
      <Form key={kind} onSubmit={(values) => verify.mutate(values)} problem={verify.error}>
        <TextField
          name="code"
          label={totp ? w.code : w.backup}
          isRequired
          autoFocus
          autoComplete="one-time-code"
          {...(totp
            ? { inputMode: 'numeric' as const, inputClassName: 'tabular tracking-[0.3em] text-lead!' }
            : {})}
        />
        <Checkbox name="trust" value="yes">
          {w.trust}
        </Checkbox>
        <FormActions>
          <Button type="submit" weight="primary" isPending={verify.isPending}>
            {w.confirm}
          </Button>
          <Button weight="quiet" onPress={swap}>
            {totp ? w.useBackup : w.useApp}
          </Button>
        </FormActions>
      </Form>
    </OutsideFrame>
  );
};
