import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { Letter } from '../conversations/letter.tsx';
import { usePreviewWatch, useSaveWatch, type WatchView } from './use-listening.ts';
import { words } from './words.ts';

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

type WatchDialogProps = { readonly watch: WatchView | undefined; readonly onClose: () => void };

/** Says which words to follow and why; tries them on what we have before they are kept. */
export const WatchDialog = ({ watch, onClose }: WatchDialogProps) => {
  const w = useWords(words);
  const save = useSaveWatch(watch?.id);
  const [terms, setTerms] = useState(watch?.terms.join('\n') ?? '');
  const [except, setExcept] = useState(watch?.except.join('\n') ?? '');
  return (
    <Dialog isOpen onOpenChange={onClose} title={w.addWatchTitle} wide>
      <Form
        problem={save.error}
        onSubmit={({ name = '', purpose = '' }) =>
          save.mutate(
            { name, purpose, terms: lines(terms), except: lines(except) },
            {
              onSuccess: () => {
                showToast({ tone: 'good', text: w.saved });
                onClose();
              },
            },
          )
        }
      >
        <TextField
          name="name"
          label={w.name}
          help={w.nameHint}
          defaultValue={watch?.name ?? ''}
          isRequired
          maxLength={120}
        />
        <TextArea
          name="terms"
          label={w.terms}
          help={w.termsHint}
          value={terms}
          onChange={setTerms}
          isRequired
        />
        <TextArea
          name="except"
          label={w.except}
          help={w.exceptHint}
          value={except}
          onChange={setExcept}
          isRequired={false}
          rows={2}
        />
        <TextArea
          name="purpose"
          label={w.purpose}
          help={w.purposeHint}
          defaultValue={watch?.purpose ?? ''}
          isRequired
          maxLength={1000}
          rows={2}
        />
        <Preview terms={lines(terms)} except={lines(except)} />
        <FormActions>
          <Button type="submit" weight="primary" isPending={save.isPending}>
            {watch ? w.saveChange : w.save}
          </Button>
          <Button weight="quiet" onPress={onClose}>
            {w.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};

const Preview = ({
  terms,
  except,
}: {
  readonly terms: readonly string[];
  readonly except: readonly string[];
}) => {
  const w = useWords(words);
  const times = useTimes();
  const preview = usePreviewWatch();
  return (
    <div>
      <Button
        size="small"
        isDisabled={terms.length === 0}
        isPending={preview.isPending}
        onPress={() => preview.mutate({ terms, except })}
      >
        {w.preview}
      </Button>
      <div aria-live="polite">
        {preview.isError && <ErrorNote error={preview.error} className="mt-3" />}
        {preview.data && (
          <>
            <p className="mt-3 text-ink-soft">{w.previewCount(preview.data.count, preview.data.examined)}</p>
            <ul className="mt-2 flex flex-col gap-2">
              {preview.data.examples.slice(0, 5).map((example) => (
                <li key={example.mentionId} className="border-line border-l-2 pl-3">
                  <Letter text={example.body} spans={example.spans} className="line-clamp-3" />
                  <p className="text-ink-faint text-small">{times.date(example.saidAt)}</p>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
};
