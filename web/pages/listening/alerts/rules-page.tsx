import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { words } from './rules-words.ts';
import { type AlertRule, type FalseAlarms, useChangeRule, useRulePreview, useRules } from './use-alerts.ts';

/** Of what the company is told, watch by watch. */
export const RulesPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const rules = useRules();
  const byWatch = [...Map.groupBy(rules.data?.rules ?? [], ({ watchId }) => watchId)];
  return (
    <Page title={w.title} lead={w.lead}>
      {rules.isPending && <SkeletonRows rows={4} rowClassName="h-24" />}
      {rules.isError && <ErrorNote error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isSuccess && byWatch.length === 0 && <p className="text-ink-soft">{w.none}</p>}
      {byWatch.map(([watchId, ofWatch]) => (
        <Section key={watchId} title={ofWatch[0]?.watchName ?? ''}>
          <ul className="flex flex-col gap-4">
            {ofWatch.map((rule) => (
              <li key={rule.id}>
                <Rule rule={rule} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Link to="/$slug/ascolto/avvisi" params={{ slug }} className="link">
        {w.back}
      </Link>
    </Page>
  );
};

const Rule = ({ rule }: { readonly rule: AlertRule }) => {
  const w = useWords(words);
  const may = useMay();
  const change = useChangeRule();
  const isOff = !may('alerts.manage');
  const choices = (['week', 'month', 'quarter'] as const).map((value) => ({
    value,
    label: w.choices[value],
  }));
  return (
    <>
      <Switch
        isSelected={rule.state === 'on'}
        isDisabled={isOff}
        onChange={(on) => change.mutate({ ruleId: rule.id, state: on ? 'on' : 'off' })}
      >
        {w.kinds[rule.kind]}
      </Switch>
      {rule.state === 'on' && rule.canChoose && (
        <div className="mt-1 ml-12 flex flex-wrap items-center gap-3">
          <Select<FalseAlarms>
            label={w.choice}
            className="w-64"
            isDisabled={isOff}
            value={rule.falseAlarms}
            onChange={(falseAlarms) => change.mutate({ ruleId: rule.id, falseAlarms })}
            choices={choices}
          />
          <Preview rule={rule} />
        </div>
      )}
      {rule.state === 'on' && rule.kind === 'reach' && (
        <div className="mt-1 ml-12 w-64">
          <Select
            label={w.reach}
            help={w.reachHelp}
            isDisabled={isOff}
            value={String(rule.leastReach)}
            onChange={(least) => change.mutate({ ruleId: rule.id, leastReach: Number(least) })}
            choices={reachChoices(rule.leastReach)}
          />
        </div>
      )}
    </>
  );
};

const reachChoices = (chosen: number) =>
  [...new Set([500, 1_000, 5_000, 10_000, 50_000, 100_000, chosen])]
    .sort((a, b) => a - b)
    .map((least) => ({ value: String(least), label: least.toLocaleString('it-IT') }));

/** Computed only when somebody asks: it goes through ninety days. */
const Preview = ({ rule }: { readonly rule: AlertRule }) => {
  const w = useWords(words);
  const [isWanted, want] = useState(false);
  const { data, isFetching, error } = useRulePreview(rule.id, isWanted);
  if (error) return <ErrorNote error={error} />;
  if (data)
    return (
      <p role="status" className="basis-full text-ink-soft">
        {data.told ? w.previewSays(data.days, data.told[rule.falseAlarms]) : w.tooEarly}
      </p>
    );
  return (
    <Button onPress={() => want(true)} isPending={isFetching}>
      {w.preview}
    </Button>
  );
};
