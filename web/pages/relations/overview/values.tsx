import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Section } from '../../../components/page/page.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useFigures } from '../use-figures.ts';
import { valueTyped } from './own-values.ts';
import { type ValueKind, words } from './values-words.ts';

type Values = {
  readonly values: readonly { readonly kind: ValueKind; readonly value: number; readonly usual: number }[];
};
type Typed = Partial<Readonly<Record<ValueKind, string>>>;

const useValues = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const key = [...keys.relations(id), 'values'];
  const path = inWorkspace(id, 'relations', 'values');
  const read = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<Values>('GET', path, undefined, signal),
  });
  const change = useMutation({
    mutationFn: (values: Partial<Record<ValueKind, number>>) => call<Values>('PUT', path, { values }),
    onSuccess: (values) => client.setQueryData(key, values),
    onSettled: () => client.invalidateQueries({ queryKey: keys.relations(id) }),
  });
  return { read, change };
};

/** What kinds of interaction are worth here, which the company may say for itself. */
export const OwnValues = () => {
  const w = useWords(words);
  const { read, change } = useValues();
  const mayChange = useMay()('relations.manage');
  const [typed, setTyped] = useState<Typed>({});
  const { exact } = useFigures();
  if (!read.data) return null;
  const shown = read.data.values.map(({ kind, value, usual }) => {
    const text = typed[kind] ?? exact(value);
    return { kind, text, value: valueTyped(text), usual };
  });
  const save = (values: Partial<Record<ValueKind, number>>) =>
    change.mutate(values, {
      onSuccess: () => {
        setTyped({});
        showToast({ text: w.saved });
      },
    });
  const isWrong = shown.some(({ value }) => value === null);
  return (
    <Section title={w.title} lead={w.lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong) save(Object.fromEntries(shown.map(({ kind, value }) => [kind, value ?? 0])));
        }}
      >
        <div className="grid max-w-read grid-cols-2 gap-x-6 gap-y-2 tablet:grid-cols-3">
          {shown.map(({ kind, text, usual }) => (
            <TextField
              key={kind}
              label={w.kinds[kind]}
              value={text}
              onChange={(next) => setTyped({ ...typed, [kind]: next })}
              inputMode="decimal"
              isReadOnly={!mayChange}
              validationBehavior="aria"
              validate={(next) => (valueTyped(next) === null ? w.wrong : null)}
              help={w.usual(exact(usual))}
              inputClassName="tabular"
            />
          ))}
        </div>
        {change.error && <ErrorNote error={change.error} className="mt-3" />}
        {mayChange && (
          <div className="mt-3 flex flex-wrap gap-3">
            <Button type="submit" isDisabled={isWrong} isPending={change.isPending}>
              {w.save}
            </Button>
            {read.data.values.some(({ value, usual }) => value !== usual) && (
              <Button weight="quiet" onPress={() => save({})}>
                {w.reset}
              </Button>
            )}
          </div>
        )}
      </form>
    </Section>
  );
};
