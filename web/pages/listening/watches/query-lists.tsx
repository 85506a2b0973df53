import { Plus, X } from 'lucide-react';
import type { Builder } from '../../../../src/listening/model/query/builder.ts';
import { type Field, fields } from '../../../../src/listening/model/query/query.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { words as shared } from '../words.ts';
import { words } from './watch-words.ts';

type QueryListsProps = { readonly lists: Builder; readonly onChange: (lists: Builder) => void };

/** What must be there, what may, what must not, and by what it is narrowed. */
export const QueryLists = ({ lists, onChange }: QueryListsProps) => {
  const w = useWords(words);
  const s = useWords(shared);
  const list = (name: 'any' | 'all' | 'none') => ({
    value: lists[name].join('\n'),
    onChange: (text: string) => onChange({ ...lists, [name]: text === '' ? [] : text.split('\n') }),
  });
  return (
    <div className="flex flex-col gap-4">
      <TextArea label={s.terms} help={w.anyHint} {...list('any')} rows={3} />
      <TextArea label={w.all} help={w.allHint} {...list('all')} isRequired={false} rows={1} />
      <TextArea label={s.except} help={s.exceptHint} {...list('none')} isRequired={false} rows={1} />
      <Filters lists={lists} onChange={onChange} />
    </div>
  );
};

const Filters = ({ lists, onChange }: QueryListsProps) => {
  const w = useWords(words);
  const put = (index: number, part: Partial<Builder['filters'][number]>) =>
    onChange({
      ...lists,
      filters: lists.filters.map((filter, at) => (at === index ? { ...filter, ...part } : filter)),
    });
  return (
    <fieldset>
      <legend className="sr-only">{w.filters}</legend>
      {lists.filters.map((filter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, and two may be alike.
        <div key={index} className="mb-3 flex items-end gap-2">
          <Select
            label={w.filter}
            isLabelHidden
            className="w-40"
            value={filter.field}
            onChange={(field: Field) => put(index, { field })}
            choices={fields.map((field) => ({ value: field, label: w.fields[field] }))}
          />
          <TextField
            label={w.fields[filter.field]}
            className="min-w-0 flex-1"
            value={filter.value}
            onChange={(value: string) => put(index, { value })}
            placeholder={w.fieldExamples[filter.field]}
          />
          <IconButton
            label={w.removeFilter}
            icon={<X aria-hidden size={16} />}
            onPress={() => onChange({ ...lists, filters: lists.filters.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        size="small"
        onPress={() => onChange({ ...lists, filters: [...lists.filters, { field: 'channel', value: '' }] })}
      >
        <Plus aria-hidden size={16} />
        {w.addFilter}
      </Button>
    </fieldset>
  );
};
