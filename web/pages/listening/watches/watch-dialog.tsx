import { useState } from 'react';
import type { WatchSubject } from '../../../../src/listening/model/watch-subject.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useSaveWatch, type WatchView } from '../use-listening.ts';
import { words as shared } from '../words.ts';
import { WatchPreview } from './preview.tsx';
import { QueryEditor } from './query-editor.tsx';
import { NotPrivate, PrivatePerson, Reasons } from './reasons.tsx';
import { Templates } from './templates.tsx';
import { useQueryDraft } from './use-query-draft.ts';
import { words } from './watch-words.ts';

type WatchDialogProps = { readonly watch: WatchView | undefined; readonly onClose: () => void };

/** Says what to follow, about whom and why; tries it on what we have before it is kept. */
export const WatchDialog = ({ watch, onClose }: WatchDialogProps) => {
  const w = useWords(words);
  const s = useWords(shared);
  const { language } = useLanguage();
  const save = useSaveWatch(watch?.id);
  const draft = useQueryDraft(watch?.query ?? '', language);
  const [name, setName] = useState(watch?.name ?? '');
  const [about, setAbout] = useState<WatchSubject | 'private-person'>(watch?.about ?? 'company');
  const [notPrivate, setNotPrivate] = useState(false);
  const [balancing, setBalancing] = useState(watch?.balancing || w.balancingProposed);
  const keep = ({ purpose = '' }: Readonly<Record<string, string>>) =>
    save.mutate(
      { name, purpose, balancing, about, query: draft.text, ...(notPrivate ? { notPrivate } : {}) },
      {
        onSuccess: () => {
          showToast({ tone: 'good', text: s.saved });
          onClose();
        },
      },
    );
  return (
    <Dialog isOpen onOpenChange={onClose} title={s.addWatchTitle} wide>
      <Form problem={save.error} onSubmit={keep}>
        {!watch && (
          <Templates
            onChoose={(template) => {
              setName(template.name);
              setAbout(template.about);
              draft.setLists(template.lists);
            }}
          />
        )}
        <TextField
          name="name"
          label={s.name}
          help={s.nameHint}
          value={name}
          onChange={setName}
          isRequired
          maxLength={120}
        />
        <QueryEditor draft={draft} />
        <WatchPreview draft={draft} />
        <Reasons
          about={about}
          onAbout={setAbout}
          purpose={watch?.purpose ?? ''}
          balancing={balancing}
          onBalancing={setBalancing}
        />
        {about === 'private-person' && <PrivatePerson />}
        <NotPrivate problem={save.error} isChosen={notPrivate} onChange={setNotPrivate} />
        <FormActions>
          <Button
            type="submit"
            weight="primary"
            isPending={save.isPending}
            isDisabled={about === 'private-person' || draft.problems.length > 0}
          >
            {watch ? s.saveChange : s.save}
          </Button>
          <Button weight="quiet" onPress={onClose}>
            {s.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
