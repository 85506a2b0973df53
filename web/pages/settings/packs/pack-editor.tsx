import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Tabs } from '../../../components/tabs/tabs.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { PackAsTable } from './pack-as-table.tsx';
import { PackAsText } from './pack-as-text.tsx';
import { useMayManage } from './pack-lists.tsx';
import { PackPreviewTable } from './pack-preview-table.tsx';
import { RemovePack } from './remove-pack.tsx';
import { type PackView, usePreviewPack, useSavePack } from './use-packs.ts';
import { words } from './words.ts';
import { WrongLines } from './wrong-lines.tsx';

/** One collection, as text or as a table of the same; its effect is seen before it is kept. */
export const PackEditor = ({ pack }: { readonly pack: PackView | undefined }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const mayManage = useMayManage();
  const save = useSavePack(pack?.id);
  const preview = usePreviewPack();
  const [text, setText] = useState(pack?.text ?? w.starter);
  const [enabled, setEnabled] = useState(pack?.enabled ?? true);
  const change = (next: string) => {
    setText(next);
    preview.reset();
    save.reset();
  };
  return (
    <Form
      problem={save.error}
      className="max-w-4xl"
      onSubmit={({ name = '' }) =>
        save.mutate(
          { name, sector: pack?.sector ?? '', text, enabled },
          {
            onSuccess: ({ id }) => {
              showToast({ tone: 'good', text: w.saved });
              if (!pack)
                void navigate({ to: '/$slug/impostazioni/parole', params: { slug }, search: { apri: id } });
            },
          },
        )
      }
    >
      <TextField
        name="name"
        label={w.name}
        defaultValue={pack?.name ?? ''}
        isRequired
        maxLength={80}
        isReadOnly={!mayManage}
        className="max-w-md"
      />
      <Tabs
        label={w.ways}
        tabs={[
          {
            id: 'text',
            label: w.asText,
            content: <PackAsText text={text} onChange={change} isReadOnly={!mayManage} />,
          },
          {
            id: 'table',
            label: w.asTable,
            content: <PackAsTable text={text} onChange={change} isReadOnly={!mayManage} />,
          },
        ]}
      />
      {preview.error && <ErrorNote error={preview.error} />}
      <WrongLines error={save.error ?? preview.error} />
      {preview.data && <PackPreviewTable preview={preview.data} />}
      {mayManage ? (
        <>
          <Switch isSelected={enabled} onChange={setEnabled} help={w.enabledHint}>
            {w.enabled}
          </Switch>
          <FormActions>
            <Button type="submit" weight="primary" isPending={save.isPending}>
              {w.save}
            </Button>
            <Button
              isPending={preview.isPending}
              onPress={() => preview.mutate({ text, ...(pack ? { packId: pack.id } : {}) })}
            >
              {w.preview}
            </Button>
            {pack && <RemovePack packId={pack.id} />}
          </FormActions>
        </>
      ) : (
        <p className="text-ink-soft">{w.onlyCoordinator}</p>
      )}
    </Form>
  );
};
