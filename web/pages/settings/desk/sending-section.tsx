import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApprovalRule } from '../../../../src/conversation/model/approval-rules.ts';
import type { SendingSettings } from '../../../../src/conversation/model/sending-settings.ts';
import { type CheckLevel, checkIds, checkLevels } from '../../../../src/language/checks/check.ts';
import { checkTable } from '../../../../src/language/checks/check-table.ts';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { RuleFields } from './rule-fields.tsx';
import { words } from './sending-words.ts';

/** Whose answers wait for somebody else, and what is looked at before any leaves. */
export const SendingSection = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const settings = useQuery({
    queryKey: [...keys.desk(id), 'sending'],
    queryFn: ({ signal }) =>
      call<SendingSettings>('GET', inWorkspace(id, 'sending-settings'), undefined, signal),
  });
  return (
    <Section title={w.title} lead={w.lead}>
      {settings.isPending && <SkeletonRows rows={4} />}
      {settings.error && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <SendingForm key={settings.data.version} settings={settings.data} />}
    </Section>
  );
};

const nothing: ApprovalRule = { roles: [], personIds: [], teamIds: [], channels: [], gravityFrom: null };

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const SendingForm = ({ settings }: { readonly settings: SendingSettings }) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const mayManage = useMay()('desk.manage');
  const [rules, setRules] = useState(settings.rules);
  const [levels, setLevels] = useState(settings.levels);
  const save = useMutation({
    mutationFn: (wish: SendingSettings) =>
      call<SendingSettings>('PUT', inWorkspace(id, 'sending-settings'), wish),
    onSuccess: () => {
      showToast({ text: w.saved });
      void client.invalidateQueries({ queryKey: keys.desk(id) });
    },
  });
  const submit = ({ within = '', forbidden = '', own = '' }: Readonly<Record<string, string>>) =>
    save.mutate({
      rules,
      levels,
      decideWithin: Number(within) || settings.decideWithin,
      forbiddenWords: linesOf(forbidden),
      ownContacts: linesOf(own),
      version: settings.version,
    });
  return (
    <Form onSubmit={submit} problem={save.error}>
      <h3 className="font-medium">{w.rules}</h3>
      <ul className="flex flex-col gap-3">
        {rules.map((rule, at) => (
          <RuleFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own, and they are changed in place
            key={at}
            rule={rule}
            isDisabled={!mayManage}
            onChange={(changed) => setRules(rules.map((one, index) => (index === at ? changed : one)))}
            onRemove={() => setRules(rules.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
      {mayManage && (
        <p className="mb-4">
          <Button size="small" onPress={() => setRules([...rules, nothing])}>
            {w.addRule}
          </Button>
        </p>
      )}
      <TextField
        name="within"
        label={w.within}
        help={w.withinHelp}
        inputMode="numeric"
        defaultValue={String(settings.decideWithin)}
        isDisabled={!mayManage}
      />
      <TextArea
        name="forbidden"
        label={w.forbidden}
        help={w.forbiddenHelp}
        defaultValue={settings.forbiddenWords.join('\n')}
        isDisabled={!mayManage}
      />
      <TextArea
        name="own"
        label={w.own}
        help={w.ownHelp}
        defaultValue={settings.ownContacts.join('\n')}
        isDisabled={!mayManage}
      />
      <details className="mb-4">
        <summary className="min-h-8 cursor-default font-medium">{w.levels}</summary>
        <p className="mb-2 text-ink-soft text-small">{w.levelsHelp}</p>
        <Levels levels={levels} onChange={setLevels} isDisabled={!mayManage} />
      </details>
      {mayManage && (
        <FormActions>
          <Button type="submit" weight="primary" isPending={save.isPending}>
            {w.save}
          </Button>
        </FormActions>
      )}
    </Form>
  );
};

type LevelsProps = {
  readonly levels: SendingSettings['levels'];
  readonly onChange: (levels: SendingSettings['levels']) => void;
  readonly isDisabled: boolean;
};

const Levels = ({ levels, onChange, isDisabled }: LevelsProps) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  return (
    <div className="grid gap-x-4 tablet:grid-cols-2">
      {checkIds.map((check) => {
        const { usual, least, title } = checkTable[check];
        const offered = checkLevels.filter(
          (level) => checkLevels.indexOf(level) >= checkLevels.indexOf(least[0]),
        );
        return (
          <Select<CheckLevel>
            key={check}
            label={inBoth(title)}
            value={levels[check]?.everyone ?? usual[0]}
            onChange={(everyone) =>
              onChange({ ...levels, [check]: { everyone, person: levels[check]?.person ?? usual[1] } })
            }
            isDisabled={isDisabled || offered.length < 2}
            choices={offered.map((value) => ({ value, label: w.level[value] }))}
          />
        );
      })}
    </div>
  );
};
