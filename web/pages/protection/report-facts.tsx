import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import {
  type Guide,
  type ReportDetail,
  type ReportKind,
  useProtectionChange,
  useProtectionRead,
} from './use-protection.ts';
import { words } from './words.ts';

/** What people know of it: the notice is made of this. */
export const ReportFacts = ({ one }: { readonly one: ReportDetail }) => {
  const w = useWords(words);
  const change = useProtectionChange();
  const { data } = useProtectionRead<Guide>(['guide']);
  const save = ({ kind, platform, url, visitedOn, reasons }: Readonly<Record<string, string>>) =>
    change.mutate({
      method: 'PATCH',
      path: ['reports', one.id],
      body: { version: one.version, kind, platform, reasons, url: url || null, visitedOn: visitedOn || null },
    });
  return (
    <Section title={w.facts}>
      <Form onSubmit={save} problem={change.error} className="max-w-read">
        <Select<ReportKind>
          label={w.kind}
          name="kind"
          defaultValue={one.kind}
          choices={(Object.keys(w.kinds) as ReportKind[]).map((value) => ({ value, label: w.kinds[value] }))}
        />
        <Select
          label={w.platform}
          name="platform"
          defaultValue={one.platform}
          choices={(data?.platforms ?? [{ id: one.platform, name: one.platformName }]).map(
            ({ id, name }) => ({
              value: id,
              label: name,
            }),
          )}
        />
        <TextField label={w.url} name="url" type="url" defaultValue={one.url ?? ''} />
        <TextField label={w.visited} name="visitedOn" type="date" defaultValue={one.visitedOn ?? ''} />
        {one.kind === 'false-review' && (
          <p className="text-ink-soft text-small">{w.findings[one.finding.kind](one.finding.days ?? 0)}</p>
        )}
        <TextArea label={w.reasons} name="reasons" rows={4} defaultValue={one.reasons} />
        <FormActions>
          <Button type="submit" isPending={change.isPending}>
            {w.save}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
};
