import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { LARGEST_IMAGE } from '../../app/upload-image.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { AddPicture, PictureField, PictureHint } from '../../components/picture/picture-field.tsx';
import { takingPictures } from '../../components/picture/taking-pictures.ts';
import { usePictures } from '../../components/picture/use-pictures.ts';
import { words as pictureWords } from '../../components/picture/words.ts';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { type HeardByHand, useNoteByHand } from './use-listening.ts';
import { words } from './words.ts';

/** One screenshot; described if whoever adds it likes to. */
const limits = { max: 1, maxBytes: LARGEST_IMAGE, mimeTypes: [], altRequired: false, altMax: 1_500 };

const forms = ['call', 'encounter', 'note', 'post'] as const;

/** What happened away from any screen is conversation too: who, what, how. */
export const ByHandDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const w = useWords(words);
  const p = useWords(pictureWords);
  const note = useNoteByHand();
  const pictures = usePictures([], limits.max);
  const [picture] = pictures.pictures;
  const [form, setForm] = useState<HeardByHand['form']>('call');
  const keep = ({ name = '', contact = '', text = '', url = '' }: Readonly<Record<string, string>>) =>
    note.mutate(
      {
        form,
        who: { name: name.trim(), ...(contact.trim() ? { contact: contact.trim() } : {}) },
        text: text.trim(),
        ...(url.trim() ? { url: url.trim() } : {}),
        picture,
      },
      {
        onSuccess: () => {
          showToast({ tone: 'good', text: w.kept });
          onClose();
        },
      },
    );
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.byHandTitle}>
      <p className="mb-5 text-ink-soft">{w.byHandLead}</p>
      <div {...takingPictures(true, pictures.add)}>
        <Form onSubmit={keep} problem={note.error} strip="who.">
          <Select
            label={w.form}
            value={form}
            onChange={setForm}
            choices={forms.map((value) => ({ value, label: w.forms[value] }))}
          />
          <TextField name="name" label={w.who} help={w.whoHint} isRequired maxLength={200} autoFocus />
          <TextArea name="text" label={w.said} letter isRequired={!picture} maxLength={20_000} />
          {form === 'post' && (
            <TextField name="url" type="url" label={w.link} isRequired={false} placeholder="https://" />
          )}
          {form !== 'post' && (
            <TextField
              name="contact"
              label={w.contact}
              help={w.contactHint}
              isRequired={false}
              maxLength={200}
            />
          )}
          <PictureField pictures={pictures} limits={limits} />
          <AddPicture pictures={pictures} limits={limits} label={p.addScreenshot} />
          {!picture && <PictureHint limits={limits} />}
          <FormActions>
            <Button type="submit" weight="primary" isPending={note.isPending} isDisabled={pictures.isLoading}>
              {w.keep}
            </Button>
            <Button weight="quiet" onPress={onClose}>
              {w.cancel}
            </Button>
          </FormActions>
        </Form>
      </div>
    </Dialog>
  );
};
