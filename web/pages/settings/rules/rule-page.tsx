import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { BODY_VERSION, type RuleBody, type Trigger, type When } from '../../../../src/rules/model/rule.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { ActionEditor } from './action-editor.tsx';
import { MinutesSelect } from './action-values.tsx';
import { ApplySection } from './apply-section.tsx';
import { asGroup, ConditionEditor } from './condition-editor.tsx';
import { newLeaf } from './leaf-fields.ts';
import { LogSection } from './log-section.tsx';
import { newAction } from './new-action.ts';
import { TrialPane } from './trial-pane.tsx';
import { type RuleView, type RuleWish, useKeepRule, useRemoveRule, useRules } from './use-rules.ts';
import { useNames } from './use-saying.ts';
import { words } from './words.ts';

/** One rule: written as a sentence, tried beside it, and what it did. */
export const RulePage = () => {
  const { ruleId = 'nuova' } = useParams({ strict: false });
  const { data, error, refetch } = useRules();
  const w = useWords(words);
  const { slug } = useWorkspace();
  const rule = data?.rules.find(({ id }) => id === ruleId);
  const isReady = ruleId === 'nuova' || rule !== undefined;
  return (
    <Page
      wide
      title={ruleId === 'nuova' ? w.newTitle : (rule?.name ?? w.title)}
      lead={
        <Link to="/$slug/impostazioni/regole" params={{ slug }}>
          {w.back}
        </Link>
      }
    >
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!isReady && !data && <SkeletonRows rows={4} rowClassName="h-24" />}
      {isReady && <RuleEditor key={`${ruleId} ${rule?.version ?? 0}`} rule={rule} />}
      {rule && <ApplySection ruleId={rule.id} />}
      {rule && <LogSection ruleId={rule.id} />}
    </Page>
  );
};

const RuleEditor = ({ rule }: { readonly rule: RuleView | undefined }) => {
  const w = useWords(words);
  const names = useNames();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const mayManage = useMay()('rules.manage');
  const keep = useKeepRule();
  const remove = useRemoveRule();
  const [removing, setRemoving] = useState(false);
  const [wish, setWish] = useState<RuleWish>(rule ?? beginning);
  const { body } = wish;
  const set = (change: Partial<RuleBody>) => setWish({ ...wish, body: { ...body, ...change } });
  const goBack = () => void navigate({ to: '/$slug/impostazioni/regole', params: { slug } });
  const save = (values: Readonly<Record<string, string>>) =>
    keep.mutate(
      { rule, wish: { name: values.name ?? '', body, stops: wish.stops, mostPerHour: wish.mostPerHour } },
      {
        onSuccess: ({ id }) => {
          showToast({ text: w.saved });
          if (!rule)
            void navigate({ to: '/$slug/impostazioni/regole/$ruleId', params: { slug, ruleId: id } });
        },
      },
    );
  return (
    <div className="grid items-start gap-x-10 gap-y-6 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Form problem={keep.error} onSubmit={save}>
        <fieldset disabled={!mayManage} className="flex min-w-0 flex-col gap-6">
          <TextField
            name="name"
            label={w.name}
            defaultValue={wish.name}
            isRequired
            maxLength={80}
            autoComplete="off"
          />
          <Part title={w.when}>
            <TriggerEditor trigger={body.trigger} onChange={(trigger) => set({ trigger })} />
          </Part>
          <Part title={w.if}>
            <ConditionEditor
              group={asGroup(body.condition)}
              onChange={(condition) => set({ condition: condition as RuleBody['condition'] })}
            />
          </Part>
          <Part title={w.thenDo}>
            <ul className="flex flex-col gap-3">
              {body.actions.map((action, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what is done has no name of its own, only a place.
                <li key={index}>
                  <ActionEditor
                    action={action}
                    onChange={(next) =>
                      set({ actions: body.actions.map((one, at) => (at === index ? next : one)) })
                    }
                    {...(body.actions.length > 1
                      ? { onRemove: () => set({ actions: body.actions.filter((_, at) => at !== index) }) }
                      : {})}
                  />
                </li>
              ))}
            </ul>
            {body.actions.length < 10 && (
              <Button
                size="small"
                className="mt-3"
                onPress={() => set({ actions: [...body.actions, newAction('tell', names)] })}
              >
                {w.addAction}
              </Button>
            )}
          </Part>
          <Part title={w.more}>
            <Checkbox isSelected={wish.stops} onChange={(stops) => setWish({ ...wish, stops })}>
              {w.stops}
            </Checkbox>
            <Select
              label={w.most}
              help={w.mostHelp}
              value={String(wish.mostPerHour)}
              onChange={(text) => setWish({ ...wish, mostPerHour: Number(text) })}
              choices={[...new Set([20, 100, 300, 1_000, 10_000, wish.mostPerHour])]
                .sort((a, b) => a - b)
                .map((value) => ({ value: String(value), label: String(value) }))}
              className="mt-3 max-w-60"
            />
          </Part>
          {mayManage && (
            <FormActions>
              <Button type="submit" weight="primary" isPending={keep.isPending}>
                {w.save}
              </Button>
              {rule && (
                <Button weight="danger" onPress={() => setRemoving(true)}>
                  {w.remove}
                </Button>
              )}
            </FormActions>
          )}
        </fieldset>
      </Form>
      {mayManage && <TrialPane body={body} />}
      {rule && (
        <ConfirmDialog
          isOpen={removing}
          onOpenChange={setRemoving}
          title={w.removeTitle(rule.name)}
          action={w.remove}
          onConfirm={() => remove.mutate(rule.id, { onSuccess: goBack })}
          isPending={remove.isPending}
          problem={remove.error}
        >
          <p>{w.removeText}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};

const beginning: RuleWish = {
  name: '',
  body: {
    version: BODY_VERSION,
    trigger: { when: 'mention-new' },
    condition: { all: [newLeaf('words')] } as RuleBody['condition'],
    actions: [
      { do: 'tell', personIds: [], teamId: null, ownTeam: false, assignee: true, followers: false, text: '' },
    ],
  },
  stops: false,
  mostPerHour: 300,
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h2 className="mb-2 font-semibold text-lead">{title}…</h2>
    {children}
  </section>
);

const TriggerEditor = ({
  trigger,
  onChange,
}: {
  readonly trigger: Trigger;
  readonly onChange: (trigger: Trigger) => void;
}) => {
  const w = useWords(words);
  const names = useNames();
  return (
    <div className="flex flex-wrap gap-3">
      <Select
        label={w.when}
        isLabelHidden
        value={trigger.when}
        onChange={(when) => onChange(newTrigger(when))}
        choices={(Object.keys(w.whens) as When[]).map((value) => ({ value, label: w.whens[value] }))}
        className="min-w-60 flex-1"
      />
      {trigger.when === 'deadline-near' && (
        <MinutesSelect
          label={w.minutesBefore}
          value={trigger.minutes}
          offered={[15, 30, 60, 120]}
          onChange={(minutes) => onChange({ ...trigger, minutes })}
        />
      )}
      {trigger.when === 'label-put' && (
        <Select
          label={w.whichLabel}
          value={trigger.labelId ?? 'any'}
          onChange={(value) => onChange({ ...trigger, labelId: value === 'any' ? null : value })}
          choices={[{ value: 'any', label: w.anyLabel }, ...names.labels]}
        />
      )}
    </div>
  );
};

const newTrigger = (when: When): Trigger => {
  if (when === 'deadline-near') return { when, minutes: 60 };
  return when === 'label-put' ? { when, labelId: null } : { when };
};
