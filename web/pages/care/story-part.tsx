import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { ApiProblem } from '../../app/problems.ts';
import { useMay } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { words } from './case-words.ts';
import { type CaseDetail, useCareChange } from './use-care.ts';

/** The story of an ended case as the register may tell it. */
export const StoryPart = ({ one }: { readonly one: CaseDetail }) => {
  const w = useWords(words);
  const may = useMay();
  const change = useCareChange();
  const [isOpen, setOpen] = useState(false);
  if (!one.endedAt || one.state === 'undone') return null;
  const path = ['cases', one.id, 'story'];
  const { story } = one;
  const found =
    change.error instanceof ApiProblem ? change.error.errors.map(({ message }) => message).join(', ') : '';
  return (
    <Section title={w.tell}>
      {story && <p className="text-ink-soft">{w.storyStates[story.state]}</p>}
      {story?.italian && <p className="letter mt-2 whitespace-pre-line">{story.italian}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {may('cases.write') && story?.withdrawnFor !== 'person-erased' && (
          <Button onPress={() => setOpen(true)}>{story ? w.change : w.tell}</Button>
        )}
        {may('stories.publish') && story?.state === 'draft' && (
          <Button
            weight="primary"
            isPending={change.isPending}
            onPress={() => change.mutate({ method: 'POST', path: [...path, 'publish'] })}
          >
            {w.publish}
          </Button>
        )}
        {may('cases.write') && story?.state === 'published' && (
          <Button
            onPress={() =>
              change.mutate({
                method: 'POST',
                path: [...path, 'withdraw'],
                body: { why: 'consent-withdrawn' },
              })
            }
          >
            {w.withdraw}
          </Button>
        )}
      </div>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={w.tellTitle} wide>
        <p className="mb-3 text-ink-soft">{w.tellHelp}</p>
        <Form
          problem={change.error}
          onSubmit={({ basis, italian, english = '' }) =>
            change.mutate(
              { method: 'PUT', path, body: { basis, italian, english } },
              { onSuccess: () => setOpen(false) },
            )
          }
        >
          {found && <p className="text-bad text-small">{w.found(found)}</p>}
          <Select
            label={w.basis}
            name="basis"
            defaultValue={story?.basis ?? 'nobody-named'}
            choices={[
              { value: 'nobody-named', label: w.bases['nobody-named'] },
              { value: 'consent', label: w.bases.consent },
            ]}
          />
          <TextArea label={w.italian} name="italian" letter isRequired defaultValue={story?.italian ?? ''} />
          <TextArea
            label={w.english}
            name="english"
            letter
            isRequired={false}
            defaultValue={story?.english ?? ''}
          />
          <FormActions>
            <Button type="submit" weight="primary" isPending={change.isPending}>
              {w.save}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </Section>
  );
};
