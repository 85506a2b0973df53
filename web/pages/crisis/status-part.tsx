import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Switch } from '../../components/checkbox/switch.tsx';
import { CopyLine } from '../../components/copy-line/copy-line.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { type Crisis, useCrisisChange } from './use-crisis.ts';
import { words } from './words.ts';

/** What everybody is told, by people and with the time; off until somebody turns it on. */
export const StatusPart = ({ crisis }: { readonly crisis: Crisis }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const mayManage = useMay()('crisis.manage');
  const show = useCrisisChange();
  const change = useCrisisChange();
  const { id, version, statusPublic, status } = crisis;
  return (
    <Section title={w.status} lead={w.statusLead}>
      <Switch
        isSelected={statusPublic}
        isDisabled={!mayManage || show.isPending}
        onChange={(isPublic) =>
          show.mutate({ method: 'PUT', path: [id, 'status'], body: { version, isPublic } })
        }
      >
        {w.shown}
      </Switch>
      {statusPublic && <CopyLine label={w.address} text={`${window.location.origin}/stato/${slug}`} />}
      {mayManage && (
        <Form
          key={status.length}
          problem={change.error}
          onSubmit={({ italian = '', english = '' }) =>
            change.mutate({ method: 'POST', path: [id, 'status'], body: { italian, english } })
          }
        >
          <TextArea name="italian" label={w.statusItalian} letter isRequired />
          <TextArea name="english" label={w.statusEnglish} letter />
          <FormActions>
            <Button type="submit" isPending={change.isPending}>
              {w.publish}
            </Button>
          </FormActions>
        </Form>
      )}
      {status.length === 0 && <p className="text-ink-soft">{w.noStatus}</p>}
      <ol className="mt-3 flex flex-col">
        {status.map((one) => (
          <li key={one.id} className="border-line border-t py-2">
            <p className="text-ink-soft text-small">
              <RelativeTime at={one.at} /> · {one.byName}
            </p>
            <p dir="auto" className="whitespace-pre-wrap break-words font-serif text-read">
              {one.italian}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
};
