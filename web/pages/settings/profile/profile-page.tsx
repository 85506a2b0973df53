import { useChangeMe } from '../../../app/change-me.ts';
import { useWords } from '../../../app/language.tsx';
import { useMe } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ChoiceRow } from '../../../components/checkbox/choice-row.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { TimeZoneSelect } from '../../../components/select/time-zone-select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './words.ts';

export const ProfilePage = () => {
  const w = useWords(words);
  const { person } = useMe();
  const rename = useChangeMe();
  return (
    <Page title={w.title}>
      <Section title={person.name} lead={w.lead}>
        <Form
          onSubmit={({ name = '' }) =>
            rename.mutate({ name }, { onSuccess: () => showToast({ text: w.saved, tone: 'good' }) })
          }
          problem={rename.error}
          className="max-w-md"
        >
          <TextField
            name="name"
            label={w.name}
            help={w.nameHelp}
            defaultValue={person.name}
            isRequired
            autoComplete="name"
          />
          <TextField label={w.email} value={person.email} isReadOnly />
          <FormActions>
            <Button type="submit" isPending={rename.isPending}>
              {w.save}
            </Button>
          </FormActions>
        </Form>
      </Section>
      <HowISeeIt />
    </Page>
  );
};

const HowISeeIt = () => {
  const w = useWords(words);
  const { person } = useMe();
  const change = useChangeMe();
  return (
    <Section title={w.seeTitle} lead={w.seeLead}>
      <div className="flex max-w-md flex-col gap-6">
        {change.error && <ErrorNote error={change.error} />}
        <ChoiceRow
          label={w.language}
          value={person.language}
          onChange={(language) => change.mutate({ language })}
          choices={[
            { value: 'it', label: w.italian },
            { value: 'en', label: w.english },
          ]}
        />
        <ChoiceRow
          label={w.theme}
          value={person.theme}
          onChange={(theme) => change.mutate({ theme })}
          choices={[
            { value: 'system', label: w.system },
            { value: 'light', label: w.light },
            { value: 'dark', label: w.dark },
          ]}
        />
        <ChoiceRow
          label={w.density}
          value={person.density}
          onChange={(density) => change.mutate({ density })}
          choices={[
            { value: 'calm', label: w.calm },
            { value: 'compact', label: w.compact },
          ]}
        />
        <TimeZoneSelect
          label={w.timeZone}
          value={person.timeZone}
          onChange={(timeZone) => change.mutate({ timeZone })}
        />
      </div>
    </Section>
  );
};
