import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerTarget } from '../../../../src/conversation/model/answer-target.ts';
import type { DeskHours } from '../../../../src/platform/time/desk-hours.ts';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { ApiProblem } from '../../../app/problems.ts';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Meanwhile } from '../../../components/meanwhile/meanwhile.tsx';
import { Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useMembers } from '../../conversations/use-members.ts';
import { HoursFields, useHours } from './hours-fields.tsx';
import { TargetsTable } from './targets-table.tsx';
import { words } from './time-words.ts';

export type Settings = {
  readonly hours: DeskHours;
  readonly targets: readonly AnswerTarget[];
  readonly escalateTo: string | null;
  readonly version: number;
};

/** When the company answers, and within how long. */
export const TimeSection = () => {
  const w = useWords(words);
  const { id, slug } = useWorkspace();
  const may = useMay();
  const settings = useQuery({
    queryKey: [...keys.desk(id), 'settings'],
    queryFn: ({ signal }) => call<Settings>('GET', inWorkspace(id, 'desk-settings'), undefined, signal),
  });
  // The form is made anew when this person asks for it, never because others changed something: what they wrote would be gone.
  const [asked, setAsked] = useState(0);
  return (
    <Section
      title={w.title}
      lead={w.lead}
      actions={
        may('threads.read') && (
          <Link to="/$slug/cura/tempi" params={{ slug }} className="link inline-block py-2">
            {w.figures}
          </Link>
        )
      }
    >
      {settings.isPending && <SkeletonRows rows={4} />}
      {settings.error && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && (
        <TimeForm key={asked} settings={settings.data} onShowNow={() => setAsked(asked + 1)} />
      )}
    </Section>
  );
};

type TimeFormProps = { readonly settings: Settings; readonly onShowNow: () => void };

const TimeForm = ({ settings, onShowNow }: TimeFormProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const members = useMembers();
  const mayManage = useMay()('desk.manage');
  const hours = useHours(settings.hours);
  const [targets, setTargets] = useState(settings.targets);
  const [escalateTo, setEscalateTo] = useState(settings.escalateTo ?? 'nobody');
  const [seen, setSeen] = useState(settings.version);
  const queryKey = [...keys.desk(id), 'settings'];
  const save = useMutation({
    mutationFn: (wish: Settings) => call<Settings>('PUT', inWorkspace(id, 'desk-settings'), wish),
    onSuccess: (kept) => {
      showToast({ text: w.saved });
      client.setQueryData(queryKey, kept);
      setSeen(kept.version);
      void client.invalidateQueries({ queryKey: keys.desk(id) });
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const isQuicker = save.error instanceof ApiProblem && save.error.code === 'changed-meanwhile';
  const submit = () => {
    if (!hours.value) return;
    const version = isQuicker ? settings.version : seen;
    save.mutate({
      hours: hours.value,
      targets,
      escalateTo: escalateTo === 'nobody' ? null : escalateTo,
      version,
    });
  };
  return (
    <Form onSubmit={submit} problem={save.error}>
      {isQuicker && (
        <Meanwhile>
          <p>{w.meanwhile}</p>
          <Button size="small" onPress={onShowNow}>
            {w.showNow}
          </Button>
        </Meanwhile>
      )}
      <HoursFields hours={hours} isDisabled={!mayManage} />
      <TargetsTable targets={targets} onChange={setTargets} isDisabled={!mayManage} />
      <Select
        label={w.escalate}
        help={w.escalateHelp}
        value={escalateTo}
        onChange={setEscalateTo}
        isDisabled={!mayManage}
        choices={[
          { value: 'nobody', label: w.nobody },
          ...members.map(({ personId, name }) => ({ value: personId as string, label: name })),
        ]}
      />
      {mayManage && (
        <FormActions>
          <Button type="submit" weight="primary" isPending={save.isPending} isDisabled={!hours.value}>
            {w.save}
          </Button>
        </FormActions>
      )}
    </Form>
  );
};
