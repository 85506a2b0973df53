import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { inputLook } from '../../../components/form/field-parts.tsx';
import { aspectName } from '../../../components/reading/aspect-name.ts';
import { words as readingWords } from '../../../components/reading/words.ts';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import type { PackTextProps } from './pack-as-text.tsx';
import { type PackRow, tableOf, withNewRow, withoutRow, withRow } from './pack-table.ts';
import { words } from './words.ts';

const weights = ['4', '3', '2', '1', '-1', '-2', '-3', '-4'] as const;

/** The same collection as tables, one for each category; what is changed here changes the text. */
export const PackAsTable = ({ text, onChange, isReadOnly }: PackTextProps) => {
  const w = useWords(words);
  const table = tableOf(text);
  return (
    <div className="flex flex-col gap-6">
      {table.length === 0 && <p className="text-ink-soft">{w.emptyTable}</p>}
      {table.map(({ category, rows }) => (
        <Category
          key={category}
          category={category}
          rows={rows}
          text={text}
          onChange={onChange}
          isReadOnly={isReadOnly}
        />
      ))}
      {!isReadOnly && <NewAspect text={text} onChange={onChange} />}
    </div>
  );
};

type CategoryProps = PackTextProps & { readonly category: string; readonly rows: readonly PackRow[] };

const Category = ({ category, rows, text, onChange, isReadOnly }: CategoryProps) => {
  const w = useWords(words);
  const name = useCategoryName()(category);
  const weighs = category === 'polarity';
  return (
    <div>
      <table className="w-full text-body">
        <caption className="mb-1 text-left font-medium">{name}</caption>
        <thead className="text-left text-ink-faint text-small">
          <tr>
            <th scope="col" className="py-1 font-normal">
              {w.phrase}
            </th>
            {weighs && (
              <th scope="col" className="w-40 py-1 pl-2 font-normal">
                {w.weight}
              </th>
            )}
            {!isReadOnly && (
              <th className="w-11">
                <span className="sr-only">{w.removeRow('')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.line}
              row={row}
              weighs={weighs}
              isReadOnly={isReadOnly}
              onRow={(changed) => onChange(withRow(text, changed))}
              onRemove={() => onChange(withoutRow(text, row.line))}
            />
          ))}
        </tbody>
      </table>
      {!isReadOnly && (
        <Button
          size="small"
          weight="quiet"
          aria-label={`${w.addRow}: ${name}`}
          onPress={() =>
            onChange(withNewRow(text, category, { weight: weighs ? '2' : null, phrases: w.newPhrase }))
          }
        >
          <Plus aria-hidden size={14} />
          {w.addRow}
        </Button>
      )}
    </div>
  );
};

const useCategoryName = () => {
  const w = useWords(words);
  const r = useWords(readingWords);
  return (category: string): string =>
    category === 'polarity'
      ? w.polarity
      : category.startsWith('aspect:')
        ? w.aspect(aspectName(category.slice('aspect:'.length), r.aspects))
        : w.other(category);
};

type RowProps = {
  readonly row: PackRow;
  readonly weighs: boolean;
  readonly isReadOnly: boolean;
  readonly onRow: (row: PackRow) => void;
  readonly onRemove: () => void;
};

const Row = ({ row, weighs, isReadOnly, onRow, onRemove }: RowProps) => {
  const w = useWords(words);
  const known = weights.some((weight) => weight === row.weight);
  return (
    <tr>
      <td className="py-1">
        <input
          aria-label={w.phraseOf(row.line)}
          value={row.phrases}
          readOnly={isReadOnly}
          onChange={(event) => onRow({ ...row, phrases: event.target.value })}
          className={`${inputLook} font-serif`}
        />
      </td>
      {weighs && (
        <td className="py-1 pl-2">
          <Select
            label={w.weightOf(row.phrases)}
            isLabelHidden
            isDisabled={isReadOnly}
            value={row.weight ?? '1'}
            onChange={(weight) => onRow({ ...row, weight })}
            choices={[
              ...weights.map((weight) => ({ value: weight as string, label: w.weights[weight] ?? weight })),
              ...(known || row.weight === null ? [] : [{ value: row.weight, label: row.weight }]),
            ]}
          />
        </td>
      )}
      {!isReadOnly && (
        <td>
          <IconButton
            label={w.removeRow(row.phrases)}
            icon={<X aria-hidden size={16} />}
            onPress={onRemove}
          />
        </td>
      )}
    </tr>
  );
};

const NewAspect = ({ text, onChange }: Pick<PackTextProps, 'text' | 'onChange'>) => {
  const w = useWords(words);
  const [name, setName] = useState('');
  const aspect = name
    .trim()
    .toLocaleLowerCase('it')
    .replaceAll(/[^\p{Ll}\d]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  return (
    <div className="flex flex-wrap items-end gap-x-3 border-line border-t pt-4">
      <TextField
        label={w.newAspect}
        help={w.newAspectHint}
        value={name}
        onChange={setName}
        maxLength={40}
        className="w-72"
      />
      <Button
        className="mb-6"
        isDisabled={aspect === ''}
        onPress={() => {
          onChange(withNewRow(text, `aspect:${aspect}`, { weight: null, phrases: aspect }));
          setName('');
        }}
      >
        {w.addAspect}
      </Button>
    </div>
  );
};
