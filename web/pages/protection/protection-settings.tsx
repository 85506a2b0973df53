import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { CopyLine } from '../../components/copy-line/copy-line.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { useProtectionChange, useProtectionRead } from './use-protection.ts';
import { words } from './words.ts';

type Settings = {
  readonly keepMonths: number;
  readonly signatory: string;
  readonly email: string;
  readonly publicKey: string | null;
};

/** Who signs notices, how long evidence is kept, and the key that others check packs with. */
export const ProtectionSettings = () => {
  const w = useWords(words);
  const may = useMay();
  const { data } = useProtectionRead<Settings>(['settings']);
  const change = useProtectionChange();
  if (!data) return null;
  const isFixed = !may('protection.manage');
  const save = ({ signatory, email, keepMonths }: Readonly<Record<string, string>>) =>
    change.mutate({
      method: 'PATCH',
      path: ['settings'],
      body: { signatory, email, keepMonths: Number(keepMonths) },
    });
  return (
    <Section title={w.settings}>
      <Form onSubmit={save} problem={change.error} className="max-w-read">
        <TextField label={w.signatory} name="signatory" defaultValue={data.signatory} isReadOnly={isFixed} />
        <TextField label={w.email} name="email" type="email" defaultValue={data.email} isReadOnly={isFixed} />
        <TextField
          label={w.keepMonths}
          name="keepMonths"
          inputMode="numeric"
          help={w.keepHelp}
          defaultValue={String(data.keepMonths)}
          isReadOnly={isFixed}
        />
        {!isFixed && (
          <FormActions>
            <Button type="submit" isPending={change.isPending}>
              {w.save}
            </Button>
          </FormActions>
        )}
      </Form>
      <h3 className="mt-5 mb-1 font-medium">{w.publicKey}</h3>
      {data.publicKey ? (
        <CopyLine text={data.publicKey} label={w.publicKey} />
      ) : (
        <p className="text-ink-soft">{w.noKey}</p>
      )}
    </Section>
  );
};
