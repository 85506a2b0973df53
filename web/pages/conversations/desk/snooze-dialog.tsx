import { useLanguage, useWords } from '../../../app/language.tsx';
import { momentOf, wallText } from '../../../app/wall-text.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { words } from './words.ts';

type SnoozeDialogProps = { readonly onClose: () => void; readonly onChoose: (until: string) => void };

/** Any moment, on the clock of whoever chooses. */
export const SnoozeDialog = ({ onClose, onChoose }: SnoozeDialogProps) => {
  const w = useWords(words);
  const { timeZone } = useLanguage();
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.otherTimeTitle}>
      <Form
        onSubmit={({ when = '' }) => {
          const until = momentOf(when, timeZone);
          if (!until) return;
          onChoose(until.toISOString());
          onClose();
        }}
      >
        <TextField
          name="when"
          type="datetime-local"
          label={w.when}
          help={w.whenHelp}
          defaultValue={wallText(new Date(), timeZone)}
          isRequired
          autoFocus
        />
        <FormActions>
          <Button type="submit" weight="primary">
            {w.choose}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
