import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { Requests } from './requests.tsx';
import { type Retention, useRetention } from './use-privacy.ts';
import { words } from './words.ts';

/** How long things are kept, the public notice, and what people ask about their data. */
export const PrivacyPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const may = useMay()('privacy.manage');
  const { retention, save } = useRetention();
  const address = `${location.origin}/informativa/${slug}`;
  return (
    <Page title={w.title} lead={may ? w.lead : w.onlyCoordinators}>
      <Section title={w.notice} lead={w.noticeLead}>
        <a href={address} className="link break-all font-mono">
          {address}
        </a>
      </Section>
      <Section title={w.keep} lead={w.keepLead}>
        {retention.isPending && <SkeletonRows rows={3} rowClassName="h-16" />}
        {retention.error && <ErrorNote error={retention.error} onRetry={() => void retention.refetch()} />}
        {retention.data && (
          <RetentionForm
            retention={retention.data}
            isDisabled={!may}
            isPending={save.isPending}
            problem={save.error}
            onSave={(wanted) =>
              save.mutate(wanted, { onSuccess: () => showToast({ tone: 'good', text: w.saved }) })
            }
          />
        )}
      </Section>
      {may && <Requests />}
    </Page>
  );
};

type FormProps = {
  readonly retention: Retention;
  readonly isDisabled: boolean;
  readonly isPending: boolean;
  readonly problem: unknown;
  readonly onSave: (retention: Retention) => void;
};

const monthsOf = (typed: string | undefined): number | null => (typed?.trim() ? Number(typed) : null);

const RetentionForm = ({ retention, isDisabled, isPending, problem, onSave }: FormProps) => {
  const w = useWords(words);
  const submit = (values: Readonly<Record<string, string>>) =>
    onSave({
      rawDays: Number(values.rawDays),
      overheardMonths: monthsOf(values.overheardMonths),
      addressedMonths: monthsOf(values.addressedMonths),
      noticeContact: values.noticeContact?.trim() ?? '',
    });
  const number = { inputMode: 'numeric', pattern: '[0-9]{1,4}', maxLength: 4, isDisabled } as const;
  return (
    <Form onSubmit={submit} problem={problem}>
      <TextField
        {...number}
        name="rawDays"
        label={w.rawDays}
        defaultValue={String(retention.rawDays)}
        isRequired
      />
      <TextField
        {...number}
        name="overheardMonths"
        label={w.overheard}
        help={w.monthsHelp}
        defaultValue={String(retention.overheardMonths ?? '')}
        isRequired={false}
      />
      <TextField
        {...number}
        name="addressedMonths"
        label={w.addressed}
        help={w.monthsHelp}
        defaultValue={String(retention.addressedMonths ?? '')}
        isRequired={false}
      />
      <TextField
        name="noticeContact"
        label={w.contact}
        help={w.contactHelp}
        defaultValue={retention.noticeContact}
        isRequired={false}
        isDisabled={isDisabled}
        maxLength={300}
      />
      {!isDisabled && (
        <FormActions>
          <Button type="submit" weight="primary" isPending={isPending}>
            {w.save}
          </Button>
        </FormActions>
      )}
    </Form>
  );
};
