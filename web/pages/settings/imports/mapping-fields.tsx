import { useWords } from '../../../app/language.tsx';
import { Select } from '../../../components/select/select.tsx';
import type { Preview } from './views.ts';
import { words } from './words.ts';

const mainFields = [
  'text',
  'author',
  'time',
  'rating',
  'authorId',
  'title',
  'url',
  'id',
  'thread',
  'ours',
] as const;
export type Mapping = {
  readonly places: Readonly<Record<string, string>>;
  readonly form: 'comment' | 'review' | 'message' | 'post';
  readonly visibility: 'public' | 'direct';
  readonly order: 'dmy' | 'mdy' | 'ymd';
};

/** Which column holds what. */
export const MappingFields = ({
  places,
  mapping,
  onChange,
}: {
  readonly places: Preview['places'];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) => {
  const w = useWords(words);
  const choices = [
    { value: '-', label: w.nowhere },
    ...places.map(({ pointer, example }) => ({
      value: pointer,
      label: nameOf(pointer),
      ...(example ? { description: example } : {}),
    })),
  ];
  const put = (field: string, pointer: string) => {
    const { [field]: _, ...others } = mapping.places;
    onChange({ ...mapping, places: pointer === '-' ? others : { ...others, [field]: pointer } });
  };
  return (
    <fieldset>
      <legend className="font-medium">{w.columns}</legend>
      <p className="text-ink-soft text-small">{w.columnsHelp}</p>
      <div className="mt-2 grid gap-3 tablet:grid-cols-2">
        {mainFields.map((field) => (
          <Select
            key={field}
            label={w.fields[field]}
            value={mapping.places[field] ?? '-'}
            onChange={(pointer) => put(field, pointer)}
            choices={choices}
          />
        ))}
        <Select
          label={w.form}
          value={mapping.form}
          onChange={(form) =>
            onChange({ ...mapping, form, visibility: form === 'message' ? 'direct' : 'public' })
          }
          choices={(['comment', 'review', 'message', 'post'] as const).map((value) => ({
            value,
            label: w.forms[value],
          }))}
        />
        <Select
          label={w.order}
          value={mapping.order}
          onChange={(order) => onChange({ ...mapping, order })}
          choices={(['dmy', 'mdy', 'ymd'] as const).map((value) => ({ value, label: w.orders[value] }))}
        />
      </div>
    </fieldset>
  );
};

const nameOf = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' › ');
