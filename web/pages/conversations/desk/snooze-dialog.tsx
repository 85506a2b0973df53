import { instantAt, wallTimeOf } from '../../../../src/platform/time/zoned.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
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
  const now = wallTimeOf(new Date(), timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const today = `${now.year}-${two(now.month)}-${two(now.day)}T${two(Math.floor(now.minutes / 60))}:${two(now.minutes % 60)}`;
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.otherTimeTitle}>
      <Form
        onSubmit={({ when = '' }) => {
          const [date = '', time = ''] = when.split('T');
          const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
          const [hours = 0, minutes = 0] = time.split(':').map(Number);
          if (!year) return;
          onChoose(instantAt({ year, month, day, minutes: hours * 60 + minutes }, timeZone).toISOString());
          onClose();
        }}
      >
        <TextField
          name="when"
          type="datetime-local"
          label={w.when}
          help={w.whenHelp}
          defaultValue={today}
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
