import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { type Crisis, useCrisisChange } from './use-crisis.ts';
import { words } from './words.ts';

/** What everybody says, and how it was said before. */
export const LinePart = ({ crisis }: { readonly crisis: Crisis }) => {
  const w = useWords(words);
  const mayManage = useMay()('crisis.manage');
  const change = useCrisisChange();
  const [line, ...earlier] = crisis.lines;
  const after = line?.number ?? 0;
  return (
    <Section title={w.line} lead={w.lineLead}>
      {line ? <Line line={line} /> : <p className="text-ink-soft">{w.noLine}</p>}
      {mayManage && crisis.state === 'declared' && (
        <Form
          key={after}
          problem={change.error}
          onSubmit={({ body = '' }) =>
            change.mutate({ method: 'POST', path: [crisis.id, 'line'], body: { body, after } })
          }
        >
          <TextArea
            name="body"
            label={w.lineField}
            letter
            isRequired
            defaultValue={line?.body ?? ''}
            className="mt-4"
          />
          <FormActions>
            <Button type="submit" weight="primary" isPending={change.isPending}>
              {w.agree}
            </Button>
          </FormActions>
        </Form>
      )}
      {earlier.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-8 cursor-default text-ink-soft">{w.earlier}</summary>
          {earlier.map((one) => (
            <Line key={one.number} line={one} />
          ))}
        </details>
      )}
    </Section>
  );
};

const Line = ({ line }: { readonly line: Crisis['lines'][number] }) => {
  const w = useWords(words);
  return (
    <div className="mt-2">
      <p dir="auto" className="whitespace-pre-wrap break-words font-serif text-lead">
        {line.body}
      </p>
      <p className="text-ink-soft text-small">
        {w.lineBy(line.byName ?? '', line.number)} · <RelativeTime at={line.at} />
      </p>
    </div>
  );
};
