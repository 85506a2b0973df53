import { X } from 'lucide-react';
import type { Action } from '../../../../src/rules/model/rule.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { ChooseMany } from './choose-many.tsx';
import { sayMinutes } from './say-rule.ts';
import { type Names, useNames, useSaying } from './use-saying.ts';
import { words } from './words.ts';

type Do = Action['do'];
const verbs: readonly Do[] = [
  'assign',
  'label',
  'tell',
  'within',
  'status',
  'snooze',
  'follow',
  'note',
  'case',
  'draft',
];

/** Something to do, as it begins. */
export const newAction = (verb: Do, names: Names): Action => {
  const [person, team, snippet] = [names.people[0], names.teams[0], names.snippets[0]].map(
    (one) => one?.value ?? '',
  ) as [string, string, string];
  switch (verb) {
    case 'assign':
      return { do: verb, to: { kind: 'person', personId: person }, onlyIfNobody: true };
    case 'label':
      return { do: verb, put: [], take: [] };
    case 'status':
      return { do: verb, status: 'done' };
    case 'snooze':
      return { do: verb, until: { kind: 'opening' } };
    case 'follow':
      return { do: verb, personIds: [] };
    case 'note':
      return { do: verb, text: '' };
    case 'tell':
      return {
        do: verb,
        personIds: [],
        teamId: null,
        ownTeam: false,
        assignee: true,
        followers: false,
        text: '',
      };
    case 'case':
      return { do: verb };
    case 'within':
      return { do: verb, minutes: 240 };
    case 'draft':
      return { do: verb, snippetId: snippet };
    default:
      return { do: 'assign', to: { kind: 'team', teamId: team }, onlyIfNobody: true };
  }
};

type ActionEditorProps = {
  readonly action: Action;
  readonly onChange: (action: Action) => void;
  readonly onRemove?: () => void;
};

/** One thing that a rule does. */
export const ActionEditor = ({ action, onChange, onRemove }: ActionEditorProps) => {
  const w = useWords(words);
  const names = useNames();
  return (
    <div className="flex flex-wrap items-start gap-3 rounded-lg bg-sunk p-3">
      <Select
        label={w.action}
        value={action.do}
        onChange={(verb) => onChange(newAction(verb, names))}
        choices={verbs.map((value) => ({ value, label: w.actions[value] }))}
        className="min-w-44 flex-1 tablet:max-w-60"
      />
      <div className="flex min-w-0 flex-[2] basis-64 flex-col gap-3">
        <ActionValue action={action} onChange={onChange} names={names} />
      </div>
      {onRemove && (
        <Button size="small" weight="quiet" aria-label={w.removeAction} onPress={onRemove}>
          <X aria-hidden size={16} />
        </Button>
      )}
    </div>
  );
};

type ValueProps = Pick<ActionEditorProps, 'action' | 'onChange'> & { readonly names: Names };

const ActionValue = ({ action, onChange, names }: ValueProps) => {
  const w = useWords(words);
  switch (action.do) {
    case 'assign':
      return <AssignValue action={action} onChange={onChange} names={names} />;
    case 'label':
      return (
        <>
          <ChooseMany
            label={w.put}
            chosen={action.put}
            choices={names.labels}
            onChange={(put) => onChange({ ...action, put: [...put] })}
          />
          <ChooseMany
            label={w.takeOff}
            chosen={action.take}
            choices={names.labels}
            onChange={(take) => onChange({ ...action, take: [...take] })}
          />
        </>
      );
    case 'status':
      return (
        <Select
          label={w.actions.status}
          value={action.status}
          onChange={(status) => onChange({ ...action, status })}
          choices={(['done', 'open'] as const).map((value) => ({ value, label: w.status[value] }))}
        />
      );
    case 'snooze':
      return <SnoozeValue action={action} onChange={onChange} />;
    case 'follow':
      return (
        <ChooseMany
          label={w.who}
          chosen={action.personIds}
          choices={names.people}
          onChange={(ids) => onChange({ ...action, personIds: [...ids] })}
        />
      );
    case 'note':
      return (
        <TextArea
          label={w.text}
          value={action.text}
          onChange={(text) => onChange({ ...action, text })}
          rows={2}
          maxLength={2_000}
          isRequired
        />
      );
    case 'tell':
      return <TellValue action={action} onChange={onChange} names={names} />;
    case 'within':
      return (
        <MinutesSelect
          label={w.minutes}
          value={action.minutes}
          offered={[60, 120, 240, 480, 960]}
          onChange={(minutes) => onChange({ ...action, minutes })}
        />
      );
    case 'draft':
      return names.snippets.length === 0 ? (
        <p className="text-ink-soft text-small">{w.needed}</p>
      ) : (
        <Select
          label={w.snippet}
          help={w.snippetHelp}
          value={action.snippetId}
          onChange={(snippetId) => onChange({ ...action, snippetId })}
          choices={names.snippets}
        />
      );
    default:
      return null;
  }
};

type Of<Verb extends Do> = {
  readonly action: Extract<Action, { do: Verb }>;
  readonly onChange: (action: Action) => void;
};

const AssignValue = ({ action, onChange, names }: Of<'assign'> & { readonly names: Names }) => {
  const w = useWords(words);
  const { to } = action;
  const team = 'teamId' in to ? to.teamId : (names.teams[0]?.value ?? '');
  const person = 'personId' in to ? to.personId : (names.people[0]?.value ?? '');
  const set = (kind: 'person' | 'team' | 'turns') =>
    onChange({
      ...action,
      to:
        kind === 'person'
          ? { kind, personId: person }
          : kind === 'team'
            ? { kind, teamId: team }
            : { kind, teamId: team, away: [] },
    });
  return (
    <>
      <Select
        label={w.to}
        value={to.kind}
        onChange={set}
        choices={[
          { value: 'person', label: w.person },
          { value: 'team', label: w.toTeam },
          { value: 'turns', label: w.turns },
        ]}
      />
      {to.kind === 'person' && (
        <Select
          label={w.who}
          value={to.personId}
          onChange={(personId) => onChange({ ...action, to: { ...to, personId } })}
          choices={names.people}
        />
      )}
      {to.kind !== 'person' && names.teams.length === 0 && (
        <p className="text-ink-soft text-small">{w.needTeam}</p>
      )}
      {to.kind !== 'person' && names.teams.length > 0 && (
        <Select
          label={w.team}
          value={to.teamId}
          onChange={(teamId) => onChange({ ...action, to: { ...to, teamId } })}
          choices={names.teams}
        />
      )}
      {to.kind === 'turns' && (
        <ChooseMany
          label={w.away}
          chosen={to.away}
          choices={names.people}
          onChange={(away) => onChange({ ...action, to: { ...to, away: [...away] } })}
        />
      )}
      <Checkbox
        isSelected={action.onlyIfNobody}
        onChange={(onlyIfNobody) => onChange({ ...action, onlyIfNobody })}
      >
        {w.onlyIfNobody}
      </Checkbox>
    </>
  );
};

const SnoozeValue = ({ action, onChange }: Of<'snooze'>) => {
  const w = useWords(words);
  const say = useSaying();
  const value = action.until.kind === 'opening' ? 'opening' : String(action.until.minutes);
  const offered = [
    ...new Set([60, 240, 1_440, 4_320, 10_080, ...(value === 'opening' ? [] : [Number(value)])]),
  ];
  return (
    <Select
      label={w.until}
      value={value}
      onChange={(chosen) =>
        onChange({
          ...action,
          until: chosen === 'opening' ? { kind: 'opening' } : { kind: 'minutes', minutes: Number(chosen) },
        })
      }
      choices={[
        { value: 'opening', label: w.opening },
        ...offered.map((minutes) => ({
          value: String(minutes),
          label: w.forMinutes(sayMinutes(minutes, say)),
        })),
      ]}
    />
  );
};

const TellValue = ({ action, onChange, names }: Of<'tell'> & { readonly names: Names }) => {
  const w = useWords(words);
  const groups = ['assignee', 'ownTeam', 'followers'] as const;
  const said = { assignee: w.assignee, ownTeam: w.ownTeam, followers: w.followersTold };
  return (
    <>
      <ChooseMany
        label={w.who}
        chosen={groups.filter((group) => action[group])}
        choices={groups.map((value) => ({ value, label: said[value] }))}
        onChange={(chosen) =>
          onChange({
            ...action,
            assignee: chosen.includes('assignee'),
            ownTeam: chosen.includes('ownTeam'),
            followers: chosen.includes('followers'),
          })
        }
      />
      <ChooseMany
        label={w.person}
        chosen={action.personIds}
        choices={names.people}
        onChange={(ids) => onChange({ ...action, personIds: [...ids] })}
      />
      <TextArea
        label={w.text}
        value={action.text}
        onChange={(text) => onChange({ ...action, text })}
        rows={2}
        maxLength={500}
        isRequired
      />
    </>
  );
};

type MinutesProps = {
  readonly label: string;
  readonly value: number;
  readonly offered: readonly number[];
  readonly onChange: (minutes: number) => void;
};

export const MinutesSelect = ({ label, value, offered, onChange }: MinutesProps) => {
  const say = useSaying();
  return (
    <Select
      label={label}
      value={String(value)}
      onChange={(text) => onChange(Number(text))}
      choices={[...new Set([...offered, value])]
        .sort((a, b) => a - b)
        .map((minutes) => ({ value: String(minutes), label: sayMinutes(minutes, say) }))}
    />
  );
};
