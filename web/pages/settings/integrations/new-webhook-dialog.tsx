import { useState } from 'react';
import { type EventType, eventTypes } from '../../../../src/integrations/model/event-types.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { toggled } from './toggled.ts';
import { useDoing } from './use-integrations.ts';
import { words } from './words.ts';

/** An address, and what it is told of. */
export const NewWebhookDialog = ({
  onMade,
  onClose,
}: {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  const [kinds, setKinds] = useState<readonly EventType[]>([]);
  const [withTexts, setWithTexts] = useState(false);
  const doing = useDoing<{ secret: string }>();
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.newWebhook}>
      <Form
        problem={doing.error}
        onSubmit={({ name = '', url = '' }) =>
          doing.mutate(
            { method: 'POST', path: ['webhooks'], body: { name, url, kinds, withTexts } },
            { onSuccess: ({ secret }) => onMade(secret) },
          )
        }
      >
        <TextField name="name" label={w.name} isRequired autoFocus maxLength={80} />
        <TextField name="url" label={w.url} help={w.urlHelp} inputMode="url" isRequired />
        <fieldset>
          <legend className="mb-1 font-medium">{w.whenTold}</legend>
          {eventTypes.map((kind) => (
            <Checkbox
              key={kind}
              isSelected={kinds.includes(kind)}
              onChange={() => setKinds(toggled(kinds, kind))}
            >
              {w.kinds[kind]}
            </Checkbox>
          ))}
        </fieldset>
        <Checkbox isSelected={withTexts} onChange={setWithTexts} help={w.withTextsHelp}>
          {w.withTexts}
        </Checkbox>
        <FormActions>
          <Button type="submit" weight="primary" isPending={doing.isPending} isDisabled={kinds.length === 0}>
            {w.add}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
