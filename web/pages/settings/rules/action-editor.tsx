import { X } from 'lucide-react';
import type { Action } from '../../../../src/rules/model/rule.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { AssignValue, MinutesSelect, SnoozeValue, TellValue } from './action-values.tsx';
import { ChooseMany } from './choose-many.tsx';
import { newAction, verbs } from './new-action.ts';
import { type Names, useNames } from './use-saying.ts';
import { words } from './words.ts';

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
        className="min-w-56 flex-1 tablet:max-w-64"
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
