import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Pause } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { sayRule } from './say-rule.ts';
import {
  type RuleView,
  type TemplateView,
  useOrderRules,
  useRules,
  useSetRule,
  useTakeTemplate,
} from './use-rules.ts';
import { useSaying } from './use-saying.ts';
import { words } from './words.ts';

/** What the company wants done by itself, in its order. */
export const RulesPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const mayManage = useMay()('rules.manage');
  const { data, error, isPending, refetch } = useRules();
  const add = () =>
    void navigate({ to: '/$slug/impostazioni/regole/$ruleId', params: { slug, ruleId: 'nuova' } });
  const offered = data?.templates.filter(({ taken }) => !taken) ?? [];
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={mayManage && (data?.rules.length ?? 0) > 0 && <Button onPress={add}>{w.add}</Button>}
    >
      {isPending && <SkeletonRows rows={4} rowClassName="h-24" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data?.rules.length === 0 && (
        <EmptyState
          title={w.none}
          action={
            mayManage && (
              <Button weight="primary" onPress={add}>
                {w.add}
              </Button>
            )
          }
        >
          <p>{w.noneText}</p>
        </EmptyState>
      )}
      {data && data.rules.length > 0 && <RuleList rules={data.rules} mayManage={mayManage} />}
      {mayManage && offered.length > 0 && (
        <Section title={w.ready} lead={w.readyLead}>
          <ul className="grid gap-3 tablet:grid-cols-2">
            {offered.map((template) => (
              <TemplateCard key={template.id} template={template} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
};

const RuleList = ({
  rules,
  mayManage,
}: {
  readonly rules: readonly RuleView[];
  readonly mayManage: boolean;
}) => {
  const order = useOrderRules();
  const move = (index: number, by: 1 | -1) => {
    const ids = rules.map(({ id }) => id);
    const [moved = ''] = ids.splice(index, 1);
    ids.splice(index + by, 0, moved);
    order.mutate(ids);
  };
  return (
    <ol className="mb-8 flex flex-col gap-3">
      {rules.map((rule, index) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          mayManage={mayManage}
          {...(mayManage && index > 0 ? { onUp: () => move(index, -1) } : {})}
          {...(mayManage && index < rules.length - 1 ? { onDown: () => move(index, 1) } : {})}
        />
      ))}
    </ol>
  );
};

type RuleCardProps = {
  readonly rule: RuleView;
  readonly mayManage: boolean;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
};

const RuleCard = ({ rule, mayManage, onUp, onDown }: RuleCardProps) => {
  const w = useWords(words);
  const times = useTimes();
  const { slug } = useWorkspace();
  const set = useSetRule();
  const said = sayRule(rule.body, useSaying());
  const { deeds, threads } = rule.week;
  return (
    <li className="rounded-lg border border-line bg-sheet p-4">
      <div className="flex items-start gap-3">
        <h2 className="min-w-0 flex-1 font-semibold text-lead">
          <Link
            to="/$slug/impostazioni/regole/$ruleId"
            params={{ slug, ruleId: rule.id }}
            className="break-words text-ink no-underline hover:underline"
          >
            {rule.name}
          </Link>
        </h2>
        <Switch
          aria-label={w.isOn(rule.name)}
          isSelected={rule.state === 'on'}
          isDisabled={!mayManage || set.isPending}
          onChange={(isOn) => set.mutate({ ruleId: rule.id, state: isOn ? 'on' : 'off' })}
        >
          <span className="sr-only">{w.on}</span>
        </Switch>
      </div>
      <p className="mt-1 break-words text-read">
        <b>{w.when}</b> {said.when}, <b>{w.if.toLowerCase()}</b> {said.if}, <b>{w.thenDo.toLowerCase()}</b>{' '}
        {said.does}.
      </p>
      {rule.pause && (
        <p className="mt-2 flex items-start gap-2 text-warn">
          <Pause aria-hidden size={16} className="mt-1 shrink-0" />
          {rule.pause.kind === 'storm'
            ? w.pauseWhy.storm(times.number(rule.pause.deeds))
            : w.pauseWhy[rule.pause.kind]}
        </p>
      )}
      {set.error && <ErrorNote error={set.error} className="mt-2" />}
      <div className="mt-2 flex items-center gap-2">
        <p className="flex-1 text-ink-soft text-small">
          {deeds > 0 ? w.week(times.number(deeds), times.number(threads)) : w.quiet}
        </p>
        {onUp && (
          <Button size="small" weight="quiet" aria-label={w.up(rule.name)} onPress={onUp}>
            <ArrowUp aria-hidden size={16} />
          </Button>
        )}
        {onDown && (
          <Button size="small" weight="quiet" aria-label={w.down(rule.name)} onPress={onDown}>
            <ArrowDown aria-hidden size={16} />
          </Button>
        )}
      </div>
    </li>
  );
};

const TemplateCard = ({ template }: { readonly template: TemplateView }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const take = useTakeTemplate();
  return (
    <li className="flex flex-col items-start gap-2 rounded-lg border border-line p-4">
      <h3 className="font-medium">{template.name}</h3>
      <p className="flex-1 text-ink-soft">{template.about}</p>
      {take.error && <ErrorNote error={take.error} />}
      <Button
        size="small"
        isPending={take.isPending}
        aria-label={`${w.take}: ${template.name}`}
        onPress={() =>
          take.mutate(template.id, {
            onSuccess: ({ id }) => {
              showToast({ text: w.taken });
              void navigate({ to: '/$slug/impostazioni/regole/$ruleId', params: { slug, ruleId: id } });
            },
          })
        }
      >
        {w.take}
      </Button>
    </li>
  );
};
