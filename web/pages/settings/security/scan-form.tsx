import { useMutation } from '@tanstack/react-query';
import { call } from '../../../app/api.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { QrCode } from './qr-code.tsx';
import { words } from './words.ts';

/** `ABCD EFGH ...`, easier to type than in one breath. */
const spaced = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Shows the code to scan and asks for the first figures, which prove that the phone has it. */
export const ScanForm = ({ uri, onDone }: { readonly uri: string; readonly onDone: () => void }) => {
  const w = useWords(words);
  const verify = useMutation({
    mutationFn: (code: string) => call('POST', '/api/auth/two-factor/verify-totp', { code }),
    onSuccess: onDone,
  });
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <Form onSubmit={({ code = '' }) => verify.mutate(code.replace(/\s/g, ''))} problem={verify.error}>
      <p className="text-ink-soft">{w.scanLead}</p>
      <QrCode text={uri} label={w.qrLabel} />
      <p className="text-ink-soft text-small">
        {w.orType} <code className="select-all break-words font-mono text-ink">{spaced(secret)}</code>
      </p>
      <TextField
        name="code"
        label={w.codeLabel}
        isRequired
        inputMode="numeric"
        autoComplete="one-time-code"
        inputClassName="tabular tracking-[0.3em] text-lead!"
      />
      <FormActions>
        <Button type="submit" weight="primary" isPending={verify.isPending}>
          {w.confirm}
        </Button>
      </FormActions>
    </Form>
  );
};
