import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerTarget } from '../../../../src/conversation/model/answer-target.ts';
import type { DeskHours } from '../../../../src/platform/time/desk-hours.ts';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useMembers } from '../../conversations/use-members.ts';
import { readDay, readHours, sayDay, sayHours } from './hours-text.ts';
import { TargetsTable } from './targets-table.tsx';
import { words } from './time-words.ts';

export type Settings = {
  readonly hours: DeskHours;
  readonly targets: readonly AnswerTarget[];
  readonly escalateTo: string | null;
};

/** When the company answers, and within how long. */
export const TimeSection = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const settings = useQuery({
    queryKey: [...keys.desk(id), 'settings'],
    queryFn: ({ signal }) => call<Settings>('GET', inWorkspace(id, 'desk-settings'), undefined, signal),
  });
  return (
    <Section title={w.title} lead={w.lead}>
      {settings.isPending && <SkeletonRows rows={4} />}
      {settings.error && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <TimeForm key={settings.dataUpdatedAt} settings={settings.data} />}
    </Section>
  );
};

const days = [0, 1, 2, 3, 4, 5, 6] as const;

const TimeForm = ({ settings }: { readonly settings: Settings }) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const members = useMembers();
  const mayManage = useMay()('desk.manage');
  const [week, setWeek] = useState(() => settings.hours.week.map(sayHours));
  const [patron, setPatron] = useState(sayDay(settings.hours.patronDay));
  const [holidays, setHolidays] = useState(settings.hours.holidays);
  const [targets, setTargets] = useState(settings.targets);
  const [escalateTo, setEscalateTo] = useState(settings.escalateTo ?? 'nobody');
  const save = useMutation({
    mutationFn: (wish: Settings) => call<Settings>('PUT', inWorkspace(id, 'desk-settings'), wish),
    onSuccess: () => {
      showToast({ text: w.saved });
      void client.invalidateQueries({ queryKey: keys.desk(id) });
    },
  });
  const read = week.map(readHours);
  const patronDay = readDay(patron);
  const submit = () => {
    const hours = read.flatMap((spans) => (spans ? [spans] : []));
    if (hours.length < 7 || patronDay === undefined) return;
    const { closedDays } = settings.hours;
    save.mutate({
      hours: { week: hours, holidays, patronDay, closedDays },
      targets,
      escalateTo: escalateTo === 'nobody' ? null : escalateTo,
    });
  };
  return (
    <Form onSubmit={submit} problem={save.error}>
      <fieldset disabled={!mayManage} className="grid gap-x-4 tablet:grid-cols-2">
        <legend className="mb-2 font-medium">{w.hours}</legend>
        {days.map((day) => (
          <TextField
            key={day}
            label={w.days[day] ?? ''}
            placeholder={w.closed}
            value={week[day] ?? ''}
            onChange={(text) => setWeek(week.map((was, index) => (index === day ? text : was)))}
            isInvalid={read[day] === undefined}
            help={read[day] === undefined ? w.hoursHelp : undefined}
            isDisabled={!mayManage}
            autoComplete="off"
          />
        ))}
        <TextField
          label={w.patron}
          help={w.patronHelp}
          placeholder="24/6"
          value={patron}
          onChange={setPatron}
          isInvalid={patronDay === undefined}
          isDisabled={!mayManage}
          autoComplete="off"
        />
      </fieldset>
      <Switch isSelected={holidays} onChange={setHolidays} isDisabled={!mayManage} help={w.holidaysHelp}>
        {w.holidays}
      </Switch>
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
          <Button
            type="submit"
            weight="primary"
            isPending={save.isPending}
            isDisabled={read.some((spans) => spans === undefined) || patronDay === undefined}
          >
            {w.save}
          </Button>
        </FormActions>
      )}
    </Form>
  );
};
