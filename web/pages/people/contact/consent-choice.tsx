import { Radio, RadioGroup } from 'react-aria-components';
import { useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { type Consent, type Contact, consents } from '../views.ts';
import { words as shared } from '../words.ts';
import { Part } from './part.tsx';
import { useChangeContact } from './use-contact.ts';
import { words } from './words.ts';

/** What they have told us they want, and what follows from it at once. */
export const ConsentChoice = ({ contact }: { readonly contact: Contact }) => {
  const w = useWords(words);
  const s = useWords(shared);
  const times = useTimes();
  const may = useMay();
  const change = useChangeContact(contact.id);
  const say = (problem: unknown) => showToast({ tone: 'bad', text: describeProblem(problem).title });
  const set = (consent: Consent) => {
    const before = contact.consent;
    if (consent === before) return;
    const undo = () => change.mutate({ consent: before }, { onError: say });
    change.mutate(
      { consent },
      {
        onError: say,
        onSuccess: () =>
          showToast({
            text: w.consentNow(s.consents[consent]),
            action: { label: s.undo, run: undo },
          }),
      },
    );
  };
  return (
    <Part title={w.consent}>
      <RadioGroup
        aria-label={w.consent}
        value={contact.consent}
        onChange={(value) => set(value as Consent)}
        isDisabled={!may('relations.manage')}
        className="flex flex-col gap-2"
      >
        {consents.map((consent) => (
          <Radio
            key={consent}
            value={consent}
            className="group flex cursor-default items-start gap-3 rounded-md border border-line px-3 py-2 data-selected:border-accent data-selected:bg-accent-soft data-focus-visible:outline-2 data-focus-visible:outline-accent data-focus-visible:outline-offset-2 hover:bg-sunk"
          >
            <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong group-data-selected:border-accent">
              <span className="size-2 rounded-full group-data-selected:bg-accent" />
            </span>
            <span>
              <span className="block font-medium">{s.consents[consent]}</span>
              <span className="block text-ink-soft text-small">{w.effects[consent]}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {contact.consentAt && contact.consent !== 'unknown' && (
        <p className="mt-2 text-ink-faint text-small">
          {w.consentSince(times.dateYear(contact.consentAt))} {contact.consentNote}
        </p>
      )}
    </Part>
  );
};
