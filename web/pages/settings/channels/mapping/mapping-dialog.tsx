import { useState } from 'react';
import { useWords } from '../../../../app/language.tsx';
import { describeProblem } from '../../../../app/problems.ts';
import type { ConnectionView } from '../../../../app/views.ts';
import { Button } from '../../../../components/button/button.tsx';
import { Dialog } from '../../../../components/dialog/dialog.tsx';
import { RelativeTime } from '../../../../components/relative-time/relative-time.tsx';
import { Select } from '../../../../components/select/select.tsx';
import { TextField } from '../../../../components/text-field/text-field.tsx';
import { JsonTree } from './json-tree.tsx';
import { type Json, valueAt } from './pointers.ts';
import { TriedThings } from './tried-things.tsx';
import { type Places, useMapping } from './use-mapping.ts';
import { words } from './words.ts';

type MappingDialogProps = {
  readonly connection: ConnectionView;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** Says what a webhook's deliveries hold, on the last one that came. */
export const MappingDialog = ({ connection, isOpen, onOpenChange }: MappingDialogProps) => {
  const w = useWords(words);
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={w.title(connection.name)} wide>
      {isOpen && <MappingContent connection={connection} onDone={() => onOpenChange(false)} />}
    </Dialog>
  );
};

const mainFields = ['text', 'author', 'time', 'rating', 'url', 'id'];
const otherFields = ['title', 'authorId', 'authorUrl', 'thread', 'parent', 'language', 'ours'];

type ContentProps = { readonly connection: ConnectionView; readonly onDone: () => void };

const MappingContent = ({ connection, onDone }: ContentProps) => {
  const w = useWords(words);
  const { draft, setDraft, last, tried, save } = useMapping(connection, onDone);
  const [active, setActive] = useState('text');
  if (last.error) return <p role="alert">{describeProblem(last.error).title}</p>;
  const delivery = last.data?.delivery;
  if (!delivery) return <p className="text-ink-soft">{w.none}</p>;
  if (delivery.text === null) return <p className="text-ink-soft">{w.unreadable}</p>;
  const value = parse(delivery.text);
  if (value === undefined) return <p className="text-ink-soft">{w.notJson}</p>;
  const result = tried.data?.tried ?? null;
  const places: Places = draft.places ?? (result?.places as Places | undefined) ?? {};
  const put = (field: string, pointer: string) => {
    const { [field]: _, ...others } = places;
    const next = pointer === '' ? others : { ...others, [field]: pointer };
    setDraft({ ...draft, places: next });
  };
  const field = (name: string) => (
    <PointerField
      key={name}
      label={w.places[name] ?? name}
      pointer={places[name] ?? ''}
      value={result?.things[0]?.fields[name as 'text']?.value}
      isActive={active === name}
      onFocus={() => setActive(name)}
      onChange={(pointer) => put(name, pointer)}
    />
  );
  const isList = Array.isArray(valueAt(value, draft.list));
  return (
    <div className="grid gap-5">
      <p className="text-ink-soft">
        {w.lead} {w.came}: <RelativeTime at={delivery.receivedAt} />.
      </p>
      <section className="grid gap-3">
        <h3 className="font-medium">{w.fields}</h3>
        {draft.places === null && <p className="text-ink-soft text-small">{w.guessed}</p>}
        <div className="grid gap-3 tablet:grid-cols-2">{mainFields.map(field)}</div>
        <details>
          <summary className="flex min-h-control w-fit cursor-default items-center">{w.otherFields}</summary>
          <div className="mt-2 grid gap-3 tablet:grid-cols-2">
            {otherFields.map(field)}
            <TextField
              label={w.list}
              value={draft.list}
              onChange={(list) => setDraft({ ...draft, list: list.trim() })}
              inputClassName="font-mono text-small"
              help={listWord(result?.list, w)}
            />
            <Select
              label={w.form}
              value={result?.form ?? 'comment'}
              onChange={(form) => setDraft({ ...draft, places, form })}
              choices={(['comment', 'review', 'message', 'post'] as const).map((form) => ({
                value: form as string,
                label: w.forms[form],
              }))}
            />
          </div>
        </details>
      </section>
      <section className="grid gap-3">
        <h3 className="font-medium">{w.delivery}</h3>
        <JsonTree
          value={value}
          list={draft.list}
          isList={isList}
          namesAt={(pointer) =>
            Object.entries(places).flatMap(([name, at]) => (at === pointer ? [w.places[name] ?? name] : []))
          }
          onChoose={(pointer) => put(active, pointer)}
          onChooseList={(list) => setDraft({ ...draft, list, places: null })}
        />
      </section>
      <TriedThings result={result} />
      <div className="flex flex-wrap gap-3">
        <Button weight="primary" onPress={() => save.mutate()} isPending={save.isPending}>
          {w.save}
        </Button>
        {draft.places !== null && (
          <Button onPress={() => setDraft({ ...draft, places: null, form: null })}>{w.guess}</Button>
        )}
      </div>
    </div>
  );
};

type PointerFieldProps = {
  readonly label: string;
  readonly pointer: string;
  readonly value: string | undefined;
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onChange: (pointer: string) => void;
};

/** Where a field stands, by hand or by touching the tree, and what is there. */
const PointerField = ({ label, pointer, value, isActive, onFocus, onChange }: PointerFieldProps) => {
  const w = useWords(words);
  const isEmpty = pointer !== '' && value === '';
  return (
    <TextField
      label={label}
      value={pointer}
      onFocus={onFocus}
      onChange={(typed) => onChange(typed.trim())}
      className={isActive ? 'rounded-md outline-2 outline-accent outline-offset-4' : ''}
      inputClassName="font-mono text-small"
      help={isEmpty ? w.nothingThere : (value ?? '')}
    />
  );
};

const listWord = (list: 'ok' | 'nothing' | 'not-a-list' | undefined, w: (typeof words)['it']): string => {
  if (list === 'nothing') return w.listNothing;
  return list === 'not-a-list' ? w.listNotAList : w.listHelp;
};

const parse = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};
