import type { Action } from '../../../../src/rules/model/rule.ts';
import { useWords } from '../../../app/language.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { ChooseMany } from './choose-many.tsx';
import type { Do } from './new-action.ts';
import { sayMinutes } from './say-rule.ts';
import { type Names, useSaying } from './use-saying.ts';
import { words } from './words.ts';

type Of<Verb extends Do> = {
  readonly action: Extract<Action, { do: Verb }>;
  readonly onChange: (action: Action) => void;
};

export const AssignValue = ({ action, onChange, names }: Of<'assign'> & { readonly names: Names }) => {
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

export const SnoozeValue = ({ action, onChange }: Of<'snooze'>) => {
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

export const TellValue = ({ action, onChange, names }: Of<'tell'> & { readonly names: Names }) => {
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
