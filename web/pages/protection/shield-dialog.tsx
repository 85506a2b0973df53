import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay, useMe, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Select } from '../../components/select/select.tsx';
import { useMembers } from '../conversations/use-members.ts';
import { words } from './thread-words.ts';
import { useProtectionChange, useProtectionRead } from './use-protection.ts';

type Suggestions = {
  readonly suggestions: readonly {
    readonly threadId: string;
    readonly reads: 'threat' | 'insult';
    readonly named: readonly string[];
  }[];
};

/** Whom to protect, who looks after it, why; or a report alone. What the reading suggests is chosen already. */
export const ShieldDialog = ({
  threadId,
  onClose,
}: {
  readonly threadId: string;
  readonly onClose: () => void;
}) => {
  const may = useMay();
  const found = useProtectionRead<Suggestions>(['suggestions'], may('protection.read'));
  if (found.isPending && may('protection.read')) return null;
  const suggested = found.data?.suggestions.find((one) => one.threadId === threadId);
  return <Asking threadId={threadId} onClose={onClose} suggested={suggested} />;
};

type AskingProps = {
  readonly threadId: string;
  readonly onClose: () => void;
  readonly suggested: Suggestions['suggestions'][number] | undefined;
};

const Asking = ({ threadId, onClose, suggested }: AskingProps) => {
  const w = useWords(words);
  const may = useMay();
  const { person } = useMe();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const members = useMembers();
  const change = useProtectionChange();
  const [hidden, setHidden] = useState<readonly string[]>(suggested?.named ?? [person.id]);
  const [reason, setReason] = useState<'insult' | 'threat' | 'other'>(suggested?.reads ?? 'insult');
  const handlers = members.filter(({ personId }) => !hidden.includes(personId));
  const shown = may('protection.write') ? members : members.filter(({ personId }) => personId === person.id);
  const choose = (personId: string, isChosen: boolean) =>
    setHidden(isChosen ? [...hidden, personId] : hidden.filter((one) => one !== personId));
  const put = ({ handler }: Readonly<Record<string, string>>) =>
    change.mutate(
      {
        method: 'POST',
        path: ['shields'],
        body: { threadId, hiddenFrom: hidden, handlerId: handler, reason },
      },
      { onSuccess: onClose },
    );
  const reportOnly = () =>
    change.mutate(
      { method: 'POST', path: ['reports'], body: { threadId, kind: 'false-review' } },
      {
        onSuccess: (made) =>
          made?.reportId &&
          void navigate({ to: '/$slug/cura/tutela/$reportId', params: { slug, reportId: made.reportId } }),
      },
    );
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.title}>
      <p className="mb-3 text-ink-soft">{w.lead}</p>
      <Form onSubmit={put} problem={change.error}>
        <fieldset className="max-h-48 overflow-auto">
          <legend className="font-medium text-small">{w.who}</legend>
          {shown.map(({ personId, name }) => (
            <Checkbox
              key={personId}
              isSelected={hidden.includes(personId)}
              onChange={(isChosen) => choose(personId, isChosen)}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
        <Select
          key={handlers.map(({ personId }) => personId).join()}
          label={w.handler}
          name="handler"
          isRequired
          {...(handlers[0] ? { defaultValue: handlers[0].personId } : {})}
          choices={handlers.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <Select
          label={w.reason}
          value={reason}
          onChange={setReason}
          choices={(['insult', 'threat', 'other'] as const).map((value) => ({
            value,
            label: w.reasons[value],
          }))}
        />
        {reason === 'threat' && <p className="font-medium">{w.danger}</p>}
        <FormActions>
          <Button
            type="submit"
            weight="primary"
            isPending={change.isPending}
            isDisabled={hidden.length === 0 || handlers.length === 0}
          >
            {w.put}
          </Button>
        </FormActions>
      </Form>
      {may('protection.write') && (
        <div className="mt-5 border-line border-t pt-4">
          <p className="mb-2 text-ink-soft text-small">{w.reportLead}</p>
          <Button weight="quiet" onPress={reportOnly}>
            {w.report}
          </Button>
        </div>
      )}
    </Dialog>
  );
};
