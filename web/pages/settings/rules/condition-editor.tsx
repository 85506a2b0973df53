import { Plus, X } from 'lucide-react';
import { type Condition, isLeaf, type Leaf, partsOf } from '../../../../src/rules/model/condition.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { ChooseMany } from './choose-many.tsx';
import { fields, newLeaf, ownValues, steps } from './leaf-fields.ts';
import { type Named, type Names, useNames } from './use-saying.ts';
import { words } from './words.ts';

type Group = Exclude<Condition, Leaf>;
type Mode = 'all' | 'any' | 'none';
const modes: readonly Mode[] = ['all', 'any', 'none'];
const modeOf = (group: Group): Mode => ('all' in group ? 'all' : 'any' in group ? 'any' : 'none');
const groupOf = (mode: Mode, parts: readonly Condition[]): Group =>
  mode === 'all' ? { all: parts } : mode === 'any' ? { any: parts } : { none: parts };

/** A single condition is a group of one. */
export const asGroup = (condition: Condition): Group =>
  isLeaf(condition) ? { all: [condition] } : condition;

type GroupProps = {
  readonly group: Group;
  readonly onChange: (group: Group) => void;
  readonly depth?: number;
  readonly onRemove?: () => void;
};

/** The part of a rule that begins with "if": groups inside groups, as deep as anybody can read. */
export const ConditionEditor = ({ group, onChange, depth = 0, onRemove }: GroupProps) => {
  const w = useWords(words);
  const mode = modeOf(group);
  const parts = partsOf(group);
  const set = (next: readonly Condition[]) => onChange(groupOf(mode, next));
  const setPart = (index: number, part: Condition) =>
    set(parts.map((one, at) => (at === index ? part : one)));
  const without = (index: number) => set(parts.filter((_, at) => at !== index));
  return (
    <div className={depth === 0 ? '' : 'rounded-lg border border-line p-3'}>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={w.groupLabel}
          value={mode}
          onChange={(next) => onChange(groupOf(next, parts))}
          choices={modes.map((value) => ({ value, label: w.groups[value] }))}
          className="min-w-56 flex-1 tablet:max-w-72"
        />
        {onRemove && (
          <Button size="small" weight="quiet" aria-label={w.removeGroup} onPress={onRemove}>
            <X aria-hidden size={16} />
          </Button>
        )}
      </div>
      {parts.length === 0 && depth === 0 && <p className="mt-2 text-ink-soft text-small">{w.noConditions}</p>}
      <ul className="mt-3 flex flex-col gap-3">
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names of their own, and only their place tells them apart.
          <li key={index}>
            {isLeaf(part) ? (
              <LeafEditor
                leaf={part}
                onChange={(leaf) => setPart(index, leaf)}
                onRemove={() => without(index)}
              />
            ) : (
              <ConditionEditor
                group={part}
                depth={depth + 1}
                onChange={(next) => setPart(index, next)}
                onRemove={() => without(index)}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onPress={() => set([...parts, newLeaf('words')])}>
          <Plus aria-hidden size={16} />
          {w.addCondition}
        </Button>
        {depth < 2 && (
          <Button size="small" weight="quiet" onPress={() => set([...parts, { any: [newLeaf('words')] }])}>
            {w.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
};

type LeafProps = {
  readonly leaf: Leaf;
  readonly onChange: (leaf: Leaf) => void;
  readonly onRemove: () => void;
};

const LeafEditor = ({ leaf, onChange, onRemove }: LeafProps) => {
  const w = useWords(words);
  return (
    <div className="flex flex-wrap items-start gap-3 rounded-lg bg-sunk p-3">
      <Select
        label={w.field}
        value={leaf.field}
        onChange={(field) => onChange(newLeaf(field))}
        choices={fields.map((value) => ({ value, label: w.fields[value] }))}
        className="min-w-56 flex-1 tablet:max-w-64"
      />
      <div className="min-w-0 flex-[2] basis-64">
        <LeafValue leaf={leaf} onChange={onChange} />
      </div>
      <Button size="small" weight="quiet" aria-label={w.removeCondition} onPress={onRemove}>
        <X aria-hidden size={16} />
      </Button>
    </div>
  );
};

const LeafValue = ({ leaf, onChange }: Pick<LeafProps, 'leaf' | 'onChange'>) => {
  const w = useWords(words);
  const names = useNames();
  if ('query' in leaf)
    return (
      <TextField
        label={w.query}
        help={w.queryHelp}
        value={leaf.query}
        onChange={(query) => onChange({ ...leaf, query })}
        isRequired
        maxLength={2_000}
        autoComplete="off"
      />
    );
  if ('yes' in leaf)
    return (
      <Select
        label={w.so}
        value={leaf.yes ? 'yes' : 'no'}
        onChange={(value) => onChange({ ...leaf, yes: value === 'yes' })}
        choices={[
          { value: 'yes', label: w.yes },
          { value: 'no', label: w.no },
        ]}
      />
    );
  if ('is' in leaf) {
    const setIs = (is: readonly string[]) => onChange({ ...leaf, is } as Leaf);
    if (leaf.field === 'tag' || leaf.field === 'language')
      return (
        <TextField
          label={w.fields[leaf.field]}
          help={w.commaHelp}
          defaultValue={leaf.is.join(', ')}
          onChange={(text) =>
            setIs(
              text
                .split(',')
                .map((one) => one.trim())
                .filter((one) => one !== ''),
            )
          }
          isRequired
          autoComplete="off"
        />
      );
    return (
      <ChooseMany
        label={w.fields[leaf.field]}
        chosen={leaf.is}
        choices={choicesOf(leaf.field, names, w.values)}
        onChange={setIs}
      />
    );
  }
  const value = 'atMost' in leaf ? leaf.atMost : leaf.atLeast;
  const offered = [...new Set([...(steps[leaf.field] ?? []), value])].sort((a, b) => a - b);
  return (
    <Select
      label={w.number}
      value={String(value)}
      onChange={(text) =>
        onChange('atMost' in leaf ? { ...leaf, atMost: Number(text) } : { ...leaf, atLeast: Number(text) })
      }
      choices={offered.map((one) => ({
        value: String(one),
        label: 'atMost' in leaf ? w.atMost(String(one)) : w.atLeast(String(one)),
      }))}
    />
  );
};

const choicesOf = (
  field: Leaf['field'],
  names: Names,
  said: Readonly<Record<string, string>>,
): readonly Named[] => {
  const own = (ownValues[field] ?? []).map((value) => ({ value, label: said[value] ?? value }));
  switch (field) {
    case 'channel':
      return names.channels;
    case 'connection':
      return names.connections;
    case 'label':
      return names.labels;
    case 'assignee':
      return [...own, ...names.people];
    case 'team':
      return [...own, ...names.teams];
    default:
      return own;
  }
};
