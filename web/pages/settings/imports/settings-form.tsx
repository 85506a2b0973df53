import { useState } from 'react';
import { useConnections } from '../../../app/channels.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { type Mapping, MappingFields } from './mapping-fields.tsx';
import { useConfigure } from './use-imports.ts';
import { formats, type Preview, type Settings } from './views.ts';
import { words } from './words.ts';

const isMapped = (format: Settings['format']) => format === 'csv' || format === 'json';

/** How the file is to be read: what we found out stands there already. */
export const SettingsForm = ({
  importId,
  settings,
  preview,
}: {
  readonly importId: string;
  readonly settings: Settings;
  readonly preview: Preview | undefined;
}) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const connections = useConnections(id);
  const configure = useConfigure(importId);
  const [draft, setDraft] = useState(settings);
  const [mapping, setMapping] = useState<Mapping>(() => readMapping(settings.mapping));
  const set = (change: Partial<Settings>) => setDraft({ ...draft, ...change });
  const guessed = Object.keys(mapping.places).length === 0 ? (preview?.mapping ?? mapping) : mapping;
  const mailboxes = connections.data?.filter(({ channel }) => channel === 'mail') ?? [];
  const toggle = (name: string) =>
    set({ us: draft.us.includes(name) ? draft.us.filter((one) => one !== name) : [...draft.us, name] });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        configure.mutate({ ...draft, mapping: isMapped(draft.format) ? JSON.stringify(guessed) : '' });
      }}
    >
      <div className="grid gap-3 tablet:grid-cols-2">
        <Select
          label={w.format}
          value={draft.format}
          onChange={(format) => set({ format })}
          choices={formats.map((value) => ({ value, label: w.formats[value] }))}
        />
        <TextField
          label={w.source}
          help={w.sourceHelp}
          value={draft.source}
          onChange={(source) => set({ source })}
        />
        {draft.format === 'mbox' && mailboxes.length > 0 && (
          <Select
            label={w.mailbox}
            value={draft.mailboxId ?? '-'}
            onChange={(value) => set({ mailboxId: value === '-' ? null : value })}
            choices={[
              { value: '-', label: w.mailboxNone },
              ...mailboxes.map(({ id: value, name }) => ({ value, label: name })),
            ]}
          />
        )}
      </div>
      {isMapped(draft.format) && preview && preview.places.length > 0 && (
        <MappingFields places={preview.places} mapping={guessed} onChange={setMapping} />
      )}
      <TextArea
        label={w.us}
        help={w.usHelp}
        rows={2}
        value={draft.us.join('\n')}
        onChange={(text) => set({ us: text.split('\n').slice(0, 50) })}
      />
      {preview && preview.look.voices.length > 0 && (
        <div>
          <p className="text-ink-soft text-small">{w.voices}</p>
          <ul className="mt-1 flex flex-wrap gap-2">
            {preview.look.voices.slice(0, 8).map(({ name }) => (
              <li key={name}>
                <Button size="small" aria-pressed={draft.us.includes(name)} onPress={() => toggle(name)}>
                  {w.isUs(name)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {configure.error && <ErrorNote error={configure.error} />}
      <div>
        <Button type="submit" isPending={configure.isPending}>
          {w.save}
        </Button>
      </div>
    </form>
  );
};

const readMapping = (text: string): Mapping => {
  const plain: Mapping = { places: {}, form: 'comment', visibility: 'public', order: 'dmy' };
  return text === '' ? plain : { ...plain, ...(JSON.parse(text) as Partial<Mapping>) };
};
