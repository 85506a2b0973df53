import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Section } from '../../../components/page/page.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { notNumbers, readForm, type Settings } from './read-form.ts';
import { TrialNote } from './trial-note.tsx';
import { useSaveAndTry } from './use-save-and-try.ts';
import { words } from './words.ts';

/** Everything there is to choose; saving also tries it, and says in words what is wrong. */
export const AssistantForm = ({ settings }: { readonly settings: Settings }) => {
  const w = useWords(words);
  const [enabled, setEnabled] = useState(settings.enabled);
  const [uses, setUses] = useState(settings.uses);
  const [forgetsKey, setForgetsKey] = useState(false);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const save = useSaveAndTry();
  const submit = (values: Readonly<Record<string, string>>) => {
    setWrong(notNumbers(values));
    if (notNumbers(values).length > 0) return;
    save.mutate(readForm(values, { enabled, uses, forgetsKey }), { onSuccess: () => setForgetsKey(false) });
  };
  const number = (name: 'priceIn' | 'priceOut' | 'monthlyCap' | 'timeoutSeconds', help: string) => ({
    name,
    help: wrong.includes(name) ? <span className="text-bad">{w.notNumber}</span> : help,
    defaultValue: String(settings[name] ?? ''),
    inputMode: 'decimal' as const,
    className: 'max-w-md',
  });
  return (
    <Form onSubmit={submit} problem={save.error}>
      <Section title={w.service} lead={w.serviceLead}>
        <Switch isSelected={enabled} onChange={setEnabled}>
          {w.enabled}
        </Switch>
        <div className="mt-3 flex max-w-md flex-col gap-3">
          <TextField
            name="baseUrl"
            label={w.baseUrl}
            help={w.baseUrlHelp}
            defaultValue={settings.baseUrl}
            inputMode="url"
            isRequired={enabled}
          />
          <TextField
            name="model"
            label={w.model}
            help={w.modelHelp}
            defaultValue={settings.model}
            isRequired={enabled}
          />
          <TextField
            name="key"
            type="password"
            label={w.key}
            help={settings.hasKey ? w.keyKept : w.keyNone}
            autoComplete="off"
          />
          {settings.hasKey && (
            <Checkbox isSelected={forgetsKey} onChange={setForgetsKey}>
              {w.keyForget}
            </Checkbox>
          )}
        </div>
      </Section>
      <Section title={w.usesTitle}>
        <Checkbox
          help={w.draftsHelp}
          isSelected={uses.drafts}
          onChange={(drafts) => setUses({ ...uses, drafts })}
        >
          {w.drafts}
        </Checkbox>
        <Checkbox
          help={w.uncertainHelp}
          isSelected={uses.uncertain}
          onChange={(uncertain) => setUses({ ...uses, uncertain })}
        >
          {w.uncertain}
        </Checkbox>
      </Section>
      <Section title={w.costTitle}>
        <div className="flex flex-col gap-3">
          <TextField label={w.priceIn} {...number('priceIn', w.priceHelp)} />
          <TextField label={w.priceOut} {...number('priceOut', w.priceHelp)} />
          <TextField label={w.cap} {...number('monthlyCap', w.capHelp)} />
          <TextField label={w.timeout} {...number('timeoutSeconds', w.timeoutHelp)} />
        </div>
        <FormActions>
          <Button type="submit" weight="primary" isPending={save.isPending}>
            {save.isPending ? w.trying : w.save}
          </Button>
        </FormActions>
        <TrialNote trial={save.data ?? null} />
      </Section>
    </Form>
  );
};
