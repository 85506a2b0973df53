import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Section } from '../../components/page/page.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { type Crisis, useCrisisChange } from './use-crisis.ts';
import { words } from './words.ts';

/** Who decided what, and when, the latest first; one only adds. */
export const LogPart = ({ crisis }: { readonly crisis: Crisis }) => {
  const w = useWords(words);
  const times = useTimes();
  const mayWrite = useMay()('crisis.write');
  const change = useCrisisChange();
  const [body, setBody] = useState('');
  const write = () =>
    change.mutate(
      { method: 'POST', path: [crisis.id, 'log'], body: { kind: 'decision', body } },
      { onSuccess: () => setBody('') },
    );
  return (
    <Section title={w.log} lead={w.logLead}>
      {mayWrite && (
        <div className="mb-4">
          <TextArea label={w.decide} value={body} onChange={setBody} rows={2} maxLength={4_000} />
          {change.error && <ErrorNote error={change.error} />}
          <Button onPress={write} isDisabled={body.trim() === ''} isPending={change.isPending}>
            {w.write}
          </Button>
        </div>
      )}
      <ol className="flex flex-col" aria-live="polite">
        {crisis.log.toReversed().map((one) => (
          <li key={one.id} className="border-line border-t py-2">
            <p className="text-small">
              <time dateTime={one.at} className="text-ink-soft tabular-nums">
                {times.full(one.at)}
              </time>{' '}
              <span className="font-medium">{one.byName ?? w.product}</span> {w.kinds[one.kind]}
            </p>
            {one.body && (
              <p dir="auto" className="whitespace-pre-wrap break-words">
                {one.body}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
};
