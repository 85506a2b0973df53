import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import {
  type Escalation,
  type ReportDetail,
  type ReportStep,
  useProtectionChange,
} from './use-protection.ts';
import { words } from './words.ts';

const escalations: readonly Escalation[] = ['police', 'lawyer', 'agcom', 'trusted-flagger', 'dispute-body'];

/** What happened, in one choice and a note. */
export const StepForm = ({ one }: { readonly one: ReportDetail }) => {
  const w = useWords(words);
  const change = useProtectionChange();
  const [step, setStep] = useState<ReportStep | null>(null);
  const chosen = step ?? one.next[0];
  const send = ({ note, to }: Readonly<Record<string, string>>) =>
    change.mutate({
      method: 'POST',
      path: ['reports', one.id, 'steps'],
      body: {
        version: one.version,
        step: chosen,
        note,
        ...(chosen === 'escalate' ? { escalatedTo: to } : {}),
      },
    });
  if (!chosen) return null;
  return (
    <Section title={w.next}>
      <Form onSubmit={send} problem={change.error} className="max-w-read">
        <Select
          label={w.next}
          isLabelHidden
          value={chosen}
          onChange={setStep}
          choices={one.next.map((value) => ({ value, label: w.steps[value] }))}
        />
        {chosen === 'escalate' && (
          <Select
            label={w.toWhom}
            name="to"
            defaultValue="police"
            choices={escalations.map((value) => ({ value, label: w.escalations[value] }))}
          />
        )}
        <TextArea label={w.note} name="note" rows={2} />
        <FormActions>
          <Button type="submit" weight="primary" isPending={change.isPending}>
            {w.save}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
};
